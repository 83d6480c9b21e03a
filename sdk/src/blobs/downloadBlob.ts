import { type BlobSource, resolveBlobSource } from "./blobSource.ts";
import { downloadChunks } from "./downloadChunks.ts";
import { type DownloadOptions, resolveDownloadOptions } from "./downloadOptions.ts";
import { fetchTree } from "./fetchTree.ts";
import { CHUNK_BYTES } from "./tree.ts";

/** Largest blob that is downloaded to memory unless the caller says otherwise, in bytes. */
const DEFAULT_MAX_BYTES = 2 ** 30;

/**
 * Downloads a blob to memory from servers that need not be trusted: the tree is proved against the root, and every
 * 1 MiB chunk against the tree before it is kept. What one location cannot deliver is asked of the next.
 *
 * @param source A `BlobRef`, or an address that ends in the blob's CID.
 * @returns The stored bytes, so the ciphertext of an encrypted blob; {@link openBlob} decrypts too.
 * @throws {@link BlobTooLargeError} when the blob is larger than `maxBytes`.
 * @throws {@link BlobUnavailableError} when no location delivers it; its `failures` say why.
 * @throws {@link InvalidCidError} when an address does not end in a CID.
 *
 * @example
 * ```ts
 * import { downloadBlob } from "@wattle/sdk/blobs";
 *
 * const bytes = await downloadBlob(manifest.inputs[0].blob, {
 *   signal: AbortSignal.timeout(60_000),
 *   onProgress: ({ bytes, totalBytes }) => console.log(`${bytes} of ${totalBytes}`),
 * });
 * ```
 */
export async function downloadBlob(source: BlobSource, options: DownloadOptions = {}): Promise<Uint8Array> {
  const blob = resolveBlobSource(source);
  const resolved = resolveDownloadOptions(options, DEFAULT_MAX_BYTES);
  const tree = await fetchTree(blob, resolved);
  const bytes = new Uint8Array(tree.size);
  const sink = {
    read: () => Promise.resolve(null),
    write: async (index: number, chunk: Uint8Array) => bytes.set(chunk, index * CHUNK_BYTES),
  };
  await downloadChunks(tree, blob.locations, sink, resolved);
  return bytes;
}
