import { type JobTerms, windowsOf } from "@wattle/sdk";

/** Time that the worker keeps in hand. */
export interface TimeReserves {
  /** Before the decline window closes, in seconds; at most half of a job's window is used. */
  readonly declineMarginSeconds: number;
  /** Before the deadline, for upload and submission, in seconds; at most half of a job's slack is used. */
  readonly deliverReserveSeconds: number;
}

/** When a job's windows close, in Unix seconds of the chain. Each second named belongs to its window. */
export interface JobTimes {
  /** Until when checking may take before the job is declined. */
  readonly checkUntil: number;
  readonly declineUntil: number;
  /** Until when a run may take that can still be delivered. */
  readonly runUntil: number;
  readonly deliverUntil: number;
}

/**
 * When the windows of a job close.
 *
 * @param openedAt When the job was opened, Unix seconds of the chain.
 */
export function jobTimes(terms: JobTerms, openedAt: number, reserves: TimeReserves): JobTimes {
  const { declineUntil, deliverUntil } = windowsOf(terms, { openedAt, submittedAt: null });
  const declineMargin = Math.min(reserves.declineMarginSeconds, Math.floor(terms.declineSeconds / 2));
  const deliverReserve = Math.min(reserves.deliverReserveSeconds, Math.floor(terms.slackSeconds / 2));
  return {
    checkUntil: declineUntil - declineMargin,
    declineUntil,
    runUntil: deliverUntil - deliverReserve,
    deliverUntil,
  };
}
