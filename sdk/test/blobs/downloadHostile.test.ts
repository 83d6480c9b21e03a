import assert from "node:assert/strict";
import type { IncomingMessage, ServerResponse } from "node:http";
import { before, describe, it } from "node:test";
import {
  type BlobUnavailableError,
  CHUNK_BYTES,
  ChunkMismatchError,
  type DownloadOptions,
  downloadBlob,
  LocationProtocolError,
  LocationRefusedError,
  LocationStalledError,
  LocationStatusError,
  TreeMismatchError,
} from "../../src/blobs/index.ts";
import { isSidecar, type Misbehavior, requestedRange, serveBlob } from "./support/blobServer.ts";
import { seed, seededBytes } from "./support/seededBytes.ts";

const bytes = seededBytes(3 * CHUNK_BYTES + 999);

before(() => console.log(`# seed ${seed}`));

/** Downloads, expecting to fail, and returns what the only location is accused of. */
async function accusation(url: string, options: DownloadOptions = {}): Promise<Error | undefined> {
  try {
    await downloadBlob(url, { retries: 1, ...options });
  } catch (error) {
    return (error as BlobUnavailableError).failures[0]?.error;
  }
  return undefined;
}

/** Answers requests for the blob's bytes with one byte of the third chunk flipped. */
const flipByte: Misbehavior = (request, response) => {
  if (isSidecar(request)) return false;
  const [start, end] = requestedRange(request, bytes.length);
  const part = bytes.slice(start, end + 1);
  const at = 2 * CHUNK_BYTES + 5 - start;
  if (at >= 0 && at < part.length) part[at] = (part[at] ?? 0) ^ 0x80;
  response.writeHead(206, { "content-range": `bytes ${start}-${end}/${bytes.length}` }).end(part);
  return true;
};

/** How long those that keep their reader waiting are waited for; the tree, which they do send, has to come in it too. */
const STALL_MS = 1_000;

/** What a server does, what it is accused of, how often it is asked, and for how long, where it would take for ever. */
const misdeeds: [string, Misbehavior, new (...args: never[]) => Error, asked: number, stallMs?: number][] = [
  ["flips a byte", flipByte, ChunkMismatchError, 2],
  [
    "flips a byte of the tree",
    (request, response) => {
      if (!isSidecar(request)) return false;
      return forged(response, (sidecar) => (sidecar[150] = (sidecar[150] ?? 0) ^ 1));
    },
    TreeMismatchError,
    1,
  ],
  [
    "sends a tree without end",
    (request, response) => {
      if (!isSidecar(request)) return false;
      return flood(response.writeHead(200));
    },
    LocationProtocolError,
    1,
  ],
  [
    "cuts every answer off within the first chunk",
    (request, response) => {
      if (isSidecar(request)) return false;
      response.writeHead(206, { "content-length": bytes.length });
      response.write(bytes.subarray(0, 1000), () => response.destroy());
      return true;
    },
    LocationStalledError,
    3,
  ],
  [
    "ends early without an error",
    (request, response) => {
      if (isSidecar(request)) return false;
      response.writeHead(206).end(bytes.subarray(0, 1000));
      return true;
    },
    LocationStalledError,
    3,
  ],
  ["never answers", (request) => !isSidecar(request), LocationStalledError, 3, STALL_MS],
  [
    "sends headers, then nothing",
    (request, response) => {
      if (isSidecar(request)) return false;
      response.writeHead(206).flushHeaders();
      return true;
    },
    LocationStalledError,
    3,
    STALL_MS,
  ],
  [
    "sends a byte now and then",
    (request, response) => {
      if (isSidecar(request)) return false;
      response.writeHead(206);
      const drip = setInterval(() => response.write(bytes.subarray(0, 1)), 20);
      response.on("close", () => clearInterval(drip));
      return true;
    },
    LocationStalledError,
    3,
    STALL_MS,
  ],
  [
    "answers with another range",
    (request, response) => {
      if (isSidecar(request)) return false;
      response.writeHead(206, { "content-range": `bytes 5-9/${bytes.length}` }).end("xxxxx");
      return true;
    },
    LocationProtocolError,
    2,
  ],
  ["has lost the blob", answerWith(404), LocationStatusError, 2],
  ["is overloaded", answerWith(429), LocationStatusError, 3],
  ["is broken", answerWith(500), LocationStatusError, 3],
];

function answerWith(status: number): Misbehavior {
  return (request, response) => {
    if (isSidecar(request)) return false;
    response.writeHead(status).end();
    return true;
  };
}

function forged(response: ServerResponse, change: (sidecar: Uint8Array) => void): boolean {
  const sidecar = new Uint8Array(400);
  change(sidecar);
  response.end(sidecar);
  return true;
}

function flood(response: ServerResponse): boolean {
  const more = (): void => {
    while (!response.destroyed && response.write(new Uint8Array(65_536)));
  };
  response.on("drain", more);
  more();
  return true;
}

