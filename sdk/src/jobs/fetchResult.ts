import { getProvider } from "../actions/provider/getProvider.ts";
import {
  blobUrl,
  type DownloadOptions,
  type JobKey,
  openBlob,
  openEnvelope,
  type OpenEnvelopeOptions,
} from "../blobs/index.ts";
import type { WattleClient } from "../client/wattleClient.ts";
import { checkResultBelongs } from "../manifest/checkResultBelongs.ts";
import type { JobManifest } from "../manifest/jobManifest.ts";
import type { JobResult } from "../manifest/jobResult.ts";
import { parseManifest } from "../manifest/parseManifest.ts";
import { parseResult } from "../manifest/parseResult.ts";
import type { Job } from "../types/job.ts";
import { ResultMissingError } from "./errors.ts";

/** What {@link fetchResult} takes. */
export interface FetchResultParameters extends DownloadOptions {
  readonly job: Job;
  /** The key that the job was created with. */
  readonly jobKey: Pick<JobKey, "identity">;
  /** Default: fetched from `store`. */
  readonly manifest?: JobManifest;
  /** Base address of the store that has the manifest. Default: the provider's relay. */
  readonly store?: string;
  /** Base addresses of more stores that may have the result. Default: none but the manifest's. */
  readonly resultStores?: readonly string[];
}

/** What {@link fetchResult} returns. */
export interface FetchResultReturnType {
  readonly manifest: JobManifest;
  /** How the run ended and what it used. */
  readonly result: JobResult;
  /** The outputs' bytes by their names, decrypted; none of a run that did not complete. */
  readonly outputs: ReadonlyMap<string, Uint8Array>;
}

/**
 * Fetches, verifies and decrypts a job's result: the envelope against the digest on chain, the result against the job
 * and its manifest, each output against the result.
 *
 * @throws {@link ResultMissingError} when no result was submitted.
 * @throws {@link BlobUnavailableError} when no store delivers one of the blobs: grounds for a dispute.
 * @throws {@link ResultInvalidError} {@link DigestMismatchError} when the result is not what was submitted, or does not
 * belong to the job: grounds for a dispute.
 * @throws {@link DecryptionError} when the result was not encrypted for the job's key.
 *
 * @example
 * ```ts
 * import { acceptResult, getJob } from "@wattle/sdk";
 * import { fetchResult } from "@wattle/sdk/jobs";
 *
 * const job = await getJob(client, { jobId });
 * const { result, outputs } = await fetchResult(client, { job, jobKey });
 * if (result.outcome.status === "completed") await acceptResult(client, { terms: job.terms });
 * ```
 */
export async function fetchResult(
  client: WattleClient,
  parameters: FetchResultParameters,
): Promise<FetchResultReturnType> {
  const { job, jobKey, manifest: known, store, resultStores = [], ...options } = parameters;
  const { resultDigest, resultRoot } = job;
  if (resultDigest === null || resultRoot === null) throw new ResultMissingError(job.jobId, job.state);
  const { identity } = jobKey;
  const manifest = known ?? (await fetchManifest(client, job, store, { ...options, identity }));
  const at = (stores: readonly string[], root: string): string[] => stores.map((base) => blobUrl(base, root));
  const source = { root: resultRoot, locations: at([manifest.resultStore, ...resultStores], resultRoot) };
  const result = parseResult(await openEnvelope(source, { ...options, identity }), resultDigest);
  checkResultBelongs(result, { jobId: job.jobId, specDigest: job.terms.specDigest, manifest });
  const outputs = new Map<string, Uint8Array>();
  for (const { name, blob } of result.outputs) {
    const locations = [...blob.locations, ...at(resultStores, blob.root)];
    outputs.set(name, await openBlob({ ...blob, locations }, { ...options, identity }));
  }
  return { manifest, result, outputs };
}

async function fetchManifest(
  client: WattleClient,
  { terms, specRoot }: Job,
  store: string | undefined,
  options: OpenEnvelopeOptions,
): Promise<JobManifest> {
  const { provider } = terms;
  const base = store ?? (await getProvider(client, { provider, signal: options.signal })).endpoint;
  const source = { root: specRoot, locations: [blobUrl(base, specRoot)] };
  return parseManifest(await openEnvelope(source, options), terms.specDigest);
}
