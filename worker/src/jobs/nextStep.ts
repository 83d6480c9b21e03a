import type { JobSlot, JobState } from "@wattle/sdk";
import { isFinalStep, type JobRecord, type JobStep } from "./jobRecord.ts";
import { jobTimes, type JobTimes, type TimeReserves } from "./jobTimes.ts";

/** What the worker knows of a job beyond its own record. */
export interface JobFacts {
  /** Unix seconds of the chain. */
  readonly now: number;
  /** What the chain stores of the job. */
  readonly slot: JobSlot;
  /** Whether the block of the job's last step has all the confirmations that the operator asks for. */
  readonly isConfirmed: boolean;
  /** Whether a run of this job is under way in this process. */
  readonly isRunning: boolean;
  /** When a place for the job to run is free at the latest, Unix seconds of the chain. */
  readonly placeFreeAt: number;
  /** When the present run ends if it goes on like this, Unix seconds of the chain; null while nobody can tell. */
  readonly projectedEndAt: number | null;
  /** Why the last attempt to check the job failed, in words; null if none did. */
  readonly checkProblem: string | null;
  /** Whether the worker is being stopped, and takes nothing on. */
  readonly isStopping: boolean;
}

/** How patient the worker is. */
export interface JobRules extends TimeReserves {
  /** Runs that may end in a fault of the machine before the job is given up. */
  readonly maxRunAttempts: number;
}

/** What is to be done about a job now. Doing it again, or going on with it, must change nothing. */
export type JobAction =
  /** Nothing before this time (Unix seconds of the chain), or before the chain moves when null. */
  | { readonly do: "wait"; readonly until: number | null }
  /** Write down what has become true, and ask again. */
  | { readonly do: "note"; readonly step: JobStep; readonly reason: string | null }
  | WorkAction
  | ChainAction;

/** Something to be done on this machine and with stores. */
export interface WorkAction {
  readonly do: "check" | "run" | "upload";
}

/** Something to be done on chain. */
export type ChainAction =
  | { readonly do: "submit" }
  | { readonly do: "settle" }
  | { readonly do: "forfeit" }
  /** @param reason What the client is told. */
  | { readonly do: "decline"; readonly reason: string };

/**
 * Decides what is to be done about a job. The chain's word goes before the worker's own record, so a lost or an old
 * record leads to the same end.
 */
export function nextStep(job: JobRecord, facts: JobFacts, rules: JobRules): JobAction {
  if (isFinalStep(job.step) || job.isOrphaned) return wait();
  const { slot, now } = facts;
  switch (slot.state) {
    // A node that lags does not know the job yet; a reorganization is noticed by the block's hash.
    case "none":
    case "disputed":
      return wait();
    case "active":
      return whileActive(job, facts, rules);
    case "submitted": {
      if (job.step !== "submitted") return note("submitted");
      const reviewUntil = slot.steppedAt + job.terms.reviewSeconds;
      return now > reviewUntil ? { do: "settle" } : wait(reviewUntil + 1);
    }
    default:
      return facts.isConfirmed ? note(finalStep(slot.state, job.step), job.reason) : wait();
  }
}

function whileActive(job: JobRecord, facts: JobFacts, rules: JobRules): JobAction {
  const { now } = facts;
  const times = jobTimes(job.terms, facts.slot.steppedAt, rules);
  // Anybody may expire it now; there is nothing left to win.
  if (now > times.deliverUntil) return wait();
  switch (job.step) {
    case "seen":
      if (facts.isStopping && now <= times.declineUntil) return note("refused", STOPPING);
      if (now > times.checkUntil && now <= times.declineUntil) {
        return note("refused", facts.checkProblem ?? NOT_CHECKED);
      }
      if (now > times.runUntil) return note("abandoned", OUT_OF_TIME);
      return { do: "check" };
    case "checked":
    case "running":
      return whileToRun(job, facts, times, rules);
    case "ran":
      return { do: "upload" };
    case "refused":
      if (now > times.declineUntil) return note("abandoned", job.reason ?? NOT_CHECKED);
      return { do: "decline", reason: job.reason ?? NOT_CHECKED };
    case "abandoned":
      return { do: "forfeit" };
    default:
      return { do: "submit" };
  }
}

function whileToRun(job: JobRecord, facts: JobFacts, times: JobTimes, rules: JobRules): JobAction {
  const { now, placeFreeAt } = facts;
  const canDecline = now <= times.declineUntil;
  const giveUp = (reason: string): JobAction => note(canDecline ? "refused" : "abandoned", reason);
  if (now > times.runUntil) return giveUp(OUT_OF_TIME);
  if (facts.isRunning) {
    const willBeLate = facts.projectedEndAt !== null && facts.projectedEndAt > times.runUntil;
    return willBeLate ? giveUp(OUT_OF_TIME) : { do: "run" };
  }
  if (job.runAttempts >= rules.maxRunAttempts) return giveUp(MACHINE_FAILED);
  if (facts.isStopping && canDecline) return giveUp(STOPPING);
  if (placeFreeAt <= now) return { do: "run" };
  const mayBeLate = placeFreeAt + job.terms.runLimitSeconds > times.runUntil;
  if (!mayBeLate || !canDecline) return wait(placeFreeAt);
  return now > times.checkUntil ? giveUp(BUSY) : wait(Math.min(placeFreeAt, times.checkUntil + 1));
}

function finalStep(state: JobState, step: JobStep): JobStep {
  switch (state) {
    case "completed":
      return "paid";
    case "declined":
      return "declined";
    case "expired":
      return step === "abandoned" ? "forfeited" : "expired";
    default:
      return "closed";
  }
}

const wait = (until: number | null = null): JobAction => ({ do: "wait", until });
const note = (step: JobStep, reason: string | null = null): JobAction => ({ do: "note", step, reason });

const STOPPING = "The provider is shutting down.";
const NOT_CHECKED = "The job could not be fetched and checked within the decline window.";
const BUSY = "The provider is busy and might not finish the job before its deadline.";
const OUT_OF_TIME = "The job cannot be finished before its deadline.";
const MACHINE_FAILED = "The provider's machine failed to run the job.";
