/** The newest block, as far as time is concerned. */
export interface Head {
  readonly number: number;
  readonly hash: string;
  /** Unix seconds. */
  readonly timestamp: number;
}

/**
 * The chain's time between two blocks: the newest block's time and what has passed here since it was seen. The machine's
 * own clock is not asked, because it may be wrong or jump.
 */
export class ChainClock {
  readonly #monotonicMs: () => number;
  #head: Head | null = null;
  #seenAtMs = 0;

  /** @param monotonicMs Milliseconds that only ever grow. */
  constructor(monotonicMs: () => number = () => performance.now()) {
    this.#monotonicMs = monotonicMs;
  }

  /** Takes the newest block in. */
  update(head: Head): void {
    // A chain without transactions may make no blocks; its next one will still be of the present time.
    if (this.#head?.hash === head.hash) return;
    this.#head = head;
    this.#seenAtMs = this.#monotonicMs();
  }

  /** Unix seconds of the chain. */
  now(): number {
    if (this.#head === null) return 0;
    return this.#head.timestamp + Math.floor((this.#monotonicMs() - this.#seenAtMs) / 1000);
  }
}
