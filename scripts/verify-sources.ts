import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { verifyContract } from "@nomicfoundation/hardhat-verify/verify";
import { Command, Option } from "commander";
import { configVariable } from "hardhat/config";
import { createHardhatRuntimeEnvironment } from "hardhat/hre";
import config from "../hardhat.config.ts";
import { networkOf } from "./deployment/networkOf.ts";
import { readRecord } from "./deployment/readRecord.ts";
import type { DeployedContract } from "./deployment/record.ts";
import { runCommand } from "./deployment/runCommand.ts";
import { qualifiedNameOf, sourceInputOf } from "./deployment/sourceInput.ts";

// `npm run verify-sources -- --network <name>`: gives a deployment's sources to explorers, or writes them to files.

const EXPLORERS = ["sourcify", "blockscout", "etherscan"] as const;

interface Options {
  readonly network: string;
  readonly explorer: (typeof EXPLORERS)[number];
  readonly records?: string;
  readonly write?: string;
  readonly contract?: readonly string[];
}

const options = new Command("npm run verify-sources --")
  .description(
    "Gives the sources of a recorded deployment to an explorer, so that anybody can read what runs.",
  )
  .requiredOption("--network <name>", "which network (scripts/deployment/networks.ts)")
  .addOption(new Option("--explorer <name>", "which explorer").choices(EXPLORERS).default("sourcify"))
  .option("--contract <names...>", "only these contracts, instead of all that are recorded")
  .option("--records <folder>", "where the records lie, instead of deployments/")
  .option("--write <folder>", "write each contract's standard JSON input there, and send nothing")
  .parse()
  .opts<Options>();

await runCommand(false, async ({ say, signal }) => {
  const network = networkOf(options.network);
  const root = fileURLToPath(new URL("..", import.meta.url));
  // The plugin asks the network that the environment was made for. It reads only, so nobody has to give it a key.
  const { name, chainId, rpcUrlVariable } = network;
  const keyless = { type: "http" as const, chainId, url: configVariable(rpcUrlVariable) };
  const userConfig = { ...config, networks: { ...config.networks, [name]: keyless } };
  const hre = await createHardhatRuntimeEnvironment(userConfig, { network: name }, root);
  const { contracts } = await readRecord(network, options.records);
  const failures: string[] = [];
  const chosen = Object.entries(contracts).filter(([name]) => options.contract?.includes(name) ?? true);
  for (const [key, { address, arguments: constructorArgs, transaction }] of chosen) {
    signal.throwIfAborted();
    const contractName = key as DeployedContract;
    if (options.write !== undefined) {
      await mkdir(options.write, { recursive: true });
      await writeFile(`${options.write}/${key}.json`, JSON.stringify(await sourceInputOf(hre, contractName)));
      say(`${key}.json written`);
      continue;
    }
    const contract = qualifiedNameOf(contractName);
    const creation = transaction === null ? {} : { creationTxHash: transaction };
    const values = [...constructorArgs];
    const provider = options.explorer;
    try {
      await verifyContract({ address, constructorArgs: values, contract, provider, ...creation }, hre);
    } catch (error) {
      failures.push(`${key}: ${String(error)}`);
      say(`✘ ${key}: ${String(error)}`);
    }
  }
  say(`${String(chosen.length - failures.length)} passed, ${String(failures.length)} failed`);
  return { ok: failures.length === 0, answer: failures };
});
