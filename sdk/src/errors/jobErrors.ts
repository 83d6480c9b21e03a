import { WattleError } from "./base.ts";

/** The market knows no job with this id. */
export class JobNotFoundError extends WattleError {
  override name = "JobNotFoundError";

  readonly jobId: string;

  constructor(jobId: string) {
    super(`There is no job ${jobId} in this market.`, {
      action:
        "Check the id and the deployment; right after a take, an endpoint may lag a few seconds behind.",
      retryable: true,
    });
    this.jobId = jobId;
  }
}

/** A job is there, but the endpoint does not give the events that tell its history. */
export class JobHistoryUnavailableError extends WattleError {
  override name = "JobHistoryUnavailableError";

  readonly jobId: string;

  constructor(jobId: string, blockNumber: number) {
    super(`The endpoint gives no event of job ${jobId} in block ${blockNumber}.`, {
      action: "Try again, or use an endpoint that keeps the logs of that block.",
      retryable: true,
    });
    this.jobId = jobId;
  }
}
