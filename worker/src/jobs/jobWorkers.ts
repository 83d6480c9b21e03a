import type { WorkerEventSink } from "../events/workerEvent.ts";
import type { RunProgress, RunResult } from "../runtime/types.ts";
import type { JobChange } from "../store/jobStore.ts";
import type { JobRecord, SealedResult } from "./jobRecord.ts";
import { JobRefusedError, reasonOf } from "./refusal.ts";
import { RunForecast } from "./runForecast.ts";
import { sleep } from "../time/sleep.ts";

/** The parts of a job that take long, each of which can be broken off and done again. */
export interface JobWork {
  /** @throws {@link JobRefusedError} when the job is one to decline. */
  check(job: JobRecord, onProblem: (error: Error) => void, signal: AbortSignal): Promise<void>;
  /** @throws Whatever kept the run from giving a result. */
  run(
    job: JobRecord,
    onProgress: (progress: RunProgress) => void,
    signal: AbortSignal,
  ): Promise<{ readonly run: RunResult; readonly result: SealedResult }>;
  /** @throws When the store does not take the result. */
  upload(
    job: JobRecord,
    result: SealedResult,
    onProblem: (error: Error) => void,
    signal: AbortSignal,
  ): Promise<void>;
  /** Deletes what is left of a job. */
  forget(jobId: string): Promise<void>;
}

/** Which part of a job is under way. */
export type WorkKind = "check" | "run" | "upload";

/** What {@link JobWorkers} works with. */
export interface JobWorkersParameters {
  readonly work: JobWork;
  /** Unix seconds of the chain. */
  readonly now: () => number;
  readonly onEvent: WorkerEventSink;
  readonly record: (jobId: string, change: JobChange) => void;
  /** Called after a part has ended and its end was written down. */
  readonly onDone: () => void;
}

interface Task {
  readonly kind: WorkKind;
  readonly controller: AbortController;
  readonly forecast: RunForecast;
  readonly done: Promise<void>;
}

/** Pause after a fault of the machine, in milliseconds: a driver that was reset needs a moment. */
const FAULT_PAUSE_MS = 1000;

/** The parts of jobs that are under way in this process: at most one a job. */
export class JobWorkers {
  readonly #parameters: JobWorkersParameters;
  readonly #tasks = new Map<string, Task>();
  /** Why a job could not be checked or delivered last time. */
  readonly #problems = new Map<string, string>();
  #isAborted = false;

  constructor(parameters: JobWorkersParameters) {
    this.#parameters = parameters;
  }

