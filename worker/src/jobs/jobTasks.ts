import { rm } from "node:fs/promises";
import pRetry, { type Options } from "p-retry";
import { UploadRefusedError } from "@wattle/sdk/blobs";
import type { Runtime, RunProgress, RunResult } from "../runtime/types.ts";
import { type FetchContext, type FetchedJob, fetchJob } from "./fetchJob.ts";
import type { JobAccess } from "./jobAccess.ts";
import type { JobRecord, SealedResult } from "./jobRecord.ts";
import type { JobWork } from "./jobWorkers.ts";
import { JobRefusedError } from "./refusal.ts";
import { sealResult } from "./sealResult.ts";
import { type UploadContext, uploadResult } from "./uploadResult.ts";

/** What the work for jobs is done with. */
export interface JobTasksParameters {
  readonly runtime: Runtime;
  readonly fetch: Omit<FetchContext, keyof JobAccess>;
  /** @throws As `findAccess`. */
  readonly access: (job: JobRecord, signal: AbortSignal) => Promise<JobAccess>;
  readonly upload: UploadContext;
  readonly jobFolder: (jobId: string) => string;
}

/** Times that a store may refuse a result before the job is given up: it may be full, or mistaken, for a while. */
const MAX_UPLOAD_REFUSALS = 5;

/** What the worker does for a job on this machine and with stores. */
export class JobTasks implements JobWork {
  readonly #parameters: JobTasksParameters;
  /** What was checked and is to be run, so that it is not decrypted twice. */
  readonly #fetched = new Map<string, FetchedJob>();

  constructor(parameters: JobTasksParameters) {
    this.#parameters = parameters;
  }

  /**
   * Fetches and checks a job, for as long as the signal allows.
   *
   * @throws {@link JobRefusedError} when it is one to decline.
   */
  async check(job: JobRecord, onProblem: (error: Error) => void, signal: AbortSignal): Promise<void> {
    const { fetch, access, jobFolder } = this.#parameters;
    const attempt = async (): Promise<FetchedJob> => {
      const context = { ...fetch, ...(await access(job, signal)) };
      return fetchJob(job, jobFolder(job.jobId), context, signal);
    };
    const fetched = await pRetry(attempt, {
      ...patience(onProblem, signal),
      shouldRetry: ({ error }) => !(error instanceof JobRefusedError),
    });
    this.#fetched.set(job.jobId, fetched);
  }

  /**
   * Runs a checked job and writes its encrypted result to disk.
   *
   * @throws {@link JobRefusedError} when what was checked before cannot be had again.
   * @throws `RuntimeFaultError` when the machine is at fault.
   */
  async run(
    job: JobRecord,
    onProgress: (progress: RunProgress) => void,
    signal: AbortSignal,
  ): Promise<{ readonly run: RunResult; readonly result: SealedResult }> {
    if (!this.#fetched.has(job.jobId)) await this.check(job, () => {}, signal);
    const fetched = this.#fetched.get(job.jobId);
    if (fetched === undefined) throw new JobRefusedError("The job's inputs are gone.");
    const { manifest, inputs } = fetched;
    const request = {
      program: manifest.program,
      inputs,
      runLimitMs: job.terms.runLimitSeconds * 1000,
      memoryBytes: manifest.requirements.memoryBytes,
    };
    const run = await this.#parameters.runtime.run(request, { signal, onProgress });
    const result = await sealResult(job, manifest, run, this.#parameters.jobFolder(job.jobId));
    this.#fetched.delete(job.jobId);
    return { run, result };
  }

  /**
   * Uploads a result, for as long as the signal allows.
   *
   * @throws `UploadRefusedError` when the store does not take it.
   */
  async upload(
    job: JobRecord,
    result: SealedResult,
    onProblem: (error: Error) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const { upload, jobFolder } = this.#parameters;
    let refusals = 0;
    await pRetry(async () => uploadResult(job, result, jobFolder(job.jobId), upload, signal), {
      ...patience(onProblem, signal),
      shouldRetry: ({ error }) => !isFinalRefusal(error) || ++refusals < MAX_UPLOAD_REFUSALS,
    });
  }

  /** Deletes what is left of a job. */
  async forget(jobId: string): Promise<void> {
    this.#fetched.delete(jobId);
    await rm(this.#parameters.jobFolder(jobId), { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Tries again for as long as the signal allows, and tells of each new failure that may pass. */
function patience(onProblem: (error: Error) => void, signal: AbortSignal): Options {
  let told = "";
  return {
    signal,
    retries: Number.POSITIVE_INFINITY,
    minTimeout: 500,
    // A client that hands its key over late waits no longer than this.
    maxTimeout: 4000,
    onFailedAttempt: ({ error }) => {
      if (error instanceof JobRefusedError || error.message === told) return;
      told = error.message;
      onProblem(error);
    },
  };
}

function isFinalRefusal(error: Error): boolean {
  return error instanceof UploadRefusedError && !error.retryable;
}
