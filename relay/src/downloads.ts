import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { rootOfCid, SIDECAR_MEDIA_TYPE } from "@wattle/sdk/blobs";
import type { BlobStore } from "./blobStore.ts";
import { parseRange } from "./httpRange.ts";
import { RelayRefusal } from "./refusal.ts";

const NAME = /^(bafybei[a-z2-7]{52})(\.dag)?$/;

/**
 * Serves `/blobs/<cid>` and `/blobs/<cid>.dag`: GET and HEAD, whole or in ranges. Only a name that is a CID in the
 * index leads to a file, so no path can lead elsewhere.
 */
export async function serveBlob(
  store: BlobStore,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const file = await openBlob(store, name);
  try {
    const { size } = await file.handle.stat();
    response.setHeader("accept-ranges", "bytes");
    const range = parseRange(request.headers.range, size);
    if (range === null) {
      response.setHeader("content-range", `bytes */${size}`);
      throw new RelayRefusal(
        "RangeNotSatisfiable",
        `The blob has ${size} bytes.`,
        "Ask for a range within them.",
      );
    }
    response.setHeader("content-type", file.mediaType);
    // The name is the content's digest, so what stands at an address never changes.
    response.setHeader("cache-control", "public, max-age=31536000, immutable");
    response.setHeader("etag", `"${name}"`);
    response.setHeader("content-length", range.length);
    if (range.partial) {
      const last = range.start + range.length - 1;
      response.setHeader("content-range", `bytes ${range.start}-${last}/${size}`);
    }
    response.writeHead(range.partial ? 206 : 200);
    if (request.method === "HEAD" || range.length === 0) {
      response.end();
      return;
    }
    const end = range.start + range.length - 1;
    await pipeline(
      createReadStream("", {
        fd: file.handle,
        autoClose: false,
        start: range.start,
        end,
        highWaterMark: 2 ** 18,
      }),
      response,
    );
  } finally {
    await file.handle.close();
  }
}

async function openBlob(store: BlobStore, name: string): Promise<{ handle: FileHandle; mediaType: string }> {
  const [, cid, extension] = NAME.exec(name) ?? [];
  const root = cid === undefined ? null : rootOrNull(cid);
  if (root === null || store.index.blob(root) === null) throw notFound();
  const kind = extension === undefined ? "bytes" : "sidecar";
  const mediaType = kind === "bytes" ? "application/octet-stream" : SIDECAR_MEDIA_TYPE;
  try {
    return { handle: await open(store.blobPath(root, kind), "r"), mediaType };
  } catch (error) {
    // Deleted between the look into the index and here.
    if (error instanceof Error && "code" in error && error.code === "ENOENT") throw notFound();
    throw error;
  }
}

function rootOrNull(cid: string): string | null {
  try {
    return rootOfCid(cid);
  } catch {
    return null;
  }
}

function notFound(): RelayRefusal {
  return new RelayRefusal(
    "NotFound",
    "The relay has no such blob.",
    "Check the address; the blob may have expired, or may not be uploaded yet.",
  );
}
