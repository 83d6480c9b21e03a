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
import { parseManifest } from "../manifest/parseManifest.ts";
import type { Job } from "../types/job.ts";
import { JobPartMissingError } from "./errors.ts";

/** The stored bytes of a blob, and their tree. */
export interface JobCopy {
  readonly bytes: Uint8Array;
  readonly tree: BlobTree;
}

/** One of the blobs that a job is computed from. */
export interface JobPart {
  /** `manifest`, or the name of an input as in `input "scene"`. */
  readonly name: string;
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
 * Finds out what a job is computed from: its manifest, and the inputs that the manifest names.
 *
 * @throws {@link JobPartMissingError} when neither a copy nor a store gives the manifest.
 * @throws As `decryptWith` and `parseManifest` when it is not this job's, or the key is another's.
 */
export async function findParts(job: Job, sources: JobSources): Promise<readonly JobPart[]> {
  const { specRoot: root, terms } = job;
  const envelope = await readPart("manifest", { root, locations: [] }, sources, ENVELOPE_MAX_BYTES);
  const document = await decryptWith(sources.identity, envelope.bytes);
  const { inputs } = parseManifest(document, terms.specDigest);
  return [
    { name: "manifest", root, size: envelope.tree.size, read: async () => envelope },
    ...inputs.map(({ name: input, blob }): JobPart => {
      const name = `input "${input}"`;
      let reading: Promise<JobCopy> | null = null;
      const read = async (): Promise<JobCopy> => (reading ??= readPart(name, blob, sources));
      return { name, root: blob.root, size: blob.size, read };
    }),
  ];
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
