import { mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { BlobSource, DownloadOptions } from "@wattle/sdk/blobs";
import { downloadToFile } from "@wattle/sdk/node";

/**
 * Reads a blob's stored bytes from a file, downloading it first where it is not there yet. An interrupted download goes
 * on where it stopped, after a restart too.
 *
 * @throws As `downloadToFile`.
 */
export async function cachedBlob(
  source: BlobSource,
  path: string,
  options: DownloadOptions,
): Promise<Uint8Array> {
  const stored = await readIfThere(path);
  if (stored !== null) return stored;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await downloadToFile(source, path, options);
  return readFile(path);
}

async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
