import { fileURLToPath } from "node:url";
import type { CompilerInput } from "hardhat/types/solidity";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { DeployedContract } from "./record.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The name by which explorers ask for a contract. */
export const qualifiedNameOf = (name: DeployedContract): string => `contracts/${name}.sol:${name}`;

/**
 * The standard JSON input of one contract: its sources and what they import, and the compiler's settings. Whoever gives it
 * to the pinned compiler gets the very code that was deployed. It is what the verification plugin sends to explorers.
 */
export async function sourceInputOf(
  { solidity }: HardhatRuntimeEnvironment,
  name: DeployedContract,
): Promise<CompilerInput> {
  const file = `${root}contracts/${name}.sol`;
  const jobs = await solidity.getCompilationJobs([file], {
    buildProfile: "production",
    quiet: true,
    force: true,
  });
  const input = jobs.success ? await jobs.compilationJobsPerFile.get(file)?.getSolcInput() : undefined;
  if (input === undefined) throw new Error(`Hardhat has no compilation of ${name}`);
  return input;
}
