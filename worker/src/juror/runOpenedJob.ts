import type { Runtime, RunResult } from "../runtime/types.ts";
import type { OpenedJob } from "./openJob.ts";

/**
 * Runs a job as its manifest and its terms say.
 *
 * @throws As `runtime.run`.
 */
export async function runOpenedJob(
  runtime: Runtime,
  { job, manifest, inputs }: OpenedJob,
  signal?: AbortSignal,
): Promise<RunResult> {
  const request = {
    program: manifest.program,
    inputs,
    runLimitMs: job.terms.runLimitSeconds * 1000,
    memoryBytes: manifest.requirements.memoryBytes,
  };
  return runtime.run(request, signal === undefined ? {} : { signal });
}
