import type { WorkerEventSink } from "../events/workerEvent.ts";
import type { JobRecord } from "../jobs/jobRecord.ts";
import type { JobWork } from "../jobs/jobWorkers.ts";

/** What {@link ResultKeeper} works with. */
export interface ResultKeeperParameters {
  readonly work: Pick<JobWork, "upload">;
  readonly onEvent: WorkerEventSink;
}

/**
 * Sees to it that the results of disputed jobs lie where their manifests say: jurors vote against a provider whose result
 * is not there. What a store has is not sent again, but kept for longer.
 */
export class ResultKeeper {
  readonly #parameters: ResultKeeperParameters;
  readonly #uploads = new Map<
    string,
    { readonly controller: AbortController; readonly done: Promise<void> }
  >();

  constructor(parameters: ResultKeeperParameters) {
    this.#parameters = parameters;
  }

  /** Uploads what was not uploaded since the dispute; breaks off what is for no other job. */
  keepOnly(disputed: readonly JobRecord[]): void {
    const wanted = new Set(disputed.map(({ jobId }) => jobId));
    for (const [jobId, { controller }] of this.#uploads) {
      if (wanted.has(jobId)) continue;
      controller.abort();
      this.#uploads.delete(jobId);
    }
    for (const job of disputed) if (!this.#uploads.has(job.jobId)) this.#upload(job);
  }

  /** Breaks everything off. */
  async close(): Promise<void> {
    const uploads = [...this.#uploads.values()];
    for (const { controller } of uploads) controller.abort();
    await Promise.all(uploads.map(({ done }) => done));
  }

  #upload(job: JobRecord): void {
    const { work, onEvent } = this.#parameters;
    const { jobId, result } = job;
    const controller = new AbortController();
    const { signal } = controller;
    const problem = (error: unknown): void => {
      if (signal.aborted || !(error instanceof Error)) return;
      onEvent({ event: "problem", jobId, name: error.name, message: error.message });
    };
    // One that was lost with the worker's state cannot be made again: it would be other bytes.
    const done =
      result === null ? Promise.resolve() : work.upload(job, result, problem, signal).catch(problem);
    this.#uploads.set(jobId, { controller, done });
  }
}
