import { WattleError } from "./base.ts";

/** No endpoint answered. */
export class RpcUnreachableError extends WattleError {
  override name = "RpcUnreachableError";

  constructor(what: string, cause?: unknown) {
    super(`The chain could not be reached: ${what}.`, {
      action: "Check the endpoint and the network, or add another endpoint.",
      retryable: true,
      cause,
    });
  }
}

/** An endpoint took too long. */
export class RpcTimeoutError extends WattleError {
  override name = "RpcTimeoutError";

  constructor(what: string, cause?: unknown) {
    super(`The chain did not answer in time: ${what}.`, {
      action: "Try again, allow more time, or add another endpoint.",
      retryable: true,
      cause,
    });
  }
}

/** An endpoint refuses more requests for now. */
export class RpcRateLimitError extends WattleError {
  override name = "RpcRateLimitError";

  /** How long the endpoint asked to wait, in milliseconds; null if it did not say. */
  readonly retryAfterMs: number | null;

  constructor(what: string, retryAfterMs: number | null, cause?: unknown) {
    super(`The endpoint refuses more requests for now: ${what}.`, {
      action: "Wait, ask less often, or add another endpoint.",
      retryable: true,
      cause,
    });
    this.retryAfterMs = retryAfterMs;
  }
}

/** JSON-RPC code of a failure inside of the endpoint. */
const INTERNAL_ERROR = -32603;

/** An endpoint answered with an error that has no more precise class. */
export class RpcError extends WattleError {
  override name = "RpcError";

  /** The JSON-RPC error code; null if there is none. */
  readonly code: number | null;

  constructor(message: string, code: number | null, cause?: unknown) {
    super(`The endpoint answered with an error: ${message}${code === null ? "" : ` (code ${code})`}.`, {
      action: "Look at the cause; another endpoint may answer.",
      // What nodes say while they are busy, or a block behind the others that share their address.
      retryable:
        code === INTERNAL_ERROR || /header not found|unknown block|time(?:d )?out|busy/i.test(message),
      cause,
    });
    this.code = code;
  }
}

/** What every read may throw besides the errors of the contracts. */
export type RpcErrorType = RpcUnreachableError | RpcTimeoutError | RpcRateLimitError | RpcError;
