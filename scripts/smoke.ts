import { Command } from "commander";
import { parseEther } from "ethers";
import { FaucetMissingError } from "./deployment/errors.ts";
import { openNetwork } from "./deployment/openNetwork.ts";
import { readRecord } from "./deployment/readRecord.ts";
import { runCommand } from "./deployment/runCommand.ts";
import { toSdkDeployment } from "./deployment/toSdkDeployment.ts";
import { finishSmoke, type FinishReport } from "./smoke/finishSmoke.ts";
import { runSmoke } from "./smoke/runSmoke.ts";
import { findSmokeRuns, smokeAccountsOf } from "./smoke/smokeAccounts.ts";
import type { SmokeContext } from "./smoke/smokeContext.ts";

// `npm run smoke -- --network <name>`: one tiny job through a deployment; with --finish, what was left thawing.

interface Options {
  readonly network: string;
  readonly maxEther: string;
  readonly finish?: true;
  readonly records?: string;
  readonly json?: true;
}

const options = new Command("npm run smoke --")
  .description("Runs one tiny job through a recorded deployment with two fresh accounts.")
  .requiredOption("--network <name>", "which network (scripts/deployment/networks.ts)")
  .option("--max-ether <amount>", "the most that it may spend", "0.02")
  .option("--finish", "bring home what earlier runs left thawing")
  .option("--records <folder>", "where the records lie, instead of deployments/")
  .option("--json", "print one JSON document instead of text")
  .parse()
  .opts<Options>();

await runCommand(options.json === true, async ({ say, signal }) => {
  const { network, provider: rpc, signer: openSigner } = await openNetwork(options.network);
  const record = await readRecord(network, options.records);
  if (record.tokens.faucet !== record.tokens.stake) throw new FaucetMissingError(network.name);
  const deployer = await openSigner();
  const { confirmations } = network;
  const context: SmokeContext = {
    rpc,
    deployment: toSdkDeployment(record),
    deployer,
    confirmations,
    say,
    signal,
  };
  const runs = await findSmokeRuns(deployer, network.chainId, rpc);
  if (options.finish !== true) {
    const accounts = smokeAccountsOf(deployer, network.chainId, runs.length);
    const answer = await runSmoke(context, accounts, parseEther(options.maxEther));
    say(`Later: npm run smoke -- --network ${network.name} --finish`);
    return { ok: true, answer };
  }
  const reports: FinishReport[] = [];
  for (const accounts of runs) reports.push(await finishSmoke(context, accounts));
  if (reports.length === 0) say("There was no smoke test of this account here.");
  return { ok: reports.every(({ thawedAt }) => thawedAt === null), answer: reports };
});
