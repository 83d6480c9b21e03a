import type { WorkerState } from "../store/openState.ts";

/** How long a job may take to show up after its take was included, in milliseconds. */
const ARRIVAL_MS = 60_000;

/** Places to run a job, as far as requests are concerned: one is taken from the moment when a take is queued. */
export class RequestPlaces {
  readonly #state: Pick<WorkerState, "jobs" | "requests">;
  readonly #maxConcurrentJobs: number;
  /** Requests whose take was included, but whose job the worker has not seen yet, and since when. */
  readonly #arriving = new Map<string, number>();

  constructor(state: Pick<WorkerState, "jobs" | "requests">, maxConcurrentJobs: number) {
    this.#state = state;
    this.#maxConcurrentJobs = maxConcurrentJobs;
  }

  /** Notes that the job of a request will show up. */
  expect(orderHash: string): void {
    this.#arriving.set(orderHash, performance.now());
  }

  /** Whether a take is under way that may open a job. */
  areTaken(): boolean {
    return this.#coming() > 0;
  }

  /** How many requests can be taken now. */
  free(): number {
    const jobs = this.#state.jobs
      .unfinished()
      .filter(({ step }) => step === "seen" || step === "checked" || step === "running");
    return this.#maxConcurrentJobs - jobs.length - this.#coming();
  }

  #coming(): number {
    const taking = this.#state.requests.at("taking").length;
    if (this.#arriving.size === 0) return taking;
    const here = new Set(this.#state.jobs.unfinished().map(({ terms }) => terms.orderHash));
    for (const [orderHash, sinceMs] of this.#arriving) {
      if (here.has(orderHash) || performance.now() - sinceMs > ARRIVAL_MS) this.#arriving.delete(orderHash);
    }
    return taking + this.#arriving.size;
  }
}
