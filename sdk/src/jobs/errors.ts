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
