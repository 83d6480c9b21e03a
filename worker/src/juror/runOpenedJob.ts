import type { Runtime, RunResult } from "../runtime/types.ts";
import type { OpenedJob } from "./openJob.ts";

/**
 * Runs a job as its manifest and its terms say.
 *
 * @param runLimitMs Longest wall time in milliseconds. Default: the job's own.
 * @throws As `runtime.run`.
 */
export async function runOpenedJob(
  runtime: Runtime,
  { job, manifest, inputs }: OpenedJob,
  signal?: AbortSignal,
  runLimitMs: number = job.terms.runLimitSeconds * 1000,
): Promise<RunResult> {
  const request = {
    program: manifest.program,
    inputs,
    runLimitMs,
    memoryBytes: manifest.requirements.memoryBytes,
  };
  return runtime.run(request, signal === undefined ? {} : { signal });
}
