import pRetry, { AbortError } from "p-retry";
import { WattleError } from "../errors/base.ts";
import { LocationStatusError } from "./locationErrors.ts";
import type { LocationPool } from "./locationPool.ts";

/** How often and for how long locations are asked again. */
export interface RetryOptions {
  readonly signal: AbortSignal;
  /** Attempts after the first. */
  readonly retries: number;
}

/**
 * Runs an attempt against one location after another until one succeeds, with growing pauses, honoring what a
 * server asks for by `Retry-After`. A {@link WattleError} counts against the location, and excludes it for good when it
 * is not `retryable`; any other error ends everything.
 *
 * @throws {@link BlobUnavailableError} when no location is left, or no attempt; or the signal's reason.
 */
export async function tryLocations<T>(
  pool: LocationPool,
  attempt: (location: string) => Promise<T>,
  options: RetryOptions,
): Promise<T> {
  const { signal, retries } = options;
  const tryOne = async (): Promise<T> => {
    const location = pool.next();
    try {
      return await attempt(location);
    } catch (error) {
      signal.throwIfAborted();
      // Anything else, such as a full disk, is no fault of the location.
      if (!(error instanceof WattleError))
        throw new AbortError(error instanceof Error ? error : String(error));
      pool.failed(location, error, !error.retryable);
      if (error instanceof LocationStatusError && error.retryAfterMs !== null) {
        await pause(error.retryAfterMs, signal);
      }
      throw error;
    }
  };
  try {
    return await pRetry(tryOne, {
      retries,
      minTimeout: 200,
      maxTimeout: 5000,
      randomize: true,
      signal,
      shouldRetry: () => !pool.exhausted,
    });
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof WattleError ? pool.unavailable() : error;
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", abort);
      resolve();
    }, ms);
    signal.addEventListener("abort", abort, { once: true });
  });
}
