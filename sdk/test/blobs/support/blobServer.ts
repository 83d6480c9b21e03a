import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { TestContext } from "node:test";
import { type BlobTree, buildTree, encodeSidecar } from "../../../src/blobs/index.ts";

/** Answers a request in place of the honest server; returns false to leave it to the honest one. */
export type Misbehavior = (request: IncomingMessage, response: ServerResponse) => boolean;

/** A server that holds one blob. */
export interface BlobServer {
  /** Address of the blob. */
  readonly url: string;
  readonly origin: string;
  readonly tree: BlobTree;
  /** `method path range` of every request. */
  readonly requests: string[];
  /** Bytes of the blob that the server wrote. */
  sentBytes(): number;
}

/** Serves a blob and its sidecar over real HTTP until the test ends, misbehaving where the test wants it to. */
export async function serveBlob(
  t: TestContext,
  bytes: Uint8Array,
  misbehave: Misbehavior = () => false,
): Promise<BlobServer> {
  const tree = await buildTree(bytes);
  const sidecar = await encodeSidecar(tree);
  const requests: string[] = [];
  let sent = 0;
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url} ${request.headers.range ?? "-"}`);
    if (misbehave(request, response)) return;
    if (isSidecar(request)) {
      response.end(sidecar);
      return;
    }
    const [start, end] = requestedRange(request, bytes.length);
    response.writeHead(206, {
      "content-range": `bytes ${start}-${end}/${bytes.length}`,
      "content-length": end - start + 1,
    });
    sent += end - start + 1;
    response.end(bytes.subarray(start, end + 1));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const origin = `http://127.0.0.1:${port}`;
  return { origin, url: `${origin}/blobs/${tree.cid}`, tree, requests, sentBytes: () => sent };
}

/** Whether a request is for the blob's tree, not for its bytes. */
export function isSidecar(request: IncomingMessage): boolean {
  return request.url?.split("?")[0]?.endsWith(".dag") ?? false;
}

/** First and last byte of a request's range. */
export function requestedRange(request: IncomingMessage, size: number): [start: number, end: number] {
  const [, start = "0", end = String(size - 1)] =
    /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "") ?? [];
  return [Number(start), Math.min(Number(end), size - 1)];
}
