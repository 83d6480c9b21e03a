import assert from "node:assert/strict";
import { request } from "node:http";
import { before, after, describe, it } from "node:test";
import { buildTree, cidOfRoot, encodeSidecar, uploadBlob } from "@wattle/sdk/blobs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRelay, type Relay } from "../src/createRelay.ts";
import { parseRange } from "../src/httpRange.ts";
import { CHAIN_ID, clientOf, ESCROW, ownKeyCheck, sampleBytes } from "./support/testRelay.ts";

const bytes = sampleBytes(100_000);

describe("downloads", () => {
  let folder: string;
  let relay: Relay;
  let url: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "wattle-relay-"));
    relay = await createRelay({
      dataDir: folder,
      chainId: CHAIN_ID,
      escrow: ESCROW,
      partyCheck: ownKeyCheck,
    });
    ({ url } = await uploadBlob({ store: relay.url, bytes, token: clientOf(relay.url).sign }));
  });
  after(async () => {
    await relay.close();
    await rm(folder, { recursive: true });
  });

  it("give the whole blob", async () => {
    const answer = await fetch(url);
    assert.equal(answer.status, 200);
    assert.deepEqual(new Uint8Array(await answer.arrayBuffer()), bytes);
    assert.equal(answer.headers.get("accept-ranges"), "bytes");
    assert.match(answer.headers.get("cache-control") ?? "", /immutable/);
    assert.equal(answer.headers.get("content-type"), "application/octet-stream");
    assert.equal(answer.headers.get("x-content-type-options"), "nosniff");
  });

  const ranges: [range: string, from: number, to: number][] = [
    ["bytes=0-0", 0, 1],
    ["bytes=10-99", 10, 100],
    ["bytes=99999-", 99_999, 100_000],
    ["bytes=5-999999999999", 5, 100_000],
    ["bytes=-100", 99_900, 100_000],
    ["bytes=-200000", 0, 100_000],
  ];
  for (const [range, from, to] of ranges) {
    it(`give ${range}`, async () => {
      const answer = await fetch(url, { headers: { range } });
      assert.equal(answer.status, 206);
      assert.equal(answer.headers.get("content-range"), `bytes ${from}-${to - 1}/100000`);
      assert.equal(answer.headers.get("content-length"), String(to - from));
      assert.deepEqual(new Uint8Array(await answer.arrayBuffer()), bytes.slice(from, to));
    });
  }

  for (const range of ["bytes=100000-", "bytes=200000-300000", "bytes=-0"]) {
    it(`refuse ${range}, which lies behind the end`, async () => {
      const answer = await fetch(url, { headers: { range } });
      assert.equal(answer.status, 416);
      assert.equal(answer.headers.get("content-range"), "bytes */100000");
      assert.equal(((await answer.json()) as { error: string }).error, "RangeNotSatisfiable");
    });
  }

  for (const range of ["bytes=5-1", "bytes=-", "bytes=a-b", "lines=1-2", "bytes=0-1,5-6", "bytes=1.5-2"]) {
    it(`ignore ${range}`, () => {
      assert.deepEqual(parseRange(range, 1000), { start: 0, length: 1000, partial: false });
    });
  }

  it("answer HEAD with the same headers and no body", async () => {
    const whole = await fetch(url, { method: "HEAD" });
    assert.deepEqual(
      [whole.status, whole.headers.get("content-length"), await whole.text()],
      [200, "100000", ""],
    );
    const part = await fetch(url, { method: "HEAD", headers: { range: "bytes=1-2" } });
    assert.deepEqual([part.status, part.headers.get("content-range")], [206, "bytes 1-2/100000"]);
  });

  it("give the tree as a CAR file", async () => {
    const answer = await fetch(`${url}.dag`);
    assert.equal(answer.headers.get("content-type"), "application/vnd.ipld.car");
    assert.deepEqual(new Uint8Array(await answer.arrayBuffer()), await encodeSidecar(await buildTree(bytes)));
  });

  it("lead nowhere but to blobs", async () => {
    const cid = url.split("/").at(-1) ?? "";
    const paths = [
      "/blobs/",
      "/blobs",
      `/blobs/${cid}/`,
      `/blobs/${cid}.tmp`,
      `/blobs/${cid}.dag.tmp`,
      `/blobs/${cid.toUpperCase()}`,
      `/blobs/${cidOfRoot(`0x${"00".repeat(32)}`)}`,
      "/blobs/../index.sqlite",
      "/blobs/..%2findex.sqlite",
      `/blobs/${cid}%00`,
      `/blobs/./${cid}`,
      `//blobs/${cid}`,
      "/index.sqlite",
      "/uploads/../index.sqlite",
      "/uploads/%2e%2e%2findex.sqlite",
    ];
    for (const path of paths) {
      const [status, body] = await rawGet(relay.url, path);
      assert.equal(status, 404, path);
      assert.doesNotMatch(body, /SQLite/);
    }
  });

  it("are for reading only", async () => {
    for (const method of ["PUT", "POST", "DELETE", "PATCH"]) {
      const answer = await fetch(url, { method });
      assert.equal(answer.status, 405);
    }
    assert.equal((await fetch(`${relay.url}/uploads`)).status, 405);
  });

  it("describe the relay and its health", async () => {
    const description = (await (await fetch(relay.url)).json()) as Record<string, unknown>;
    assert.deepEqual(
      [description["name"], description["url"], description["chainId"], description["escrow"]],
      ["wattle-relay", relay.url, "31337", ESCROW],
    );
    const health = (await (await fetch(`${relay.url}/health`)).json()) as Record<string, unknown>;
    assert.deepEqual([health["status"], health["blobs"], health["bytes"]], ["ok", 1, 100_000]);
  });

  it("can be read by pages of every origin, and asked for by preflight", async () => {
    const answer = await fetch(url, { headers: { origin: "https://app.example" } });
    assert.equal(answer.headers.get("access-control-allow-origin"), "*");
    assert.match(answer.headers.get("access-control-expose-headers") ?? "", /content-range/);
    const preflight = await fetch(`${relay.url}/uploads`, { method: "OPTIONS" });
    assert.equal(preflight.status, 204);
    assert.match(preflight.headers.get("access-control-allow-headers") ?? "", /authorization/);
    assert.match(preflight.headers.get("access-control-allow-methods") ?? "", /PATCH/);
  });

  it("can be limited to pages of some origins, on every answer", async () => {
    const dataDir = join(folder, "second");
    const origins = { allowOrigins: ["https://app.example"] };
    const second = await createRelay({
      dataDir,
      chainId: CHAIN_ID,
      escrow: ESCROW,
      partyCheck: ownKeyCheck,
      ...origins,
    });
    try {
      for (const path of ["/", "/blobs/x", `/uploads/${"0".repeat(32)}`]) {
        const ask = async (origin: string): Promise<string | null> => {
          const headers = { origin, "tus-resumable": "1.0.0" };
          const answer = await fetch(`${second.url}${path}`, { method: "HEAD", headers });
          return answer.headers.get("access-control-allow-origin");
        };
        assert.equal(await ask("https://app.example"), "https://app.example", path);
        assert.equal(await ask("https://evil.example"), null, path);
      }
    } finally {
      await second.close();
    }
  });
});

/** GET without the normalization of paths that `fetch` does. */
function rawGet(origin: string, path: string): Promise<[status: number, body: string]> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    request({ hostname, port, path }, (response) => {
      let body = "";
      response.on("data", (chunk: Buffer) => (body += chunk.toString("latin1")));
      response.on("end", () => resolve([response.statusCode ?? 0, body]));
    })
      .on("error", reject)
      .end();
  });
}
