import { constants } from "node:fs";
import { type FileHandle, open, rename } from "node:fs/promises";
import { type BlobSource, resolveBlobSource } from "../blobs/blobSource.ts";
import { type ChunkSink, downloadChunks } from "../blobs/downloadChunks.ts";
import { type DownloadOptions, resolveDownloadOptions } from "../blobs/downloadOptions.ts";
import { fetchTree } from "../blobs/fetchTree.ts";
import { BLOB_MAX_BYTES, type BlobTree, CHUNK_BYTES } from "../blobs/tree.ts";
import { readUpTo } from "./fileSource.ts";

/**
 * Downloads a blob to a file as {@link downloadBlob} does to memory. Until it is complete the file is called
 * `<path>.partial`; a download that was interrupted, by a crash too, verifies what that file holds and fetches only
 * the chunks that are missing or damaged.
 *
 * @returns The tree of the blob.
 * @throws As {@link downloadBlob}; an error of the file system (`ENOSPC`) as it is.
 *
 * @example
 * ```ts
 * import { downloadToFile } from "@wattle/sdk/node";
 *
 * const { size } = await downloadToFile(ref, "model.onnx.age", { signal: AbortSignal.timeout(600_000) });
 * ```
 */
export async function downloadToFile(
  source: BlobSource,
  path: string,
  options: DownloadOptions = {},
): Promise<BlobTree> {
  const blob = resolveBlobSource(source);
  const resolved = resolveDownloadOptions(options, BLOB_MAX_BYTES);
  const tree = await fetchTree(blob, resolved);
  const partial = `${path}.partial`;
  const handle = await open(partial, constants.O_RDWR | constants.O_CREAT, 0o600);
  try {
    await downloadChunks(tree, blob.locations, fileSink(handle), resolved);
    await handle.truncate(tree.size);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(partial, path);
  return tree;
}

function fileSink(handle: FileHandle): ChunkSink {
  return {
    read: async (index, length) => {
      const bytes = await readUpTo(handle, index * CHUNK_BYTES, length);
      return bytes.length === length ? bytes : null;
    },
    write: async (index, bytes) => {
      let written = 0;
      while (written < bytes.length) {
        const position = index * CHUNK_BYTES + written;
        written += (await handle.write(bytes, written, bytes.length - written, position)).bytesWritten;
      }
    },
  };
}
