import { type ByteSource, type Bytes, byteSource } from "./byteSource.ts";
import { BlobTooLargeError } from "./errors.ts";
import { sha256 } from "./sha256.ts";
import { BLOB_MAX_BYTES, type BlobTree, chunkCount, chunkLength, CHUNK_BYTES, treeOfLeaves } from "./tree.ts";

/** Digests computed at the same time; more would only hold more chunks in memory. */
const PARALLEL_DIGESTS = 4;

/** Options of {@link buildTree}. */
export interface BuildTreeOptions {
  readonly signal?: AbortSignal | undefined;
}

/**
 * Builds the tree over a blob in one pass, holding four chunks in memory.
 *
 * @param bytes The stored bytes, so the ciphertext of an encrypted blob.
 * @throws {@link BlobTooLargeError} when they are more than 1 TiB.
 *
 * @example
 * ```ts
 * import { buildTree } from "@wattle/sdk/blobs";
 *
 * const { root, cid, size } = await buildTree(new TextEncoder().encode("hello"));
 * ```
 */
export async function buildTree(bytes: Bytes, options: BuildTreeOptions = {}): Promise<BlobTree> {
  const source = byteSource(bytes);
  if (source.size > BLOB_MAX_BYTES) throw new BlobTooLargeError(source.size, BLOB_MAX_BYTES);
  const count = chunkCount(source.size);
  const leaves = new Uint8Array(count * 32);
  for (let first = 0; first < count; first += PARALLEL_DIGESTS) {
    options.signal?.throwIfAborted();
    const indexes = Array.from({ length: Math.min(PARALLEL_DIGESTS, count - first) }, (_, i) => first + i);
    await Promise.all(indexes.map(async (index) => leaves.set(await digestChunk(source, index), index * 32)));
  }
  return treeOfLeaves(leaves, source.size);
}

async function digestChunk(source: ByteSource, index: number): Promise<Uint8Array> {
  const start = index * CHUNK_BYTES;
  return sha256(await source.read(start, start + chunkLength(source.size, index)));
}
