import { compareOutputs, disputeJob, getJob, watchJob } from "@wattle/sdk";
import { fetchResult, runJob } from "@wattle/sdk/jobs";
import { encodeTwins } from "../../../examples/weeks/twins.ts";
import { findTwins } from "../../../examples/weeks/findTwins.ts";
import { createWeeksProgram } from "../../../examples/weeks/weeksJob.ts";
import { settleDispute } from "../court/settleDispute.ts";
import { showTokens } from "../money.ts";
import { chooseOffer } from "./choose.ts";
import { receiptOf } from "./jobReceipt.ts";
import type { Play, StoryEnd } from "./play.ts";

const RUN_LIMIT_SECONDS = 60;
const WEEK_DAYS = 14;

/** A provider leaves work out: the client compares, disputes, and three signers run the job again. */
export async function playDisputed(play: Play): Promise<StoryEnd> {
  const { secondClient: client, screen, stage, lazy, court, weather, signal } = play;
  const job = createWeeksProgram(weather, WEEK_DAYS);
  // Computed before there is a result to be computed from.
  const expected = encodeTwins(findTwins(weather, WEEK_DAYS));
  const { match, chosen } = await chooseOffer(play, {
    client,
    who: "2nd client",
    providers: [...play.providers, lazy],
    needs: { token: stage.token, runLimitSeconds: RUN_LIMIT_SECONDS, adjudicators: [court.adjudicator] },
  });
  const { name, collateral } = chosen.machine;
  const { jobId, jobKey, price } = await runJob(client, {
    ...match,
    runLimitSeconds: RUN_LIMIT_SECONDS,
    program: job.program,
    inputs: Object.fromEntries(job.inputs),
    comparison: job.comparison,
    requirements: job.requirements,
    signal,
  });
  screen.say("2nd client", `put ${showTokens(price)} into escrow: job ${jobId.slice(0, 10)}…`);

  const { adapter } = await lazy.deliver(jobId, signal);
  for await (const { state } of watchJob(client, { jobId, signal })) if (state === "submitted") break;
  const submitted = await getJob(client, { jobId, signal });
  const { manifest, outputs } = await fetchResult(client, { job: submitted, jobKey, signal });
  const { equal, mismatches } = compareOutputs(
    manifest.comparison,
    { [job.output]: expected },
    Object.fromEntries(outputs),
  );
  if (equal) throw new Error("The lazy provider's result is right: there is nothing to dispute.");
  const differing = mismatches.reduce((sum, mismatch) => sum + mismatch.differing, 0);
  screen.say(
    "2nd client",
    `compared with plain JavaScript: ${String(differing)} of ${String(expected.length)} bytes are wrong`,
  );

  const { terms } = submitted;
  const { fee } = await disputeJob(client, { terms, signal });
  screen.say("2nd client", `disputes, pays ${showTokens(fee)} and discloses the job's key to the signers`);
  const { ruledBy, ruledIn, providerRight } = await settleDispute(client, {
    job: await getJob(client, { jobId, signal }),
    jobKey,
    adjudicator: court.adjudicator,
    threshold: court.threshold,
    judges: court.signers,
    onJudgement: (judge, finding) => {
      screen.say(
        judge.name,
        `ran it again: the provider is ${verdict(finding.providerRight)}, ${finding.reason}`,
      );
    },
    signal,
  });
  const share = fee / BigInt(ruledBy.length);
  const names = ruledBy.map((judge) => judge.name).join(" and ");
  screen.say(
    "court",
    `${names} ruled that ${name} is ${verdict(providerRight)}, for ${showTokens(share)} each`,
  );

  // What the ledger must say if the provider is wrong; were it ruled right, the demo would fail here.
  const compensation = collateral / 2n;
  return {
    receipt: await receiptOf(client, await getJob(client, { jobId, signal }), play.names, {
      deal: "disputed",
      provider: name,
      price,
      adapter,
      others: [{ step: "rule", transactionHash: ruledIn }],
      outcome: `2nd client got ${showTokens(price)} back and ${showTokens(compensation)} of ${name}'s stake; ${names} got the fee; the rest was burned`,
    }),
    changes: new Map([
      ["2nd client", compensation - fee],
      [name, -collateral],
      ...ruledBy.map((judge, index): [string, bigint] => [
        judge.name,
        index === 0 ? fee - share * BigInt(ruledBy.length - 1) : share,
      ]),
    ]),
    burned: collateral - compensation,
  };
}

const verdict = (providerRight: boolean): string => (providerRight ? "right" : "wrong");
