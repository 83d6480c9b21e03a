import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { network as simulation } from "hardhat";
import { format } from "prettier";
import { commitOfSources } from "./deployment/commitOf.ts";
import { deployToSimulation } from "./deployment/deployToSimulation.ts";
import { describeDeployment } from "./deployment/describeDeployment.ts";
import { openNetwork } from "./deployment/openNetwork.ts";
import { readParameters } from "./deployment/parameters.ts";
import { planSuite } from "./deployment/planSuite.ts";
import { type DeploymentRecord, recordFileOf } from "./deployment/record.ts";
import { runCommand } from "./deployment/runCommand.ts";

// The one thing that writes deployments/<chainId>.json. With --network, of what that network has; without, of a fresh local
// chain, where code and parameters decide the addresses, so that they are the same on every machine. With --check a change
// is reported instead of written.

interface Options {
  readonly network?: string;
  readonly records?: string;
  readonly check?: true;
}

const options = new Command("npm run export-deployment --")
  .description("Writes deployments/<chainId>.json from what the chain has.")
  .option(
    "--network <name>",
    "which network (scripts/deployment/networks.ts); a fresh local chain unless given",
  )
  .option("--records <folder>", "where to write to, instead of deployments/")
  .option("--check", "write nothing, and fail if something would change")
  .parse()
  .opts<Options>();

await runCommand(false, async ({ say, signal }) => {
  const { network } = options;
  const record =
    network === undefined
      ? await deployToSimulation(await simulation.create())
      : await describeNetwork(network, signal);
  const file = recordFileOf(record.chainId, options.records);
  const name = `deployments/${String(record.chainId)}.json`;
  const text = await format(JSON.stringify(record), { parser: "json", printWidth: 110 });
  if (options.check !== true) {
    await writeFile(file, text);
    say(`${options.records === undefined ? name : fileURLToPath(file)} written`);
    if (network !== undefined)
      say("Next: npm run generate, and commit the record with the SDK that knows it.");
    return { ok: true, answer: record };
  }
  const ok = (await readFile(file, "utf8").catch(() => "")) === text;
  say(ok ? `${name} is fresh` : `${name} is stale. Run \`npm run generate\` and commit the result.`);
  return { ok, answer: record };
});

async function describeNetwork(name: string, signal: AbortSignal): Promise<DeploymentRecord> {
  const { network, provider } = await openNetwork(name);
  const commit = network.isLocal ? null : await commitOfSources();
  const suite = await planSuite(await readParameters(name));
  return describeDeployment(provider, { network, suite, commit, signal });
}
