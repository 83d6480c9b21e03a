import { WattleError } from "@wattle/sdk";

/** The worker does not take the job. What it says goes on chain, so it holds no secret. */
export class JobRefusedError extends WattleError {
  override name = "JobRefusedError";

  /** Why, in words for the client. */
  readonly reason: string;

  constructor(reason: string, cause?: unknown) {
    super(reason, { action: "The job is declined.", retryable: false, cause });
    this.reason = reason;
  }
}

/** A part of the job cannot be had now. What it says goes on chain if that stays so. */
export class JobUnavailableError extends WattleError {
  override name = "JobUnavailableError";

  /** Why, in words for the client. */
  readonly reason: string;

  constructor(reason: string, cause: unknown) {
    super(reason, {
      action: "It is tried again as long as the job can be declined.",
      retryable: true,
      cause,
    });
    this.reason = reason;
  }
}

/** Longest reason that is put on chain, in characters: each one costs gas. */
const MAX_REASON_CHARS = 240;

/** Why a job is refused, in words short enough for the chain. */
export function reasonOf(error: unknown): string {
  const text =
    error instanceof JobRefusedError || error instanceof JobUnavailableError
      ? error.reason
      : error instanceof WattleError
        ? error.message.slice(0, error.message.length - error.action.length).trim()
        : "The provider failed to check the job.";
  const oneLine = text.replaceAll(/\s+/g, " ");
  const cut = oneLine.length <= MAX_REASON_CHARS ? oneLine : `${oneLine.slice(0, MAX_REASON_CHARS - 1)}…`;
  // Cutting may have left half of a surrogate pair, which has no UTF-8.
  return Buffer.from(cut).toString();
}
