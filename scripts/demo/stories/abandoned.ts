import { setTimeout as sleep } from "node:timers/promises";
import { expireJob, getJob, windowsOf } from "@wattle/sdk";
import { runJob } from "@wattle/sdk/jobs";
import type { ProgressEvent, WorkerEvent } from "@wattle/worker";
import { showTokens } from "../money.ts";
import { chooseOffer } from "./choose.ts";
import { receiptOf } from "./jobReceipt.ts";
import type { Play, StoryEnd } from "./play.ts";

// Long enough for a slow machine to have started on the picture, among all that goes on beside it.
const RUN_LIMIT_SECONDS = 20;
const LOOK_MS = 250;

/** A worker is killed in the middle of a job: the client is refunded and compensated, the provider is slashed. */
export async function playAbandoned(play: Play): Promise<StoryEnd> {
  const { client, screen, stage, providers, render, signal } = play;
  const { match, chosen } = await chooseOffer(play, {
    client,
    who: "client",
    providers,
    needs: { token: stage.token, runLimitSeconds: RUN_LIMIT_SECONDS },
  });
  const { name, collateral } = chosen.machine;
  const { jobId, price, terms } = await runJob(client, {
    ...match,
    runLimitSeconds: RUN_LIMIT_SECONDS,
    program: render.program,
    inputs: Object.fromEntries(render.inputs),
    comparison: render.comparison,
    requirements: render.requirements,
    signal,
  });
  screen.say("client", `put ${showTokens(price)} into escrow: job ${jobId.slice(0, 10)}…`);
  const running = (event: WorkerEvent): event is ProgressEvent =>
    event.event === "progress" && event.jobId === jobId;
  await chosen.waitFor(running);
  await chosen.worker.kill();
  screen.say(name, "renders, and its process is killed (SIGKILL)");

  const opened = await getJob(client, { jobId, signal });
  const { deliverUntil } = windowsOf(terms, opened);
  for (;;) {
    const block = await client.provider.getBlock("latest");
    const left = deliverUntil - (block?.timestamp ?? 0);
    if (left < 0) break;
    screen.progress("passer-by", `waits for the deadline: ${String(left + 1)} s`);
    await sleep(LOOK_MS, undefined, { signal });
  }
  await expireJob(stage.clientFor(play.passerby), { terms, signal });
  // The claims and the stake themselves are checked at the end, against what this says.
  const compensation = collateral / 2n;
  screen.say("passer-by", `ended the job: ${showTokens(price)} went back to the client`);
  screen.say(
    name,
    `lost ${showTokens(collateral)} of its stake; ${showTokens(compensation)} of it is the client's`,
  );
  const job = await getJob(client, { jobId, signal });
  return {
    receipt: await receiptOf(client, job, play.names, {
      deal: "abandoned",
      provider: name,
      price,
      outcome: `client got ${showTokens(price)} back and ${showTokens(compensation)} of ${name}'s stake; the rest was burned`,
    }),
    changes: new Map([
      ["client", compensation],
      [name, -collateral],
    ]),
    burned: collateral - compensation,
  };
}
