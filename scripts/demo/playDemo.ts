import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  burnSlashedStake,
  getClaim,
  getSlashClaim,
  type WattleClient,
  withdrawPayment,
  withdrawSlashClaim,
} from "@wattle/sdk";
import { parseScene } from "../../examples/render/parseScene.ts";
import { createRenderProgram } from "../../examples/render/renderJob.ts";
import { parseWeather } from "../../examples/weeks/parseWeather.ts";
import type { ChainKind } from "../local/startChain.ts";
import { openCast } from "./cast.ts";
import { conservationChecks, type Ledger, readLedger, totalOf } from "./ledger.ts";
import type { Receipt, ReceiptCheck } from "./receipt.ts";
import type { Screen } from "./screen.ts";
import { setStage, type Stage } from "./stage.ts";
import type { Play, StoryEnd } from "./stories/play.ts";
import { playStories } from "./stories/stories.ts";

/** What {@link playDemo} takes. */
export interface PlayDemoParameters {
  readonly chain: ChainKind;
  /** The scene's file. */
  readonly scene: string;
  /** The folder that picture and chart go to. */
  readonly out: string;
  readonly screen: Screen;
  readonly signal: AbortSignal;
}

const WEATHER_FILE = new URL("../../examples/weeks/data/weather.csv", import.meta.url);

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
  const { parties, ...cast } = await openCast(stage, screen);
  const { client, secondClient } = cast;
  const before = await readLedger(client, stage.token, parties);
  const play: Play = {
    ...{ ...cast, stage, screen, render, signal },
    names: new Map([...parties].map(([name, address]) => [address, name])),
    weather: parseWeather(await readFile(WEATHER_FILE, "utf8")),
    pictureFile: join(out, "picture.png"),
    chartFile: join(out, "weeks.svg"),
    tilesFile: join(out, "julia.png"),
    differenceFile: join(out, "difference.png"),
  };
  const ends = await playStories(play);

  screen.chapter("Everybody takes what is theirs");
  await Promise.all([takeAll(client, stage.token, signal), takeAll(secondClient, stage.token, signal)]);
  await burnSlashedStake(stage.clientFor(cast.passerby), { signal });
  screen.say("clients", "withdrew what was left and what they were compensated with");

  const after = await readLedger(client, stage.token, parties);
  return {
    chain: `${stage.chain.process.name} (${chain})`,
    deals: ends.map(({ receipt }) => receipt),
    checks: checksOf(before, after, ends),
    picture: play.pictureFile,
    chart: play.chartFile,
    tiles: play.tilesFile,
    difference: play.differenceFile,
    seconds: screen.elapsedSeconds(),
  };
}

/** Withdraws what a client has in the vault and from slashes. */
async function takeAll(client: WattleClient, token: string, signal: AbortSignal): Promise<void> {
  const account = (await client.signer?.getAddress()) ?? "";
  if ((await getSlashClaim(client, { account, signal })) > 0n)
    await withdrawSlashClaim(client, { to: account, signal });
  const amount = await getClaim(client, { token, account, signal });
  await withdrawPayment(client, { token, amount, to: account, signal });
}

/** What the stories say of everybody's holdings, and what must hold whatever happened. */
function checksOf(before: Ledger, after: Ledger, ends: readonly StoryEnd[]): readonly ReceiptCheck[] {
  const sum = (pick: (end: StoryEnd) => bigint): bigint => ends.reduce((total, end) => total + pick(end), 0n);
  for (const name of ends.flatMap(({ changes }) => [...changes.keys()])) {
    if (!before.parties.has(name)) throw new Error(`The ledger lacks ${name}, of whom a story tells.`);
  }
  const checks = [...before.parties].map(([name, then]): ReceiptCheck => {
    const now = after.parties.get(name);
    if (now === undefined) throw new Error(`The ledger lacks ${name}.`);
    const change = sum(({ changes }) => changes.get(name) ?? 0n);
    return { name, expected: totalOf(then) + change, found: totalOf(now) };
  });
  const burned = before.burned + sum((end) => end.burned);
  return [...checks, { name: "burned", expected: burned, found: after.burned }, ...conservationChecks(after)];
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
