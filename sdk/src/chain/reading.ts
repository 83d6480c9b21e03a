import { decodeContractError } from "../errors/decodeContractError.ts";

/**
 * Waits for an answer of the chain, names a failure, and stops waiting when the signal says so.
 *
 * @throws The signal's reason, or what {@link decodeContractError} makes of the failure.
 */
export async function reading<T>(answer: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (signal === undefined) return answer.catch(rethrow);
  let onAbort = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason as Error);
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort, { once: true });
  });
  try {
    return await Promise.race([answer.catch(rethrow), aborted]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

function rethrow(error: unknown): never {
  throw decodeContractError(error);
}
