import { type Job, type JobManifest, parseManifest } from "@wattle/sdk";
import { blobUrl, openBlob, openEnvelope } from "@wattle/sdk/blobs";
import type { Runtime, RunResult } from "@wattle/worker";

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
  const options = { identity, signal };
  const source = { root: job.specRoot, locations: [blobUrl(store, job.specRoot)] };
  const manifest = parseManifest(await openEnvelope(source, options), job.terms.specDigest);
  const inputs = await Promise.all(
    manifest.inputs.map(async ({ name, blob }) => [name, await openBlob(blob, options)] as const),
  );
  const { program, requirements } = manifest;
  const steps = program.steps.map((step) => ({ ...step, passes: Math.min(step.passes, mostPasses) }));
  const run = await runtime.run({
    program: { ...program, steps },
    inputs: new Map(inputs),
    runLimitMs: job.terms.runLimitSeconds * 1000,
    memoryBytes: requirements.memoryBytes,
  });
  return { manifest, run };
}
