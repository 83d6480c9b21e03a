import type { JobTerms } from "./jobTerms.ts";

/** Until when each side may act. Unix seconds of the chain; each window includes its second. */
export interface JobWindows {
  /** The last second in which the provider may decline. */
  readonly declineUntil: number;
  /** The last second in which a result may be submitted; after it anyone may expire the job. */
  readonly deliverUntil: number;
  /** The last second in which the client may dispute; after it anyone may settle. Null without a result. */
  readonly reviewUntil: number | null;
  /** The last second in which a ruling is taken; after it anyone may split the price. Null without a dispute. */
  readonly rulingUntil: number | null;
}

/**
 * When a job's windows close.
 *
 * @param job When it was opened and, if it was, submitted: a `Job` has both.
 *
 * @example
 * ```ts
 * import { windowsOf } from "@wattle/sdk";
 *
 * const { deliverUntil } = windowsOf(job.terms, job);
 * ```
 */
export function windowsOf(
  terms: JobTerms,
  job: {
    readonly openedAt: number;
    readonly submittedAt: number | null;
    readonly disputedAt?: number | null;
  },
): JobWindows {
  const disputedAt = job.disputedAt ?? null;
  const declineUntil = job.openedAt + terms.declineSeconds;
  return {
    declineUntil,
    deliverUntil: declineUntil + terms.runLimitSeconds + terms.slackSeconds,
    reviewUntil: job.submittedAt === null ? null : job.submittedAt + terms.reviewSeconds,
    rulingUntil: disputedAt === null ? null : disputedAt + terms.rulingSeconds,
  };
}
