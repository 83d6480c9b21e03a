import type { Job, JobManifest } from "@wattle/sdk";
import { openJob, type Runtime, runOpenedJob, type RunResult } from "@wattle/worker";

/** What {@link computeJob} takes. */
export interface ComputeJobParameters {
  readonly job: Job;
  /** The store that has the manifest. */
  readonly store: string;
  /** The provider's age identity. */
  readonly identity: string;
  readonly runtime: Runtime;
  /** The most passes of each step that the provider cares to run. Default: all that the client pays for. */
  readonly mostPasses?: number;
  readonly signal?: AbortSignal | undefined;
}

/** What a provider has after a run, honest or not. */
export interface ComputedJob {
  readonly manifest: JobManifest;
  readonly run: RunResult;
}

/** Fetches and runs a job as a provider does; one that wants to be paid for less work leaves passes out. */
export async function computeJob({
  job,
  store,
  identity,
  runtime,
  mostPasses = Infinity,
  signal,
}: ComputeJobParameters): Promise<ComputedJob> {
  const opened = await openJob(job, [store], { identity, signal });
  const { manifest } = opened;
  const steps = manifest.program.steps.map((step) => ({
    ...step,
    passes: Math.min(step.passes, mostPasses),
  }));
  const shortened = { ...manifest, program: { ...manifest.program, steps } };
  return { manifest, run: await runOpenedJob(runtime, { ...opened, manifest: shortened }, signal) };
}
