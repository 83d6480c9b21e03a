import type { RunProgress } from "../runtime/types.ts";

/** Part of the passes after which their pace says something. */
const LEAST_PART = 0.1;

/** When a run will end if it goes on like this. */
export class RunForecast {
  readonly #startedAt: number;
  readonly #runLimitSeconds: number;
  #endAt: number | null = null;

  /** @param startedAt Unix seconds of the chain. */
  constructor(startedAt: number, runLimitSeconds: number) {
    this.#startedAt = startedAt;
    this.#runLimitSeconds = runLimitSeconds;
  }

  /** Unix seconds of the chain; null while nobody can tell. Never later than the run limit, which ends every run. */
  get endAt(): number | null {
    return this.#endAt;
  }

  /** Takes the run's progress in. */
  update({ completedPasses, totalPasses }: RunProgress, now: number): void {
    if (completedPasses < totalPasses * LEAST_PART) return;
    const seconds = Math.ceil(((now - this.#startedAt) * totalPasses) / completedPasses);
    this.#endAt = this.#startedAt + Math.min(seconds, this.#runLimitSeconds);
  }
}
