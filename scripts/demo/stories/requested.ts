import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { acceptResult, compareOutputs, getJob, rateOfRequest } from "@wattle/sdk";
import { fetchResult, runRequest } from "@wattle/sdk/jobs";
import { drawChart } from "../../../examples/weeks/chart.ts";
import { findingsOf, nameOfWeek } from "../../../examples/weeks/findings.ts";
import { findTwins } from "../../../examples/weeks/findTwins.ts";
import { decodeTwins, encodeTwins } from "../../../examples/weeks/twins.ts";
import { createWeeksProgram } from "../../../examples/weeks/weeksJob.ts";
import { showTokens, tokens } from "../money.ts";
import { isPayout } from "../provider.ts";
import { receiptOf } from "./jobReceipt.ts";
import type { Play, StoryEnd } from "./play.ts";

const RUN_LIMIT_SECONDS = 30;
const WEEK_DAYS = 7;
const START_RATE = tokens("0.002");
const MAX_RATE = tokens("0.01");
/** The rate meets the price of the one machine that is large enough on the way. */
const RISE_SECONDS = 16;
const MIN_VRAM_MIB = 16_384;

/** A second client asks for work at a rising price, and knows what the result must be before it sees it. */
export async function playRequested(play: Play): Promise<StoryEnd> {
  const { secondClient: client, screen, stage, providers, weather, signal } = play;
  const job = createWeeksProgram(weather, WEEK_DAYS);
  const expected = encodeTwins(findTwins(weather, WEEK_DAYS));
  screen.say(
    "2nd client",
    `knows the answer from plain JavaScript: ${String(job.weeks.length)} weeks and their twins`,
  );

  let publishedIn = "";
  const done = await runRequest(client, {
    onHash: (hash) => {
      publishedIn = hash;
    },
    job: {
      store: stage.relayUrl,
      // Only who takes the request gets the key of its inputs.
      isPublic: false,
      program: job.program,
      inputs: Object.fromEntries(job.inputs),
      comparison: job.comparison,
      requirements: job.requirements,
    },
    request: {
      token: stage.token,
      startRatePerSecond: START_RATE,
      maxRatePerSecond: MAX_RATE,
      riseSeconds: RISE_SECONDS,
      runLimitSeconds: RUN_LIMIT_SECONDS,
      collateral: tokens("5"),
      declineSeconds: 20,
      slackSeconds: 20,
      minVramMib: MIN_VRAM_MIB,
    },
    onPublished: () => {
      screen.say(
        "2nd client",
        `published a request: ${showTokens(START_RATE)} a second, rising to ${showTokens(MAX_RATE)} within ${String(RISE_SECONDS)} s`,
      );
    },
    onTaken: ({ terms }) => {
      screen.say(
        "2nd client",
        `taken at ${showTokens(terms.ratePerSecond)} a second; hands the key of its inputs over`,
      );
    },
    signal,
  });
  const { terms, jobId, openedAt, state } = done.job;
  const taker = providers.find(({ keys }) => keys.owner.address === terms.provider);
  if (taker === undefined || state !== "submitted") throw new Error(`The request's job is ${state}.`);
  const { name, ratePerSecond: floor } = taker.machine;
  if (terms.ratePerSecond < floor) throw new Error(`${name} took less than its floor.`);
  if (terms.ratePerSecond !== rateOfRequest(done.request, openedAt))
    throw new Error("The job's rate is not what the request paid when it was taken.");

  const { result, outputs } = await fetchResult(client, { ...done, signal });
  const { equal, mismatches } = compareOutputs(
    done.manifest.comparison,
    { [job.output]: expected },
    Object.fromEntries(outputs),
  );
  if (!equal) throw new Error(`The result is not what JavaScript computes: ${JSON.stringify(mismatches)}.`);
  screen.say("2nd client", `all ${String(expected.length)} bytes are what it computed itself`);
  const findings = findingsOf(job.weeks, decodeTwins(outputs.get(job.output) ?? expected), WEEK_DAYS);
  await mkdir(dirname(play.chartFile), { recursive: true });
  await writeFile(play.chartFile, drawChart(findings));
  screen.say(
    "2nd client",
    `the strangest week: ${nameOfWeek(findings.strangest.week)}; a chart: ${play.chartFile}`,
  );

  await acceptResult(client, { terms, signal });
  const payout = await taker.waitFor(isPayout);
  screen.say(name, `paid ${showTokens(BigInt(payout.amount))} out to its cold wallet`);
  const price = terms.ratePerSecond * BigInt(terms.runLimitSeconds);
  return {
    receipt: await receiptOf(client, await getJob(client, { jobId, signal }), play.names, {
      deal: "requested",
      provider: name,
      price,
      others: [{ step: "publish", transactionHash: publishedIn }],
      energyMillijoules: result.usage.energyMillijoules,
      adapter: result.usage.adapter,
      outcome: `${name}'s cold wallet got ${showTokens(price)}, at the rate of the take`,
    }),
    changes: new Map([
      ["2nd client", -price],
      [`${name}'s cold wallet`, price],
    ]),
    burned: 0n,
  };
}
