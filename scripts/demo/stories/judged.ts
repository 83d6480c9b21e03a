import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import {
  applyRuling,
  type CourtEvent,
  disputeJob,
  drawPanel,
  getCourtEvents,
  getHearing,
  getJob,
  openCase,
  SlashingCourtNoSeedError,
  TransactionRevertedError,
  CourtVotesUnexpectedStageError,
  watchHearing,
  watchJob,
} from "@wattle/sdk";
import { discloseJob, fetchResult, runJob } from "@wattle/sdk/jobs";
import { computeTile } from "../../../examples/julia/computeTile.ts";
import { drawTiles } from "../../../examples/julia/drawTiles.ts";
import { createJuliaJob, tilesOfOutput } from "../../../examples/julia/juliaJob.ts";
import { showDifference } from "../../../examples/julia/showDifference.ts";
import { TILE_SIDE } from "../../../examples/julia/tile.ts";
import { tilingOf } from "../../../examples/julia/tiling.ts";
import { encodePng } from "../../../examples/render/png.ts";
import { showTokens } from "../money.ts";
import { chooseOffer } from "./choose.ts";
import { type OtherStep, receiptOf } from "./jobReceipt.ts";
import type { Play, StoryEnd } from "./play.ts";

const [COLUMNS, ROWS, STEP] = [20, 12, 20];
const RUN_LIMIT_SECONDS = 20;
/** Tiles that the client computes itself, of 240. */
const SAMPLE = 8;
const POINTS = TILE_SIDE * TILE_SIDE;
const LOOK_MS = 500;
const STEP_NAMES: Partial<Record<CourtEvent["type"], string>> = {
  "seat-drawn": "draw",
  "vote-committed": "commit",
  "vote-revealed": "reveal",
  "case-finished": "finish",
};

