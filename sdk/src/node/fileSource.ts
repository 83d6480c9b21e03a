import { type FileHandle, open } from "node:fs/promises";
import type { ByteSource } from "../blobs/byteSource.ts";

/** A file that is open for reading as a {@link ByteSource}; close it by `await using` or `close()`. */
export interface FileSource extends ByteSource, AsyncDisposable {
  close(): Promise<void>;
}

/**
 * Opens a file as bytes that can be read more than once.
 *
 * @example
 * ```ts
 * import { buildTree } from "@wattle/sdk/blobs";
 * import { openFileSource } from "@wattle/sdk/node";
 *
 * const file = await openFileSource("scene.bin.age");
 * const { cid } = await buildTree(file);
 * await file.close();
 * ```
 */
export async function openFileSource(path: string): Promise<FileSource> {
  const handle = await open(path, "r");
  const { size } = await handle.stat();
  return {
    size,
    read: (start, end) => readUpTo(handle, start, end - start),
    close: () => handle.close(),
    [Symbol.asyncDispose]: () => handle.close(),
  };
}

/** Reads `length` bytes, or as many as the file has. */
export async function readUpTo(handle: FileHandle, start: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, start + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
