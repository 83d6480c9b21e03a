import { WattleError } from "../errors/base.ts";
import type { JobState } from "../types/jobState.ts";

/** No result was submitted for the job. */
export class ResultMissingError extends WattleError {
  override name = "ResultMissingError";

  readonly jobId: string;
  readonly state: JobState;

  constructor(jobId: string, state: JobState) {
    super(`Job ${jobId} has no result; it is ${state}.`, {
      action: state === "active" ? "Wait for it with watchJob." : "There will be none: open another job.",
      retryable: state === "active",
    });
    this.jobId = jobId;
    this.state = state;
  }
}

/** A request came to its end without a result. */
export class RequestEndedError extends WattleError {
  override name = "RequestEndedError";

  readonly orderHash: string;
  readonly why: "canceled" | "expired";

  constructor(orderHash: string, why: "canceled" | "expired") {
    super(`Request ${orderHash} is ${why}, and no job of it has a result.`, {
      action:
        why === "expired"
          ? "Make another one: higher paid, less demanding or longer open."
          : "Make another one.",
      retryable: false,
    });
    this.orderHash = orderHash;
    this.why = why;
  }
}

/** A store did not take what jurors are to read there. */
export class DisclosureFailedError extends WattleError {
  override name = "DisclosureFailedError";

  /** Base address of the store. */
  readonly store: string;
  /** What it did not take: `key`, `manifest`, or an input's name as in `input "scene"`. */
  readonly part: string;

  constructor(store: string, part: string, cause: WattleError) {
    const reason = cause.message.slice(0, cause.message.length - cause.action.length).trim();
    super(`The store ${store} did not take the ${part}: ${reason}`, {
      action: cause.retryable
        ? "Call discloseJob again: what is there already is not sent again."
        : `${cause.action} Jurors with other stores are not concerned.`,
      retryable: cause.retryable,
      cause,
    });
    this.store = store;
    this.part = part;
  }
}

/** Nobody has a copy of what a job is computed from. */
export class JobPartMissingError extends WattleError {
  override name = "JobPartMissingError";

  /** `manifest`, or an input's name as in `input "scene"`. */
  readonly part: string;

  constructor(part: string, cause: Error) {
    super(`No copy of the job's ${part} was found: ${cause.message}`, {
      action: "Pass the copies that runJob or createRequestJob returned, or name a store that has it.",
      retryable: cause instanceof WattleError && cause.retryable,
      cause,
    });
    this.part = part;
  }
}
