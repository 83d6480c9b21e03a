import { readFile } from "node:fs/promises";
import type { JsonFragment } from "ethers";

/** The contracts that ship, in the order of their dependencies. */
export const CONTRACTS = [
  "ProviderRegistry",
  "ProviderStaking",
  "PaymentVault",
  "JobEscrow",
  "LeaseEscrow",
  "SessionEscrow",
  "AttestedAdjudicator",
  "SlashingCourt",
  "FaucetToken",
] as const;

/** Name of a contract that ships. */
export type ContractName = (typeof CONTRACTS)[number];

/** What the generators and checks use of a compiled contract. */
export interface Artifact {
  readonly abi: readonly JsonFragment[];
  readonly bytecode: string;
  readonly deployedBytecode: string;
}

/** Reads a compiled contract. Only generators and checks may; everything else uses what they write. */
export async function readArtifact(name: ContractName): Promise<Artifact> {
  const path = new URL(`../artifacts/contracts/${name}.sol/${name}.json`, import.meta.url);
  return JSON.parse(await readFile(path, "utf8")) as Artifact;
}
