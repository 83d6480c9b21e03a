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
 * Fetches, verifies and decrypts a job's manifest and inputs. Each place is asked, in turn.
 *
 * @param stores Base addresses of stores that may have both; they are asked before those that the manifest names.
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
  const envelope = await openEnvelope(source, patient(source.locations, options));
  const manifest = parseManifest(envelope, job.terms.specDigest);
  const inputs = await Promise.all(
    manifest.inputs.map(async ({ name, blob }) => {
      const locations = [...new Set([...at(blob.root), ...blob.locations])];
      return [name, await openBlob({ ...blob, locations }, patient(locations, options))] as const;
    }),
  );
  return { job, manifest, inputs: new Map(inputs) };
}

/** A place that fails must leave an attempt for each of the others: its owner may want it to fail. */
function patient(locations: readonly string[], options: OpenEnvelopeOptions): OpenEnvelopeOptions {
  return { ...options, retries: Math.max(options.retries ?? 0, locations.length) };
}
