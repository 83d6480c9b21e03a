import { WattleError } from "../errors/base.ts";

/** A location answered with a status that carries no usable bytes. */
export class LocationStatusError extends WattleError {
  override name = "LocationStatusError";

  /** HTTP status. */
  readonly status: number;

  /** How long the location asks to be left alone, in milliseconds; null when it does not say. */
  readonly retryAfterMs: number | null;

  constructor(status: number, retryAfterMs: number | null) {
    const passing = status === 408 || status === 425 || status === 429 || status >= 500;
    super(`The location answered with HTTP status ${status}.`, {
      action: passing ? "Try again later." : "Check the address, or name another location.",
      retryable: passing,
    });
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/** A location sent too few bytes, or took too long over them. */
export class LocationStalledError extends WattleError {
  override name = "LocationStalledError";

  constructor(reason: string, cause?: unknown) {
    super(`The location did not deliver: ${reason}.`, {
      action: "Try again, or name another location.",
      retryable: true,
      cause,
    });
  }
}

/** A location answered in a way that HTTP does not allow, or that cannot be used for ranges of bytes. */
export class LocationProtocolError extends WattleError {
  override name = "LocationProtocolError";

  constructor(reason: string) {
    super(`The location cannot be used: ${reason}.`, {
      action: "Name a location that serves byte ranges.",
      retryable: false,
    });
  }
}

/** The caller's policy does not allow to ask this address. */
export class LocationRefusedError extends WattleError {
  override name = "LocationRefusedError";

  constructor(location: string) {
    super(`The address ${location} is refused by the caller's policy.`, {
      action: "Name a location on a public host.",
      retryable: false,
    });
  }
}
