import { decodeContractError } from "../errors/decodeContractError.ts";
import { sleep } from "./sleep.ts";

/** How long an endpoint may fail before a wait gives up, unless the caller says otherwise, in milliseconds. */
const DEFAULT_PATIENCE_MS = 60_000;

/** What {@link patiently} takes. */
export interface Patience {
  /** Pause between two attempts, in milliseconds. */
  readonly pauseMs: number;
  /** How long failures are borne, in milliseconds. Default: a minute. */
  readonly patienceMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads something again and again until it works: an endpoint that fails for a moment must not end what has been
 * waited for for an hour.
 *
 * @throws The last failure, when it is not retryable or patience has run out; the signal's reason.
 */
export async function patiently<T>(
  read: () => Promise<T>,
  { pauseMs, patienceMs = DEFAULT_PATIENCE_MS, signal }: Patience,
): Promise<T> {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    try {
      return await read();
    } catch (error) {
      signal?.throwIfAborted();
      const failure = decodeContractError(error);
      if (!failure.retryable || performance.now() + pauseMs > giveUpAt) throw failure;
      await sleep(pauseMs, signal);
    }
  }
}
