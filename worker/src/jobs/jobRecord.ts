import type { JobTerms } from "@wattle/sdk";

/**
 * How far the worker has come with a job.
 *
 * The way of a job that goes well: `seen` (opened on chain), `checked` (everything fetched, decrypted and found in
 * order), `running`, `ran` (the encrypted result is on disk), `uploaded` (the client's store has it), `submitting`
 * (the transaction is queued), `submitted`, `paid`. The other ways: `refused` (to be declined) and `declined`;
 * `abandoned` (to be forfeited) and `forfeited`; `expired` (the deadline passed); `closed` (a dispute or both sides
 * ended it).
 */
export const JOB_STEPS = [
  "seen",
  "checked",
  "running",
  "ran",
  "uploaded",
  "submitting",
  "submitted",
  "refused",
  "abandoned",
  "paid",
  "declined",
  "forfeited",
  "expired",
  "closed",
] as const;

/** How far the worker has come with a job: see {@link JOB_STEPS}. */
export type JobStep = (typeof JOB_STEPS)[number];

/** Whether the worker has nothing more to do for a job. */
export function isFinalStep(step: JobStep): boolean {
  return JOB_STEPS.indexOf(step) >= JOB_STEPS.indexOf("paid");
}

/** A job as the worker remembers it across restarts. The chain can tell all of it anew but the work done. */
export interface JobRecord {
  readonly jobId: string;
  readonly terms: JobTerms;
  /** The UnixFS root of the encrypted manifest. */
  readonly specRoot: string;
  readonly openedBlock: number;
  readonly openedBlockHash: string;
  readonly step: JobStep;
  /** Why the job is refused or abandoned, in words. */
  readonly reason: string | null;
  /** How often a run was started. */
  readonly runAttempts: number;
  /** When the last run was started, Unix seconds of the chain. */
  readonly runStartedAt: number | null;
  /** What the run gave; null until it did. */
  readonly result: SealedResult | null;
  /** The block that opened the job is no longer part of the chain. */
  readonly isOrphaned: boolean;
}

/** A result, encrypted and on disk: nothing of it is made twice, because encryption gives other bytes each time. */
export interface SealedResult {
  /** The sha2-256 of the canonical result. */
  readonly digest: string;
  /** The UnixFS root of its envelope. */
  readonly root: string;
  /** Base address of the store that takes it. */
  readonly store: string;
  /** The files to upload, by name within the job's folder. */
  readonly files: readonly string[];
}
