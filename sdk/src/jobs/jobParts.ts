import {
  type BlobTree,
  BlobUnavailableError,
  blobUrl,
  buildTree,
  decryptWith,
  downloadBlob,
  type DownloadOptions,
  ENVELOPE_MAX_BYTES,
} from "../blobs/index.ts";
import type { BlobRef } from "../manifest/blobRef.ts";
import { parseManifest } from "../manifest/parseManifest.ts";
import { parseResult } from "../manifest/parseResult.ts";
import type { Job } from "../types/job.ts";
import { JobPartMissingError } from "./errors.ts";

/** The stored bytes of a blob, and their tree. */
export interface JobCopy {
  readonly bytes: Uint8Array;
  readonly tree: BlobTree;
}

/** One of the blobs that a job is judged by. */
export interface JobPart {
  /** `manifest`, `result`, or the name of an input or output as in `input "scene"`. */
  readonly name: string;
  /** Whether its provider owes it: where it is missing, that is the provider's fault. */
  readonly isProviders: boolean;
  /** Digest of the root of the blob's tree (0x hex). */
  readonly root: string;
  /** Bytes of the blob as it is stored. */
  readonly size: number;
  /**
   * Fetches the stored bytes once, and proves them against the root.
   *
   * @throws {@link JobPartMissingError} when neither a copy nor a store gives them.
   */
  readonly read: () => Promise<JobCopy>;
}

/** Where the blobs of a job are looked for. */
export interface JobSources {
  /** The job's own key (`AGE-SECRET-KEY-1…`). */
  readonly identity: string;
  /** Copies by their roots, which are asked first. */
  readonly kept: ReadonlyMap<string, JobCopy>;
  /** Base addresses of stores that may have the blobs. */
  readonly stores: readonly string[];
  readonly options: Pick<DownloadOptions, "signal" | "fetch">;
}

/** One store that does not answer must not cost the time of all others. */
const STALL_TIMEOUT_MS = 10_000;

/** The copies of a job by their roots. */
export async function copiesByRoot(copies: readonly Uint8Array[]): Promise<Map<string, JobCopy>> {
  const known = new Map<string, JobCopy>();
  for (const bytes of copies) {
    const tree = await buildTree(bytes);
    known.set(tree.root, { bytes, tree });
  }
  return known;
}

/**
 * Finds out what a job is judged by: its manifest, the inputs that the manifest names, and the result where it lies at a
 * store that jurors may not ask.
 *
 * @throws {@link JobPartMissingError} when neither a copy nor a store gives the manifest.
 * @throws As `decryptWith` and `parseManifest` when it is not this job's, or the key is another's.
 */
export async function findParts(job: Job, sources: JobSources): Promise<readonly JobPart[]> {
  const { specRoot: root, terms } = job;
  const envelope = await readPart("manifest", { root, locations: [] }, sources, ENVELOPE_MAX_BYTES);
  const document = await decryptWith(sources.identity, envelope.bytes);
  const { inputs, resultStore } = parseManifest(document, terms.specDigest);
  return [
    readyPart("manifest", envelope, false),
    ...inputs.map(({ name, blob }) => blobPart(`input "${name}"`, blob, sources, false)),
    ...(await findResult(job, resultStore, sources)),
  ];
}

/** What there is of a result. Jurors ask stores of strangers by https only, and vote for a provider that they cannot ask. */
async function findResult(
  { resultRoot: root, resultDigest }: Job,
  store: string,
  sources: JobSources,
): Promise<readonly JobPart[]> {
  if (root === null || resultDigest === null || new URL(store).protocol === "https:") return [];
  const parts: JobPart[] = [];
  try {
    const source = { root, locations: [blobUrl(store, root)] };
    const envelope = await readPart("result", source, sources, ENVELOPE_MAX_BYTES);
    parts.push(readyPart("result", envelope, true));
    const document = await decryptWith(sources.identity, envelope.bytes);
    const { outputs } = parseResult(document, resultDigest);
    parts.push(...outputs.map(({ name, blob }) => blobPart(`output "${name}"`, blob, sources, true)));
  } catch {
    // Whatever is wrong with it, jurors find out from what there is.
    sources.options.signal?.throwIfAborted();
  }
  return parts;
}

function readyPart(name: string, copy: JobCopy, isProviders: boolean): JobPart {
  const { root, size } = copy.tree;
  return { name, isProviders, root, size, read: async () => copy };
}

function blobPart(name: string, blob: BlobRef, sources: JobSources, isProviders: boolean): JobPart {
  let reading: Promise<JobCopy> | null = null;
  const read = async (): Promise<JobCopy> => (reading ??= readPart(name, blob, sources));
  return { name, isProviders, root: blob.root, size: blob.size, read };
}

async function readPart(
  name: string,
  blob: { readonly root: string; readonly size?: number; readonly locations: readonly string[] },
  { kept, stores, options }: JobSources,
  maxBytes?: number,
): Promise<JobCopy> {
  const known = kept.get(blob.root);
  if (known !== undefined) return known;
  const locations = [...new Set([...blob.locations, ...stores.map((store) => blobUrl(store, blob.root))])];
  const patience = { stallTimeoutMs: STALL_TIMEOUT_MS, retries: 2 * locations.length };
  try {
    const bytes = await downloadBlob({ ...blob, locations }, { ...options, ...patience, maxBytes });
    return { bytes, tree: await buildTree(bytes) };
  } catch (error) {
    if (!(error instanceof BlobUnavailableError)) throw error;
    throw new JobPartMissingError(name, error);
  }
}