  /** Ids of the jobs whose run is under way. */
  running(): Set<string> {
    return new Set([...this.#tasks].filter(([, { kind }]) => kind === "run").map(([jobId]) => jobId));
  }

  /** When a job's run ends if it goes on like this, Unix seconds of the chain; null while nobody can tell. */
  projectedEndAt(jobId: string): number | null {
    return this.#tasks.get(jobId)?.forecast.endAt ?? null;
  }

  /** Why the last attempt to check a job failed, in words; null if none did. */
  checkProblem(jobId: string): string | null {
    return this.#problems.get(jobId) ?? null;
  }

  /** Makes this part of a job, and no other, be under way. */
  doOnly(job: JobRecord, kind: WorkKind | null): void {
    const task = this.#tasks.get(job.jobId);
    if (task?.kind === kind || this.#isAborted) return;
    if (task !== undefined) {
      // The next look, once it has ended, starts what is wanted instead.
      task.controller.abort();
    } else if (kind !== null) {
      this.#start(job, kind);
    }
  }

  /** Breaks off what is under way for any other job. */
  keepOnly(jobIds: ReadonlySet<string>): void {
    for (const [jobId, { controller }] of this.#tasks) if (!jobIds.has(jobId)) controller.abort();
  }

  /** Deletes what is left of a job, once nothing of it is under way. */
  forget(jobId: string): void {
    const task = this.#tasks.get(jobId);
    task?.controller.abort();
    this.#problems.delete(jobId);
    const remove = async (): Promise<void> => this.#parameters.work.forget(jobId);
    void (task?.done ?? Promise.resolve()).then(remove).catch((error: unknown) => this.#report(jobId, error));
  }

  /** Breaks everything off, and starts nothing more. */
  async abort(): Promise<void> {
    this.#isAborted = true;
    const tasks = [...this.#tasks.values()];
    for (const { controller } of tasks) controller.abort();
    await Promise.all(tasks.map(({ done }) => done));
  }

  #start(job: JobRecord, kind: WorkKind): void {
    const controller = new AbortController();
    const forecast = new RunForecast(this.#parameters.now(), job.terms.runLimitSeconds);
    const done = this.#perform(job, kind, forecast, controller.signal);
    this.#tasks.set(job.jobId, { kind, controller, forecast, done });
  }

  async #perform(job: JobRecord, kind: WorkKind, forecast: RunForecast, signal: AbortSignal): Promise<void> {
    // The caller has not noted the task yet.
    await Promise.resolve();
    try {
      await this.#do(job, kind, forecast, signal).catch(async (error: unknown) => {
        if (!signal.aborted) await this.#fail(job, kind, error, signal);
      });
    } catch (error) {
      // Nothing can be written down, as on a full disk.
      this.#report(job.jobId, error);
      await sleep(FAULT_PAUSE_MS, signal).catch(() => undefined);
    }
    this.#tasks.delete(job.jobId);
    if (!this.#isAborted) this.#parameters.onDone();
  }

  async #do(job: JobRecord, kind: WorkKind, forecast: RunForecast, signal: AbortSignal): Promise<void> {
    const { work, record, now, onEvent } = this.#parameters;
    const { jobId } = job;
    const onProblem = (error: Error): void => {
      this.#problems.set(jobId, reasonOf(error));
      this.#report(jobId, error);
    };
    switch (kind) {
      case "check":
        await work.check(job, onProblem, signal);
        signal.throwIfAborted();
        record(jobId, { step: "checked" });
        return;
      case "run": {
        record(jobId, { step: "running", runAttempts: job.runAttempts + 1, runStartedAt: now() });
        const onProgress = (progress: RunProgress): void => {
          forecast.update(progress, now());
          onEvent({ event: "progress", jobId, ...progress });
        };
        const { run, result } = await work.run(job, onProgress, signal);
        signal.throwIfAborted();
        this.#reportResult(jobId, run);
        record(jobId, { step: "ran", result });
        return;
      }
      case "upload":
        if (job.result === null) throw new RangeError(`Job ${jobId} is to be uploaded without a result.`);
        await work.upload(job, job.result, onProblem, signal);
        signal.throwIfAborted();
        record(jobId, { step: "uploaded" });
    }
  }

  async #fail({ jobId }: JobRecord, kind: WorkKind, error: unknown, signal: AbortSignal): Promise<void> {
    const { record } = this.#parameters;
    const isRefusal = error instanceof JobRefusedError;
    if (!isRefusal) this.#report(jobId, error);
    if (kind === "run" && !isRefusal) {
      // A fault of the machine, which may pass: the number of attempts says when to give up.
      await sleep(FAULT_PAUSE_MS, signal).catch(() => undefined);
      if (!signal.aborted) record(jobId, { step: "checked" });
    } else {
      record(jobId, { step: kind === "upload" ? "abandoned" : "refused", reason: reasonOf(error) });
    }
  }

  #report(jobId: string, error: unknown): void {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    this.#parameters.onEvent({ event: "problem", jobId, name, message });
  }

  #reportResult(jobId: string, { outcome, outputs, runMs }: RunResult): void {
    this.#parameters.onEvent({
      event: "result",
      jobId,
      outcome: outcome.status,
      reason: outcome.status === "failed" ? outcome.reason : null,
      runMs,
      outputBytes: [...outputs.values()].reduce((sum, { length }) => sum + length, 0),
    });
  }
}
