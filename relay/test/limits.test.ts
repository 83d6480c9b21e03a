import assert from "node:assert/strict";
import { connect } from "node:net";
import { describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { buildTree, downloadBlob, encodeUploadToken, uploadBlob } from "@wattle/sdk/blobs";
import { RelayRefusal } from "../src/refusal.ts";
import {
  clientOf,
  patchUpload,
  postUpload,
  sampleBytes,
  startRelay,
  temporaryFolder,
} from "./support/testRelay.ts";

async function refusal(answer: Response): Promise<[status: number, error: unknown]> {
  const body = (await answer.json()) as { error?: unknown };
  return [answer.status, body.error];
}

describe("the quota of an account", () => {
  it("counts stored and arriving bytes, survives a restart, and is nobody else's", async (t) => {
    const dataDir = await temporaryFolder(t);
    const options = { dataDir, quotaBytes: 2500 };
    const before = await startRelay(t, options);
    await uploadBlob({ store: before.url, bytes: sampleBytes(1000, 1), token: before.sign });
    const port = Number(new URL(before.url).port);
    await before.close();

    const relay = await startRelay(t, { ...options, port });
    const asBefore = { ...relay, sign: before.sign, create: before.create };
    assert.equal((await asBefore.create(sampleBytes(1500, 2))).status, 201);
    assert.deepEqual(await refusal(await asBefore.create(sampleBytes(1, 3))), [413, "QuotaExceeded"]);
    // The same blobs again need no further room.
    assert.equal((await asBefore.create(sampleBytes(1000, 1))).status, 409);
    assert.equal((await asBefore.create(sampleBytes(1500, 2))).status, 201);
    assert.equal((await clientOf(relay.url).create(sampleBytes(2500, 4))).status, 201);
  });

  it("counts a blob for everybody who wants it kept", async (t) => {
    const relay = await startRelay(t, { quotaBytes: 1500 });
    const other = clientOf(relay.url);
    const shared = sampleBytes(1000);
    await uploadBlob({ store: relay.url, bytes: shared, token: relay.sign });
    await uploadBlob({ store: relay.url, bytes: shared, token: other.sign });
    for (const account of [relay, other]) {
      assert.deepEqual(await refusal(await account.create(sampleBytes(501, 1))), [413, "QuotaExceeded"]);
    }
  });

  it("cannot be shared by uploads that are asked for at the same time", async (t) => {
    const relay = await startRelay(t, { quotaBytes: 2500, maxUploadsPerAccount: 100 });
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => relay.create(sampleBytes(1000, i))),
    );
    assert.equal(answers.filter(({ status }) => status === 201).length, 2);
  });
});

describe("unfinished uploads", () => {
  it("are limited for each account", async (t) => {
    const relay = await startRelay(t, { maxUploadsPerAccount: 2 });
    const first = await relay.create(sampleBytes(10, 1));
    assert.equal((await relay.create(sampleBytes(10, 2))).status, 201);
    const refused = await relay.create(sampleBytes(10, 3));
    assert.equal(refused.headers.get("retry-after"), "5");
    assert.deepEqual(await refusal(refused), [429, "TooManyUploads"]);
    assert.equal((await clientOf(relay.url).create(sampleBytes(10, 3))).status, 201);
    assert.equal((await patchUpload(first.headers.get("location") ?? "", 0, sampleBytes(10, 1))).status, 204);
    assert.equal((await relay.create(sampleBytes(10, 3))).status, 201);
  });

  it("are deleted when nothing comes any more, and not while something does", async (t) => {
    const relay = await startRelay(t, { uploadIdleSeconds: 3, sweepIntervalMs: 100 });
    const location = (await relay.create(sampleBytes(1000))).headers.get("location") ?? "";
    for (let offset = 0; offset < 500; offset += 100) {
      await sleep(700);
      assert.equal(
        (await patchUpload(location, offset, sampleBytes(1000).subarray(offset, offset + 100))).status,
        204,
      );
    }
    const headers = { "tus-resumable": "1.0.0" };
    while ((await fetch(location, { method: "HEAD", headers })).status !== 404) {
      await sleep(50, undefined, { signal: t.signal });
    }
    assert.equal((await patchUpload(location, 500, sampleBytes(1000).subarray(500))).status, 404);
  });
});

