import { Command } from "commander";
import { openNetwork } from "./deployment/openNetwork.ts";
import { readParameters } from "./deployment/parameters.ts";
import { readRecord } from "./deployment/readRecord.ts";
import { runCommand } from "./deployment/runCommand.ts";
import { verifyDeployment } from "./deployment/verify/verifyDeployment.ts";

// `npm run verify-deployment -- --network <name>`: chain, record, parameters and sources against each other.

interface Options {
  readonly network: string;
  readonly records?: string;
  readonly json?: true;
}

const options = new Command("npm run verify-deployment --")
  .description(
    "Compares a deployment's record with its chain, the network's parameters and the compiled sources.",
  )
  .requiredOption("--network <name>", "which network (scripts/deployment/networks.ts)")
  .option("--records <folder>", "where the records lie, instead of deployments/")
  .option("--json", "print one JSON document instead of text")
  .parse()
  .opts<Options>();

await runCommand(options.json === true, async ({ say, signal }) => {
  const { network, provider, host } = await openNetwork(options.network);
  const record = await readRecord(network, options.records);
  const parameters = await readParameters(network.name);
  const findings = await verifyDeployment(provider, { network, parameters, record, signal });
  const wrong = findings.filter(({ ok }) => !ok);
  say(`${network.name} (chain ${String(network.chainId)}) at ${host}, commit ${record.commit ?? "none"}`);
  for (const { subject, check, detail } of wrong) say(`✘ ${subject}: ${check}: ${detail}`);
  say(`${String(findings.length - wrong.length)} passed, ${String(wrong.length)} failed`);
  return { ok: wrong.length === 0, answer: { network: network.name, ok: wrong.length === 0, findings } };
});
