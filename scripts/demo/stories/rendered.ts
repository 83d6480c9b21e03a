import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { acceptResult, getJob, watchJob } from "@wattle/sdk";
import { fetchResult, runJob } from "@wattle/sdk/jobs";
import type { ProgressEvent, WorkerEvent } from "@wattle/worker";
import { encodePng } from "../../../examples/render/png.ts";
import { showTokens } from "../money.ts";
import { isPayout } from "../provider.ts";
import { chooseOffer } from "./choose.ts";
import { receiptOf } from "./jobReceipt.ts";
import type { Play, StoryEnd } from "./play.ts";

const RUN_LIMIT_SECONDS = 120;
const MIN_VRAM_MIB = 8_192;

/** A client renders a scene on a stranger's machine, checks the picture and pays. */
export async function playRendered(play: Play): Promise<StoryEnd> {
  const { client, screen, stage, providers, render, signal } = play;
  const { match, chosen } = await chooseOffer(play, {
    client,
    who: "client",
    providers,
    needs: { token: stage.token, runLimitSeconds: RUN_LIMIT_SECONDS, machine: { minVramMib: MIN_VRAM_MIB } },
  });
  const { name } = chosen.machine;
  const opened = await runJob(client, {
    ...match,
    runLimitSeconds: RUN_LIMIT_SECONDS,
    program: render.program,
    inputs: Object.fromEntries(render.inputs),
    comparison: render.comparison,
    requirements: render.requirements,
    signal,
  });
  const { jobId, price } = opened;
  screen.say(
    "client",
    `encrypted the scene for ${name}, put ${showTokens(price)} into escrow: job ${jobId.slice(0, 10)}…`,
  );
  chosen.onEvent((event: WorkerEvent) => {
    if (isProgress(event) && event.jobId === jobId) {
      screen.progress(name, `renders: pass ${String(event.completedPasses)} of ${String(event.totalPasses)}`);
    } else if (event.event === "job" && event.jobId === jobId) {
      screen.say(name, `the job is ${event.step}`);
    }
  });

  for await (const { state } of watchJob(client, { jobId, signal })) {
    if (state === "submitted") break;
    if (state !== "active") throw new Error(`The job is ${state}, not submitted.`);
  }
  const submitted = await getJob(client, { jobId, signal });
  const { result, outputs } = await fetchResult(client, { job: submitted, jobKey: opened.jobKey, signal });
  const pixels = outputs.get(render.output.name);
  if (result.outcome.status !== "completed" || pixels === undefined) {
    throw new Error(`The run ended with ${JSON.stringify(result.outcome)}.`);
  }
  await mkdir(dirname(play.pictureFile), { recursive: true });
  await writeFile(play.pictureFile, encodePng(pixels, render.output.width, render.output.height));
  screen.say("client", `fetched, verified and decrypted the picture: ${play.pictureFile}`);
  screen.say(name, `ran ${(result.usage.runMs / 1000).toFixed(1)} s on ${result.usage.adapter}`);

  const { terms } = submitted;
  await acceptResult(client, { terms, signal });
  const payout = await chosen.waitFor(isPayout);
  screen.say(name, `paid ${showTokens(BigInt(payout.amount))} out to its cold wallet`);
  const job = await getJob(client, { jobId, signal });
  return {
    receipt: await receiptOf(client, job, play.names, {
      deal: "render",
      provider: name,
      price,
      energyMillijoules: result.usage.energyMillijoules,
      adapter: result.usage.adapter,
      outcome: `${name}'s cold wallet got ${showTokens(price)}`,
    }),
    changes: new Map([
      ["client", -price],
      [`${name}'s cold wallet`, price],
    ]),
    burned: 0n,
  };
}

const isProgress = (event: WorkerEvent): event is ProgressEvent => event.event === "progress";
