import { type Job, type JobManifest, parseManifest } from "@wattle/sdk";
import { blobUrl, openBlob, openEnvelope, type OpenEnvelopeOptions } from "@wattle/sdk/blobs";

/** A job as it lies before whoever computes it. */
export interface OpenedJob {
  readonly job: Job;
  readonly manifest: JobManifest;
  /** The bytes of each named input. */
  readonly inputs: ReadonlyMap<string, Uint8Array>;
}

/**
 * Fetches, verifies and decrypts a job's manifest and inputs.
 *
 * @param store Base address of the store that has the manifest.
 * @param options The identity is the provider's, or the job's own.
 * @throws As `openEnvelope`, `parseManifest` and `openBlob`.
 */
export async function openJob(job: Job, store: string, options: OpenEnvelopeOptions): Promise<OpenedJob> {
  const source = { root: job.specRoot, locations: [blobUrl(store, job.specRoot)] };
  const manifest = parseManifest(await openEnvelope(source, options), job.terms.specDigest);
  const inputs = await Promise.all(
    manifest.inputs.map(async ({ name, blob }) => [name, await openBlob(blob, options)] as const),
  );
  return { job, manifest, inputs: new Map(inputs) };
}
