import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  burnSlashedStake,
  depositPayment,
  mintFaucetToken,
  withdrawPayment,
  withdrawSlashClaim,
  getClaim,
} from "@wattle/sdk";
import { parseScene } from "../../examples/render/parseScene.ts";
import { createRenderProgram } from "../../examples/render/renderJob.ts";
import type { ChainKind } from "../local/startChain.ts";
import { playerWallets } from "./accounts.ts";
import { conservationChecks, readLedger, totalOf } from "./ledger.ts";
import { MACHINES } from "./machines.ts";
import { showTokens, tokens } from "./money.ts";
import { isStarted, openProvider, type ProviderKeys } from "./provider.ts";
import type { Receipt, ReceiptCheck } from "./receipt.ts";
import { needsUnsandboxed } from "./sandbox.ts";
import type { Screen } from "./screen.ts";
import { setStage, type Stage } from "./stage.ts";
import { playAbandoned } from "./stories/abandoned.ts";
import type { Play } from "./stories/play.ts";
import { playRefused } from "./stories/refused.ts";
import { playRendered } from "./stories/rendered.ts";

/** What {@link playDemo} takes. */
export interface PlayDemoParameters {
  readonly chain: ChainKind;
  /** The scene's file. */
  readonly scene: string;
  /** The folder that the picture goes to. */
  readonly out: string;
  readonly screen: Screen;
  readonly signal: AbortSignal;
}

const CLIENT_TOKENS = tokens("50");

/**
 * Plays the whole demo and cleans up behind it.
 *
 * @throws Error when a story does not go as it should.
 */
export async function playDemo(parameters: PlayDemoParameters): Promise<Receipt> {
  const { screen, signal } = parameters;
  const render = createRenderProgram(parseScene(await readFile(parameters.scene, "utf8")));
  screen.chapter("Setting the stage");
  const stage = await setStage(parameters.chain, screen);
  try {
    // Whatever waits below is given up as soon as somebody asks to stop.
    return await Promise.race([act(stage, render, parameters), stopped(signal)]);
  } finally {
    await stage.strike();
  }
}

async function act(
  stage: Stage,
  render: Play["render"],
  { screen, signal, out, chain }: PlayDemoParameters,
): Promise<Receipt> {
  const [clientWallet, passerby, ...rest] = playerWallets(stage.provider, 2 + 3 * MACHINES.length);
  if (clientWallet === undefined || passerby === undefined)
    throw new Error("The chain has too few accounts.");
  const allowUnsandboxed = await needsUnsandboxed(screen);
  const providers = await Promise.all(
    MACHINES.map((machine, index) => {
      const [owner, operator, payout] = rest.slice(3 * index, 3 * index + 3);
      if (!owner || !operator || !payout) throw new Error("The chain has too few accounts.");
      const keys: ProviderKeys = { owner, operator, payout };
      return openProvider(stage, machine, keys, screen, allowUnsandboxed);
    }),
  );
  for (const { machine, waitFor } of providers) {
    const started = await waitFor(isStarted);
    const driver = started.isSoftware ? "no GPU here: the software driver" : "the GPU";
    screen.say(
      machine.name,
      `its worker runs on ${driver} ${started.adapter}; sandbox: ${started.sandbox}; memory limit: ${started.memoryLimit}`,
    );
  }

  const client = stage.clientFor(clientWallet);
  const { token } = stage;
  await mintFaucetToken(client, { token, to: clientWallet.address, amount: CLIENT_TOKENS });
  await depositPayment(client, { token, amount: CLIENT_TOKENS, marketAllowance: CLIENT_TOKENS });
  screen.say(
    "client",
    `deposited ${showTokens(CLIENT_TOKENS)} and allowed the market to use it, in one transaction`,
  );

  const parties = new Map([
    ["client", clientWallet.address],
    ["passer-by", passerby.address],
    ...providers.flatMap(({ machine, keys }): [string, string][] => [
      [machine.name, keys.owner.address],
      [`${machine.name}'s worker`, keys.operator.address],
      [`${machine.name}'s cold wallet`, keys.payout.address],
    ]),
  ]);
  const names = new Map([...parties].map(([name, address]) => [address, name]));
  const before = await readLedger(client, token, parties);

  const play: Play = {
    ...{ stage, screen, client, clientWallet, passerby, providers, names, render, signal },
    pictureFile: join(out, "picture.png"),
  };
  const ends = [await playRendered(play), await playAbandoned(play), await playRefused(play)];

  screen.chapter("Everybody takes what is theirs");
  await withdrawSlashClaim(client, { to: clientWallet.address, signal });
  await withdrawPayment(client, {
    token,
    amount: await getClaim(client, { token, account: clientWallet.address }),
    to: clientWallet.address,
    signal,
  });
  await burnSlashedStake(stage.clientFor(passerby), { signal });
  screen.say("client", "withdrew what was left and what it was compensated with");

  const after = await readLedger(client, token, parties);
  const checks: ReceiptCheck[] = [...parties.keys()].map((name) => {
    const change = ends.reduce((sum, { changes }) => sum + (changes.get(name) ?? 0n), 0n);
    const [then, now] = [before.parties.get(name), after.parties.get(name)];
    if (then === undefined || now === undefined) throw new Error(`The ledger lacks ${name}.`);
    return { name, expected: totalOf(then) + change, found: totalOf(now) };
  });
  checks.push({
    name: "burned",
    expected: before.burned + ends.reduce((sum, { burned }) => sum + burned, 0n),
    found: after.burned,
  });
  checks.push(...conservationChecks(after));
  return {
    chain: `${stage.chain.process.name} (${chain})`,
    jobs: ends.map(({ receipt }) => receipt),
    checks,
    picture: play.pictureFile,
    seconds: screen.elapsedSeconds(),
  };
}

async function stopped(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = (): void => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
}
