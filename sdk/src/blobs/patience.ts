import { LocationStalledError } from "./locationErrors.ts";

/** A server that sends less than this within the stall timeout holds its readers up on purpose. */
const STALL_BYTES = 16 * 1024;

/**
 * Limits how long a server may keep its reader waiting, whether it sends nothing or a byte now and then. Only the
 * time spent waiting for the server counts, not what the reader does in between.
 */
export class Patience {
  readonly #stallTimeoutMs: number;
  readonly #request: AbortController;
  #waitedMs = 0;
  #bytes = 0;

  /** @param request Aborted when the patience is over. */
  constructor(stallTimeoutMs: number, request: AbortController) {
    this.#stallTimeoutMs = stallTimeoutMs;
    this.#request = request;
  }

  /** Waits for the server, at most for the rest of the patience. */
  async during<T>(wait: () => Promise<T>): Promise<T> {
    const startedMs = performance.now();
    const timer = setTimeout(() => {
      this.#request.abort(new LocationStalledError(`it sent nothing useful for ${this.#stallTimeoutMs} ms`));
    }, this.#stallTimeoutMs - this.#waitedMs);
    try {
      return await wait();
    } catch (error) {
      throw this.#request.signal.aborted ? this.#request.signal.reason : error;
    } finally {
      clearTimeout(timer);
      this.#waitedMs += performance.now() - startedMs;
    }
  }

  /** Renews the patience, once enough bytes have come. */
  received(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes < STALL_BYTES) return;
    this.#bytes = 0;
    this.#waitedMs = 0;
  }
}
