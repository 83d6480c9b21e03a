/** Longest pause between two looks at the device, in milliseconds: what a finished pass may wait to be seen. */
const LONGEST_PAUSE_MS = 2;

const neverNotified = new Int32Array(new SharedArrayBuffer(4));

/**
 * Waits for a promise of the device without burning a core.
 *
 * Dawn polls the device in a `setImmediate` loop while anything is pending. Where the "device" is a software driver,
 * that loop takes two thirds of a core from it. Short sleeps between the polls, growing with the time already
 * waited, bring this down to a few percent.
 */
export async function paced<T>(pending: Promise<T>): Promise<T> {
  let isPending = true;
  const startedAt = performance.now();
  const settled = pending.finally(() => {
    isPending = false;
  });
  const pause = (): void => {
    if (!isPending) return;
    const pauseMs = Math.min(LONGEST_PAUSE_MS, (performance.now() - startedAt) / 8);
    if (pauseMs >= 0.1) Atomics.wait(neverNotified, 0, 0, pauseMs);
    setImmediate(pause);
  };
  setImmediate(pause);
  return settled;
}
