import type { JobEvent } from "./escrowEvent.ts";
import type { JobState } from "./jobState.ts";
import type { JobTerms } from "./jobTerms.ts";

/** A job with its history, as the chain tells it. All times are Unix seconds of the chain. */
export interface Job {
  readonly jobId: string;
  readonly state: JobState;
  readonly terms: JobTerms;
  /** The UnixFS root of the encrypted manifest. */
  readonly specRoot: string;
  readonly openedAt: number;
  readonly openedBlock: number;
  /** Null until a result was submitted; so are the three below. */
  readonly submittedAt: number | null;
  readonly submittedBlock: number | null;
  /** The sha2-256 of the canonical result. */
  readonly resultDigest: string | null;
  /** The UnixFS root of the encrypted result. */
  readonly resultRoot: string | null;
  /** Null unless the client disputed the result. */
  readonly disputedAt: number | null;
  /** Whether the adjudicator took the case and the dispute fee. */
  readonly caseOpened: boolean;
  /** When the job came into its present state. */
  readonly steppedAt: number;
  readonly steppedBlock: number;
  /** All that happened, oldest first. */
  readonly events: readonly JobEvent[];
}

/** What the chain stores of a job: one slot. */
export interface JobSlot {
  readonly state: JobState;
  /** Whether the adjudicator has the case; false in every state but `disputed`. */
  readonly caseOpened: boolean;
  /** When the job came into its state. */
  readonly steppedAt: number;
  /** The block of the job's last event. */
  readonly steppedBlock: number;
  /** The first 20 bytes of the result's digest (0x hex); zero until one is submitted. */
  readonly resultMark: string;
}
