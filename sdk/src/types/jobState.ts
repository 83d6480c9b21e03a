/** The states of a job in the order of their numbers on chain. Time alone changes none of them. */
export const JOB_STATES = [
  "none",
  "active",
  "submitted",
  "disputed",
  "completed",
  "declined",
  "expired",
  "canceled",
  "refunded",
  "split",
] as const;

/**
 * Where a job stands.
 *
 * - `none`: there is no such job.
 * - `active`: the price is in escrow and the collateral locked; the provider has the turn.
 * - `submitted`: a result is there; the client has the turn.
 * - `disputed`: the client disputes the result; the adjudicator has the turn.
 * - `completed`: the provider was paid.
 * - `declined`: the provider refused in time; nobody lost anything.
 * - `expired`: the provider did not deliver; the client was refunded, collateral was slashed.
 * - `canceled`: both sides agreed to end it.
 * - `refunded`: a ruling found the result wrong.
 * - `split`: no ruling came.
 */
export type JobState = (typeof JOB_STATES)[number];

/** The state with this number on chain; `none` for a number that no state has. */
export function jobStateOf(value: number | bigint): JobState {
  return JOB_STATES[Number(value)] ?? "none";
}

/**
 * Whether nothing can happen to a job any more.
 *
 * @example
 * ```ts
 * import { isFinalState } from "@wattle/sdk";
 *
 * isFinalState("completed"); // true
 * ```
 */
export function isFinalState(state: JobState): boolean {
  return JOB_STATES.indexOf(state) >= JOB_STATES.indexOf("completed");
}
