import { WattleError } from "@wattle/sdk";

/** Why the relay refuses a request, and the HTTP status that goes with it. */
export const REFUSAL_STATUS = {
  RequestInvalid: 400,
  TokenMissing: 401,
  TokenInvalid: 401,
  TokenExpired: 401,
  NotAuthorized: 403,
  NotFound: 404,
  MethodNotAllowed: 405,
  AlreadyStored: 409,
  BlobTooLarge: 413,
  QuotaExceeded: 413,
  RangeNotSatisfiable: 416,
  RootMismatch: 422,
  TooManyUploads: 429,
  Busy: 429,
  InternalError: 500,
  ChainUnavailable: 503,
  StorageFull: 507,
} as const;

/** Name of a refusal. */
export type RefusalName = keyof typeof REFUSAL_STATUS;

/** The relay refuses a request. What it says goes to the client as it is, so it holds no secret and no path. */
export class RelayRefusal extends WattleError {
  override name = "RelayRefusal";

  /** Name of the refusal. */
  readonly refusal: RefusalName;

  /** What happened, as a sentence. */
  readonly reason: string;

  constructor(refusal: RefusalName, reason: string, action: string, cause?: unknown) {
    const status = REFUSAL_STATUS[refusal];
    super(reason, { action, retryable: status === 429 || status >= 500, cause });
    this.refusal = refusal;
    this.reason = reason;
  }

  /** HTTP status of the answer. */
  get status(): number {
    return REFUSAL_STATUS[this.refusal];
  }

  /** Body of the answer. */
  toJSON(): { error: string; reason: string; action: string } {
    return { error: this.refusal, reason: this.reason, action: this.action };
  }
}

/** What to answer to any failure: refusals as they are, a full disk by its name, everything else without details. */
export function toRefusal(error: unknown): RelayRefusal {
  if (error instanceof RelayRefusal) return error;
  if (isStorageFull(error)) {
    return new RelayRefusal(
      "StorageFull",
      "The relay's storage is full.",
      "Try again later, or use another store.",
      error,
    );
  }
  return new RelayRefusal(
    "InternalError",
    "The relay failed to handle the request.",
    "Try again; if it fails again, ask the relay's operator to read its log.",
    error,
  );
}

/** SQLite's code for a full disk. */
const SQLITE_FULL = 13;

function isStorageFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT")) return true;
  return "errcode" in error && error.errcode === SQLITE_FULL;
}
