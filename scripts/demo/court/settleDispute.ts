import { applyRuling, type Job, openCase, ruleCase, type WattleClient } from "@wattle/sdk";
import type { JobKey } from "@wattle/sdk/blobs";
import { discloseKey } from "./discloseKey.ts";
import type { Judgement } from "./judgeCase.ts";

/** A signer as whoever has a case sees it. */
export interface Judge {
  readonly name: string;
  readonly address: string;
  readonly recipient: string;
  judge(jobId: string, disclosure: Uint8Array, signal: AbortSignal): Promise<Judgement>;
}

/** What {@link settleDispute} takes. */
export interface SettleDisputeParameters {
  /** The disputed job. */
  readonly job: Job;
  readonly jobKey: Pick<JobKey, "identity">;
  readonly adjudicator: string;
  readonly threshold: number;
  readonly judges: readonly Judge[];
  /** Called with each signer's finding as it comes. */
  readonly onJudgement?: (judge: Judge, judgement: Judgement) => void;
  readonly signal: AbortSignal;
}

/** How a dispute ended. */
export interface SettledDispute {
  readonly providerRight: boolean;
  /** Whose words the ruling carries: the fee is theirs. In ascending order of their addresses. */
  readonly ruledBy: readonly Judge[];
  /** The transaction that carried their words to the adjudicator. */
  readonly ruledIn: string;
}

/**
 * Hands a dispute to its adjudicator, discloses the job's key to the signers, carries the first answer that enough of
 * them give to the chain, and applies it. Anybody could do all of it but the disclosure.
 *
 * @throws Error when the signers come to no answer.
 */
export async function settleDispute(
  client: WattleClient,
  parameters: SettleDisputeParameters,
): Promise<SettledDispute> {
  const { job, adjudicator, threshold, judges, signal } = parameters;
  const { jobId, terms } = job;
  if (!job.caseOpened) await openCase(client, { terms, signal });
  const disclosure = await discloseKey(
    parameters.jobKey,
    judges.map(({ recipient }) => recipient),
  );
  // All of them are heard before any is counted: who is slow is no less right.
  const heard = await Promise.allSettled(
    judges.map(async (judge) => {
      const judgement = await judge.judge(jobId, disclosure, signal);
      parameters.onJudgement?.(judge, judgement);
      return { judge, judgement };
    }),
  );
  const words = heard.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  for (const providerRight of [true, false]) {
    const agreed = words
      .filter(({ judgement }) => judgement.providerRight === providerRight)
      .sort((one, other) => (BigInt(one.judge.address) < BigInt(other.judge.address) ? -1 : 1))
      .slice(0, threshold);
    if (agreed.length < threshold) continue;
    const attestations = agreed.map(({ judgement }) => judgement.attestation);
    const { hash } = await ruleCase(client, {
      adjudicator,
      caseId: jobId,
      providerRight,
      attestations,
      signal,
    });
    await applyRuling(client, { terms, signal });
    return { providerRight, ruledBy: agreed.map(({ judge }) => judge), ruledIn: hash };
  }
  const reasons = heard.flatMap((one) => (one.status === "rejected" ? [String(one.reason)] : []));
  throw new Error(`The signers came to no answer. ${reasons.join(" ")}`);
}
