import { WattleError } from "../errors/base.ts";

/** A text is not an upload token. */
export class UploadTokenInvalidError extends WattleError {
  override name = "UploadTokenInvalidError";

  constructor(reason: string, cause?: unknown) {
    super(`The upload token cannot be read: ${reason}.`, {
      action: "Send the header that encodeUploadToken makes.",
      retryable: false,
      cause,
    });
  }
}

/** What a store says when it refuses an upload: the JSON body of its answer. */
export interface StoreRefusal {
  /** Name of the refusal, as in `QuotaExceeded`. */
  readonly error: string;
  /** What happened, as a sentence. */
  readonly reason: string;
  /** What to do, as a sentence. */
  readonly action: string;
}

/** The store refuses an upload. */
export class UploadRefusedError extends WattleError {
  override name = "UploadRefusedError";

  /** HTTP status of the answer. */
  readonly status: number;

  /** Name of the refusal, as in `QuotaExceeded`; `Refused` when the store gave none. */
  readonly refusal: string;

  constructor(status: number, refusal: StoreRefusal) {
    super(`The store refuses the upload (HTTP ${status}, ${refusal.error}): ${refusal.reason}`, {
      action: refusal.action,
      retryable: status === 429 || status >= 500,
    });
    this.status = status;
    this.refusal = refusal.error;
  }
}

/** An upload broke off, and did not go on after several attempts. */
export class UploadFailedError extends WattleError {
  override name = "UploadFailedError";

  constructor(reason: string, cause?: unknown) {
    super(`The upload did not finish: ${reason}.`, {
      action: "Call uploadBlob again; with the same resumeUrl it goes on where it stopped.",
      retryable: true,
      cause,
    });
  }
}
