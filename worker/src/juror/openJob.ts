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
 * @param stores Base addresses of stores that may have the manifest, and inputs that lie nowhere else.
 * @param options The identity is the provider's, or the job's own.
 * @throws As `openEnvelope`, `parseManifest` and `openBlob`.
 */
export async function openJob(
  job: Job,
  stores: readonly string[],
  options: OpenEnvelopeOptions,
): Promise<OpenedJob> {
  const at = (root: string): string[] => stores.map((store) => blobUrl(store, root));
  const source = { root: job.specRoot, locations: at(job.specRoot) };
  const manifest = parseManifest(await openEnvelope(source, options), job.terms.specDigest);
  const inputs = await Promise.all(
    manifest.inputs.map(async ({ name, blob }) => {
      const locations = [...new Set([...blob.locations, ...at(blob.root)])];
      return [name, await openBlob({ ...blob, locations }, options)] as const;
    }),
  );
  return { job, manifest, inputs: new Map(inputs) };
}
