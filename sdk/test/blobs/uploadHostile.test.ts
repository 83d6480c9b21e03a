import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { describe, it, type TestContext } from "node:test";
import {
  UploadFailedError,
  type UploadBlobParameters,
  uploadBlob,
  UploadRefusedError,
} from "../../src/blobs/index.ts";
import { seededBytes } from "./support/seededBytes.ts";

const bytes = seededBytes(300_000);
const token = {
  token: {
    account: `0x${"11".repeat(20)}`,
    jobId: `0x${"00".repeat(32)}`,
    root: `0x${"ab".repeat(32)}`,
    size: 1,
    expiresAt: 1,
  },
  signature: "0x00",
};

/** A store that answers as the test says, and its address. */
async function serveStore(
  t: TestContext,
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<{ store: string; requests: string[] }> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    request.resume();
    answer(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return { store: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`, requests };
}

const upload = (store: string, more: Partial<UploadBlobParameters> = {}): Promise<unknown> =>
  uploadBlob({
    store,
    bytes,
    token,
    requestTimeoutMs: 30_000,
    requestBytes: 100_000,
    retryDelaysMs: [0, 50],
    ...more,
  });

describe("a store that", () => {
  it("refuses is quoted, asked once, and believed no more than a few sentences", async (t) => {
    const { store, requests } = await serveStore(t, (_request, response) => {
      response
        .writeHead(403)
        .end(JSON.stringify({ error: "NotAuthorized", reason: "R".repeat(5000), action: "A." }));
    });
    await assert.rejects(upload(store), (error) => {
      assert.ok(error instanceof UploadRefusedError);
      assert.deepEqual(
        [error.status, error.refusal, error.action, error.retryable],
        [403, "NotAuthorized", "A.", false],
      );
      assert.ok(error.message.length < 1000);
      return true;
    });
    assert.deepEqual(requests, ["POST /uploads"]);
  });

  it("refuses without a reason, or with an endless one, is reported all the same", async (t) => {
    const silent = await serveStore(t, (_request, response) => response.writeHead(401).end());
    await assert.rejects(upload(silent.store), { name: "UploadRefusedError", refusal: "Refused" });
    const endless = await serveStore(t, (_request, response) => {
      response.writeHead(401);
      const more = (): void => {
        while (!response.destroyed && response.write("x".repeat(65_536)));
      };
      response.on("drain", more);
      more();
    });
    await assert.rejects(upload(endless.store), { name: "UploadRefusedError", refusal: "Refused" });
  });

  it("sends the client to another host is not followed", async (t) => {
    const victim = await serveStore(t, (_request, response) => response.writeHead(204).end());
    const { store } = await serveStore(t, (_request, response) => {
      response.writeHead(201, { location: `${victim.store}/internal` }).end();
    });
    await assert.rejects(upload(store), /another host/);
    const redirecting = await serveStore(t, (_request, response) => {
      response.writeHead(307, { location: `${victim.store}/internal` }).end();
    });
    await assert.rejects(upload(redirecting.store), UploadFailedError);
    assert.deepEqual(victim.requests, []);
  });

  it("accepts no bytes is given up", async (t) => {
    const { store, requests } = await serveStore(t, (request, response) => {
      if (request.method === "POST") response.writeHead(201, { location: "/uploads/1" }).end();
      else if (request.method === "HEAD") {
        response.writeHead(200, { "upload-offset": "0", "upload-length": String(bytes.length) }).end();
      } else response.writeHead(204, { "upload-offset": "0" }).end();
    });
    await assert.rejects(upload(store), /accepted none of the bytes/);
    assert.ok(requests.length < 15, `${requests.length} requests`);
  });

  it("never answers is given up", async (t) => {
    const { store } = await serveStore(t, () => undefined);
    await assert.rejects(upload(store, { requestTimeoutMs: 100 }), UploadFailedError);
  });

  it("claims success without storing is found out", async (t) => {
    const { store } = await serveStore(t, (request, response) => {
      if (request.method === "POST") {
        response.writeHead(201, { location: "/uploads/1" }).end();
      } else if (request.method === "PATCH") {
        request.on("end", () => response.writeHead(204, { "upload-offset": String(bytes.length) }).end());
      } else response.writeHead(404).end();
    });
    await assert.rejects(upload(store), /does not serve the blob/);
  });

  it("is slow is left by the signal, with the signal's reason", async (t) => {
    const controller = new AbortController();
    const { store } = await serveStore(t, () => controller.abort(new Error("enough")));
    await assert.rejects(upload(store, { signal: controller.signal }), /enough/);
    await assert.rejects(upload(store, { signal: controller.signal }), /enough/);
  });
});
