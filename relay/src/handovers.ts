import type { IncomingMessage, ServerResponse } from "node:http";
import { buildTree, HANDOVER_MAX_BYTES } from "@wattle/sdk/blobs";
import type { BlobStore } from "./blobStore.ts";
import { RelayRefusal } from "./refusal.ts";
import type { UploadAdmission } from "./uploadAdmission.ts";

/**
 * Serves `/handovers/<jobId>`: what a job's client leaves there for its provider, encrypted, as the key of the inputs
 * of a request that has just been taken. Small enough to stand in the index.
 */
export class Handovers {
  readonly #store: BlobStore;
  readonly #admission: UploadAdmission;

  constructor(store: BlobStore, admission: UploadAdmission) {
    this.#store = store;
    this.#admission = admission;
  }

  /**
   * Takes a hand-over of the job's client; a later one replaces it.
   *
   * @throws {@link RelayRefusal} saying why not.
   */
  async put(jobId: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const token = await this.#admission.admitHandover(jobId, request.headers);
    const bytes = await readBody(request, token.size);
    const { root } = await buildTree(bytes);
    if (root !== token.root.toLowerCase()) {
      throw new RelayRefusal(
        "RootMismatch",
        `The bytes that arrived have the root ${root}, not the ${token.root} of the token.`,
        "Build the tree over the bytes that are sent.",
      );
    }
    this.#admission.checkQuota(token.account, bytes.length, jobId);
    this.#store.index.putHandover({ jobId, account: token.account, bytes }, this.#store.expiryMs());
    response.writeHead(204).end();
  }

  /** @throws {@link RelayRefusal} `NotFound`. */
  get(jobId: string, request: IncomingMessage, response: ServerResponse): void {
    const bytes = this.#store.index.handover(jobId, Date.now());
    if (bytes === null) {
      throw new RelayRefusal(
        "NotFound",
        "Nothing was handed over for this job.",
        "Its client may not have seen the take yet; try again in a few seconds.",
      );
    }
    response.setHeader("content-type", "application/octet-stream");
    response.setHeader("content-length", bytes.length);
    response.setHeader("cache-control", "no-store");
    response.writeHead(200).end(request.method === "HEAD" ? undefined : bytes);
  }
}

/** Reads as many bytes as were announced, which are at most {@link HANDOVER_MAX_BYTES}. */
async function readBody(request: IncomingMessage, size: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > Math.min(size, HANDOVER_MAX_BYTES)) break;
    parts.push(part);
  }
  if (length !== size) {
    throw new RelayRefusal(
      "RequestInvalid",
      `The body has not the ${size} bytes that its token names.`,
      "Send exactly the bytes that the token was signed for.",
    );
  }
  return Buffer.concat(parts);
}