describe("a blob", () => {
  it("is deleted after its time to live, unless somebody renews it", async (t) => {
    const relay = await startRelay(t, { ttlSeconds: 3, sweepIntervalMs: 100 });
    const upload = (bytes: Uint8Array): Promise<{ url: string }> =>
      uploadBlob({ store: relay.url, bytes, token: relay.sign });
    const [kept, lost] = [sampleBytes(100, 1), sampleBytes(100, 2)];
    const { url: keptUrl } = await upload(kept);
    const { url: lostUrl } = await upload(lost);
    while ((await fetch(lostUrl)).status !== 404) {
      await upload(kept);
      await sleep(200, undefined, { signal: t.signal });
    }
    assert.deepEqual(await downloadBlob(keptUrl), kept);
    // The sweep that took the blob takes its tree next, and then forgets it.
    await sleep(1000);
    assert.equal((await fetch(`${lostUrl}.dag`)).status, 404);
    // What was deleted can be stored again.
    await upload(lost);
    assert.deepEqual(await downloadBlob(lostUrl), lost);
  });
});

describe("the party check", () => {
  it("refuses with its own reason", async (t) => {
    const reason = "The account is no party of this job.";
    const check = async (): Promise<void> => {
      throw new RelayRefusal("NotAuthorized", reason, "Use a party's key.");
    };
    const relay = await startRelay(t, { partyCheck: { check } });
    const answer = await relay.create(sampleBytes(10));
    assert.deepEqual(await answer.json(), { error: "NotAuthorized", reason, action: "Use a party's key." });
    assert.equal(answer.status, 403);
  });

  it("is given up when the chain fails or never answers, and nothing of the failure leaks", async (t) => {
    const checks = [
      () => Promise.reject(new Error("http://user:pass@rpc")),
      () => new Promise<void>(() => undefined),
    ];
    for (const check of checks) {
      const relay = await startRelay(t, { partyCheck: { check }, timeouts: { partyCheckMs: 200 } });
      const answer = await relay.create(sampleBytes(10));
      const body = await answer.text();
      assert.equal(answer.status, 503);
      assert.match(body, /ChainUnavailable/);
      assert.doesNotMatch(body, /pass|rpc/);
    }
  });

  it("runs for a limited number of uploads at a time", async (t) => {
    let letAllPass = (): void => undefined;
    const gate = new Promise<void>((resolve) => (letAllPass = resolve));
    const relay = await startRelay(t, { partyCheck: { check: () => gate } });
    const authorization = encodeUploadToken(await relay.sign(await buildTree(sampleBytes(10))));
    let refused = 0;
    const statuses = await Promise.all(
      Array.from({ length: 40 }, async () => {
        const { status } = await postUpload(relay.url, 10, authorization);
        if (status === 429 && ++refused === 8) letAllPass();
        return status;
      }),
    );
    assert.equal(statuses.filter((status) => status === 429).length, 8);
  });
});

describe("a slow client", () => {
  /** Opens a connection, writes, and resolves with the time until the relay ends it. */
  function timeUntilClosed(url: string, ...request: (string | Uint8Array)[]): Promise<number> {
    const { hostname, port } = new URL(url);
    const startedMs = performance.now();
    return new Promise((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        for (const part of request) socket.write(part);
      });
      socket.on("close", () => resolve(performance.now() - startedMs));
      socket.on("error", () => undefined);
      socket.resume();
    });
  }

  it("that never finishes its headers is cut off", async (t) => {
    const relay = await startRelay(t, { timeouts: { headersMs: 300, idleMs: 300_000 } });
    // Without a word about it, it would be ten seconds.
    assert.ok((await timeUntilClosed(relay.url, "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ")) < 9_000);
  });

  it("that never finishes its upload is cut off, and can resume it", async (t) => {
    // Long enough for the requests before and after.
    const relay = await startRelay(t, { timeouts: { idleMs: 1500 } });
    const bytes = sampleBytes(1000);
    const location = (await relay.create(bytes)).headers.get("location") ?? "";
    const head = `PATCH ${new URL(location).pathname} HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n`;
    const rest = "Content-Type: application/offset+octet-stream\r\nContent-Length: 1000\r\n\r\n";
    assert.ok((await timeUntilClosed(relay.url, head + rest, bytes.subarray(0, 10))) < 20_000);
    const state = await fetch(location, { method: "HEAD", headers: { "tus-resumable": "1.0.0" } });
    const offset = Number(state.headers.get("upload-offset"));
    assert.equal(offset, 10);
    assert.equal((await patchUpload(location, offset, bytes.subarray(offset))).status, 204);
  });
});
