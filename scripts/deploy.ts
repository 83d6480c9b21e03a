import { createInterface } from "node:readline/promises";
import { Command } from "commander";
import { applyPlan } from "./deployment/applyPlan.ts";
import { hasCreateX, installCreateX } from "./deployment/createX.ts";
import type { DeploymentStep } from "./deployment/deployContracts.ts";
import { ConfirmationNeededError } from "./deployment/errors.ts";
import { openNetwork } from "./deployment/openNetwork.ts";
import { readParameters } from "./deployment/parameters.ts";
import { type DeploymentPlan, planDeployment } from "./deployment/planDeployment.ts";
import { renderPlan } from "./deployment/renderPlan.ts";
import { runCommand } from "./deployment/runCommand.ts";

// `npm run deploy -- --network <name>`: plan, ask, apply.

interface Options {
  readonly network: string;
  readonly dryRun?: true;
  readonly yes?: true;
  readonly json?: true;
}

const options = new Command("npm run deploy --")
  .description(
    "Deploys Wattle to a network: says what it would do, asks, and does it. Run it again to continue.",
  )
  .requiredOption("--network <name>", "which network (scripts/deployment/networks.ts)")
  .option("--dry-run", "only say what would be done")
  .option("--yes", "do not ask")
  .option("--json", "print one JSON document instead of a table")
  .parse()
  .opts<Options>();

await runCommand(options.json === true, async ({ say, signal }) => {
  const { network, provider, host, signer: openSigner } = await openNetwork(options.network);
  const parameters = await readParameters(network.name);
  const signer = await openSigner();
  const account = await signer.getAddress();
  if (network.isLocal && !(await hasCreateX(provider))) {
    say("A local chain has no CreateX factory: it is put there first.");
    await installCreateX(provider, account);
  }
  const plan = await planDeployment({ provider, network, parameters, account });
  say(renderPlan(plan, host));
  const describe = (events: readonly DeploymentStep[], applied: boolean): unknown => ({
    ...describePlan(plan, host, events),
    applied,
  });
  const isDone = plan.steps.every(({ isThere }) => isThere);
  if (options.dryRun === true || isDone) return { ok: true, answer: describe([], isDone) };
  if (options.yes !== true && !(await confirm(say, signal))) {
    say("Nothing was sent.");
    return { ok: false, answer: describe([], false) };
  }
  const events: DeploymentStep[] = [];
  await applyPlan(plan, signer, {
    signal,
    onPending: (transactions) => {
      say(`waiting for ${String(transactions)} transactions of the account that are under way`);
    },
    onStep: (step) => {
      events.push(step);
      say(tell(step));
    },
  });
  say(`Next: npm run export-deployment -- --network ${network.name}`);
  return { ok: true, answer: describe(events, true) };
});

function tell({ contract: { name, address }, event, transaction }: DeploymentStep): string {
  const by = transaction === undefined ? "" : ` by ${transaction}`;
  switch (event) {
    case "sent":
      return `${name}: sent${by}`;
    case "found":
      return `${name}: was at ${address} already`;
    case "adopted":
      return `${name}: somebody else put it to ${address}, and it is the same`;
    case "deployed":
      return `${name}: is at ${address}${by}`;
  }
}

function describePlan(
  { network, steps, codeHashes: _hashes, suite: _suite, ...figures }: DeploymentPlan,
  host: string,
  events: readonly DeploymentStep[],
): object {
  return {
    ...{ network: network.name, chainId: network.chainId, endpoint: host },
    ...figures,
    contracts: steps.map(({ contract: { name, address, arguments: args }, isThere, gas, costWei }) => {
      const last = events.findLast(({ contract }) => contract.name === name);
      const state = isThere ? "found" : (last?.event ?? "absent");
      return { name, address, arguments: args, state, gas, costWei, transaction: last?.transaction ?? null };
    }),
  };
}

async function confirm(say: (text: string) => void, signal: AbortSignal): Promise<boolean> {
  if (!process.stdin.isTTY) throw new ConfirmationNeededError();
  say("");
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await prompt.question("Deploy? [y/N] ", { signal });
  prompt.close();
  return /^y(?:es)?$/i.test(answer.trim());
}
