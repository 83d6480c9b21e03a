/** Pause before something that the chain refused is tried again, in milliseconds; doubled up to the longest. */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/** Keeps the worker from asking the chain for the same thing again at once after it was refused. */
export class IntentPatience {
  readonly #refusals = new Map<string, { readonly pauseMs: number; readonly untilMs: number }>();
  readonly #longestPauseMs: number;

  constructor(longestPauseMs: number = LONGEST_PAUSE_MS) {
    this.#longestPauseMs = longestPauseMs;
  }

  /** Whether an intent may be asked for now. */
  allows(key: string): boolean {
    return performance.now() >= (this.#refusals.get(key)?.untilMs ?? 0);
  }

  /** Notes that the chain refused an intent. */
  refused(key: string): void {
    const before = this.#refusals.get(key)?.pauseMs ?? FIRST_PAUSE_MS / 2;
    const pauseMs = Math.min(before * 2, this.#longestPauseMs);
    this.#refusals.set(key, { pauseMs, untilMs: performance.now() + pauseMs });
  }

  /** Forgets an intent that was brought about, or is no longer wanted. */
  forget(key: string): void {
    this.#refusals.delete(key);
  }
}