describe("a server that", () => {
  for (const [what, misbehave, accused, asked, stallTimeoutMs] of misdeeds) {
    it(`${what} is found out`, async (t) => {
      const { url, requests } = await serveBlob(t, bytes, misbehave);
      // One request at a time, so that their number is certain.
      const error = await accusation(url, { parallel: 1, stallTimeoutMs });
      assert.ok(error instanceof accused, `${error}`);
      assert.equal(requests.length, asked, requests.join("\n"));
    });

    it(`${what} does not keep an honest one from delivering`, async (t) => {
      const hostile = await serveBlob(t, bytes, misbehave);
      const honest = await serveBlob(t, bytes);
      const source = { root: honest.tree.root, locations: [hostile.url, honest.url] };
      assert.deepEqual(await downloadBlob(source, { stallTimeoutMs }), bytes);
    });
  }

  it("serves no ranges is used for the first eight chunks, and found out behind them", async (t) => {
    const large = seededBytes(9 * CHUNK_BYTES);
    const wholeOnly = (request: IncomingMessage, response: ServerResponse): boolean => {
      if (!isSidecar(request)) response.writeHead(200).end(large);
      return !isSidecar(request);
    };
    const error = await accusation((await serveBlob(t, large, wholeOnly)).url);
    assert.match(String(error), /does not serve byte ranges/);
    const small = await serveBlob(t, bytes, (request, response) => {
      if (!isSidecar(request)) response.writeHead(200).end(bytes);
      return !isSidecar(request);
    });
    assert.deepEqual(await downloadBlob(small.url), bytes);
  });

  it("flips a byte is told which chunk it was", async (t) => {
    const { url } = await serveBlob(t, bytes, flipByte);
    const error = await accusation(url);
    assert.equal((error as ChunkMismatchError).index, 2);
  });

  it("sends more than it was asked for is not read any further", async (t) => {
    let written = 0;
    const { url } = await serveBlob(t, bytes, (request, response) => {
      if (isSidecar(request)) return false;
      response.writeHead(206);
      response.write(bytes);
      const more = (): void => {
        do written += 65_536;
        while (!response.destroyed && response.write(new Uint8Array(65_536)));
      };
      response.on("drain", more);
      more();
      return true;
    });
    assert.deepEqual(await downloadBlob(url), bytes);
    assert.ok(written < 64 * 2 ** 20, `${written} bytes too many were written`);
  });

  it("announces a false length is believed no byte more than the digests prove", async (t) => {
    const { url } = await serveBlob(t, bytes, (request, response) => {
      if (isSidecar(request)) return false;
      response.writeHead(206, { "content-range": `bytes 0-9/10`, "content-length": bytes.length }).end(bytes);
      return true;
    });
    assert.deepEqual(await downloadBlob(url), bytes);
  });

  it("loses the connection after every chunk is used as long as it makes progress", async (t) => {
    let lose = (): void => undefined;
    const { url, requests } = await serveBlob(t, bytes, (request, response) => {
      if (isSidecar(request)) return false;
      const [start] = requestedRange(request, bytes.length);
      response.writeHead(206, { "content-length": bytes.length - start });
      response.write(bytes.subarray(start, start + CHUNK_BYTES + 1));
      lose = () => void response.destroy();
      return true;
    });
    // Lost when the chunk has been read: what a reader has not taken yet goes with its connection.
    assert.deepEqual(await downloadBlob(url, { retries: 1, onProgress: () => lose() }), bytes);
    assert.equal(requests.length, 5);
  });

  it("asks for time by Retry-After gets it", async (t) => {
    let refused = 0;
    const { url } = await serveBlob(t, bytes, (request, response) => {
      if (isSidecar(request) || refused++ > 0) return false;
      response.writeHead(429, { "retry-after": "1" }).end();
      return true;
    });
    const startedMs = performance.now();
    assert.deepEqual(await downloadBlob(url), bytes);
    assert.ok(performance.now() - startedMs >= 1000);
  });

  it("serves a blob of another size than announced is found out", async (t) => {
    const { url, tree } = await serveBlob(t, bytes);
    const source = { root: tree.root, size: bytes.length + 1, locations: [url] };
    await assert.rejects(downloadBlob(source), /has 3146727 bytes, not 3146728/);
  });
});

describe("a policy", () => {
  const localOnly = (url: URL): boolean => url.hostname === "127.0.0.1";

  it("is asked before the first request", async (t) => {
    const { url, requests } = await serveBlob(t, bytes);
    const error = await accusation(url, { allowLocation: async () => false });
    assert.ok(error instanceof LocationRefusedError);
    assert.equal(requests.length, 0);
  });

  it("is asked again for every redirect", async (t) => {
    const { url, requests } = await serveBlob(t, bytes, (request, response) => {
      response.writeHead(302, { location: `http://localhost:${request.socket.localPort}/secret` }).end();
      return true;
    });
    const error = await accusation(url, { allowLocation: localOnly });
    assert.ok(error instanceof LocationRefusedError);
    assert.deepEqual(requests.length, 1);
  });

  it("lets good redirects pass, up to three", async (t) => {
    const { url } = await serveBlob(t, bytes, (request, response) => {
      const [path, hops = "0"] = (request.url ?? "").split("?");
      if (Number(hops) >= 3) return false;
      response.writeHead(307, { location: `${path}?${Number(hops) + 1}` }).end();
      return true;
    });
    assert.deepEqual(await downloadBlob(url, { allowLocation: localOnly }), bytes);

    const endless = await serveBlob(t, bytes, (request, response) => {
      response.writeHead(307, { location: request.url ?? "/" }).end();
      return true;
    });
    assert.ok((await accusation(endless.url, { allowLocation: localOnly })) instanceof LocationProtocolError);
  });

  it("cannot be led away from http", async (t) => {
    const { url } = await serveBlob(t, bytes, (_request, response) => {
      response.writeHead(302, { location: "file:///etc/passwd" }).end();
      return true;
    });
    assert.ok((await accusation(url, { allowLocation: () => true })) instanceof LocationRefusedError);
  });
});
