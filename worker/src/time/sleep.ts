import { setTimeout as delay } from "node:timers/promises";

/**
 * Waits, unless the signal ends it.
 *
 * @throws The signal's reason.
 */
export async function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  try {
    await delay(milliseconds, undefined, signal === undefined ? {} : { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}