/** A provider makes a picture up that looks right: a sample gives it away, and three drawn jurors find out why. */
export async function playJudged(play: Play): Promise<StoryEnd> {
  const { client, screen, stage, jury, cheat, names, signal } = play;
  const { court, jurors, seatFee } = jury;
  const tiling = tilingOf(COLUMNS, ROWS, STEP);
  const job = createJuliaJob(tiling);
  const { match, chosen } = await chooseOffer(play, {
    client,
    who: "client",
    providers: [...play.providers, cheat],
    needs: { token: stage.token, runLimitSeconds: RUN_LIMIT_SECONDS, adjudicators: [court] },
  });
  const { name, collateral } = chosen.machine;
  const { jobId, jobKey, copies, price } = await runJob(client, {
    ...match,
    runLimitSeconds: RUN_LIMIT_SECONDS,
    program: job.program,
    inputs: Object.fromEntries(job.inputs),
    comparison: job.comparison,
    requirements: job.requirements,
    signal,
  });
  screen.say("client", `put ${showTokens(price)} into escrow: job ${jobId.slice(0, 10)}…`);

  await cheat.deliver(jobId, tiling, signal);
  for await (const { state } of watchJob(client, { jobId, signal })) if (state === "submitted") break;
  const submitted = await getJob(client, { jobId, signal });
  const { outputs } = await fetchResult(client, { job: submitted, jobKey, signal });
  const delivered = tilesOfOutput(outputs.get(job.output) ?? new Uint8Array());
  const wrong = sampleOf(jobKey.identity, tiling.tiles.length).reduce((sum, index) => {
    const [tile, answer] = [tiling.tiles[index], delivered[index]];
    if (tile === undefined || answer === undefined) throw new Error("The picture has too few tiles.");
    return sum + computeTile(tile).filter((steps, point) => steps !== answer[point]).length;
  }, 0);
  screen.say(
    "client",
    `computed ${String(SAMPLE)} of ${String(tiling.tiles.length)} tiles itself: ${String(wrong)} of ${String(SAMPLE * POINTS)} points are wrong`,
  );
  if (wrong === 0) throw new Error("The cheating provider's picture is right: there is nothing to dispute.");

  const { terms } = submitted;
  const { fee } = await disputeJob(client, { terms, signal });
  await openCase(client, { terms, signal });
  screen.say("client", `disputes, and pays ${showTokens(fee)} for three jurors`);
  await drawInTime(play, jobId);
  const { panel, openedCase } = await getHearing(client, { court, caseId: jobId, signal });
  const drawn = panel.map(({ juror }) => names.get(juror) ?? juror);
  screen.say("court", `a block's hash drew ${drawn.join(", ")}; nobody tells them what is wrong`);
  const { disclosed, failed } = await discloseJob(client, { court, caseId: jobId, jobKey, copies, signal });
  for (const { error } of failed) screen.say("client", `a juror cannot be told: ${error.message}`);
  screen.say(
    "client",
    `disclosed the job to ${String(disclosed.length)} jurors, each at its own relay, and to nobody else`,
  );

  // From here on the jurors' workers do it all.
  const told = new Set<string>();
  for await (const hearing of watchHearing(client, { court, caseId: jobId, signal })) {
    for (const { juror, vote } of hearing.panel) {
      const who = names.get(juror) ?? juror;
      const news = `${who} ${vote}`;
      if (vote === "none" || told.has(news)) continue;
      told.add(news);
      const answer = vote === "provider-right" ? "right" : "wrong";
      screen.say(who, vote === "committed" ? "has an answer, sealed" : `opens it: the provider is ${answer}`);
    }
    if (hearing.stage !== "decided" && hearing.stage !== "finished") continue;
    if (hearing.ruling === "none") throw new Error("The jurors came to no ruling.");
    await applyRuling(client, { terms, signal });
    break;
  }
  for await (const { stage: where } of watchHearing(client, { court, caseId: jobId, signal }))
    if (where === "finished") break;

  const right = drawTiles(tiling, tiling.tiles.map(computeTile));
  const shown = showDifference(drawTiles(tiling, delivered), right);
  await mkdir(dirname(play.differenceFile), { recursive: true });
  await writeFile(play.differenceFile, encodePng(shown.rgba, shown.width, shown.height));
  screen.say(
    "court",
    `${name} is slashed; ${String(shown.differing)} of ${String(right.width * right.height)} points were made up: ${play.differenceFile}`,
  );

  const compensation = collateral / 2n;
  const events = await getCourtEvents(client, { court, fromBlock: submitted.openedBlock, signal });
  const others = new Map<string, OtherStep>();
  for (const { type, transactionHash } of events) {
    const step = STEP_NAMES[type];
    if (step !== undefined) others.set(transactionHash, { step, transactionHash });
  }
  const paid = jurors.filter(({ keys }) => panel.some(({ juror }) => juror === keys.owner.address));
  if (paid.length !== panel.length || openedCase.fee !== BigInt(panel.length) * seatFee)
    throw new Error("The panel is not one of the demo's jurors.");
  return {
    receipt: await receiptOf(client, await getJob(client, { jobId, signal }), names, {
      deal: "judged",
      provider: name,
      price,
      adapter: null,
      others: [...others.values()],
      outcome: `client got ${showTokens(price)} back and ${showTokens(compensation)} of ${name}'s stake; ${drawn.join(", ")} got ${showTokens(seatFee)} each; the rest was burned`,
    }),
    changes: new Map([
      ["client", compensation - fee],
      [name, -collateral],
      ...paid.map((juror): [string, bigint] => [`${juror.name}'s cold wallet`, seatFee]),
    ]),
    burned: collateral - compensation,
  };
}

/** Which tiles the client computes: the provider cannot know, and anyone with the job's key finds the same ones. */
function sampleOf(secret: string, tiles: number): readonly number[] {
  const chosen = new Set<number>();
  for (let count = 0; chosen.size < SAMPLE; count++) {
    const hash = createHash("sha256")
      .update(`${secret} ${String(count)}`)
      .digest();
    chosen.add(hash.readUInt32BE(0) % tiles);
  }
  return [...chosen];
}

/** Draws the panel, unless one of the jurors' workers was quicker. */
async function drawInTime({ client, jury: { court }, signal }: Play, jobId: string): Promise<void> {
  for (;;) {
    const { stage, openedCase } = await getHearing(client, { court, caseId: jobId, signal });
    if (stage !== "drawing") return;
    try {
      await drawPanel(client, { court, openedCase, signal });
    } catch (error) {
      // Somebody may be quicker after the check, too: then it is the transaction that fails.
      const reason = error instanceof TransactionRevertedError ? error.cause : error;
      const isTooEarly = reason instanceof SlashingCourtNoSeedError;
      if (!isTooEarly && !(reason instanceof CourtVotesUnexpectedStageError)) throw error;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }
}
