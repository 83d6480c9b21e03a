import assert from "node:assert/strict";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import {
  blobUrl,
  buildTree,
  downloadBlob,
  encodeUploadToken,
  uploadBlob,
  UploadRefusedError,
} from "@wattle/sdk/blobs";
import { uploadFile } from "@wattle/sdk/node";
import {
  clientOf,
  patchUpload,
  postUpload,
  sampleBytes,
  startRelay,
  temporaryFolder,
  type TestRelay,
} from "./support/testRelay.ts";

const MIB = 2 ** 20;

describe("an upload", () => {
  for (const size of [0, 1, MIB, 3 * MIB + 77]) {
    it(`of ${size} bytes can be downloaded and verified`, async (t) => {
      const relay = await startRelay(t);
      const bytes = sampleBytes(size);
      const seen: number[] = [];
      const { url, tree } = await uploadBlob({
        store: relay.url,
        bytes,
        token: relay.sign,
        requestBytes: MIB,
        onProgress: (progress) => seen.push(progress.bytes),
      });
      assert.equal(url, `${relay.url}/blobs/${tree.cid}`);
      assert.deepEqual(await downloadBlob(url), bytes);
      if (size > 0) assert.equal(seen.at(-1), size);
      assert.deepEqual(await readdir(join(relay.dataDir, "uploads")), []);
    });
  }

  it("can come from a file", async (t) => {
    const relay = await startRelay(t);
    const path = join(await temporaryFolder(t), "blob");
    const bytes = sampleBytes(2 * MIB + 5);
    await writeFile(path, bytes);
    const { url } = await uploadFile({ store: relay.url, path, token: relay.sign });
    assert.deepEqual(await downloadBlob(url), bytes);
  });

  it("goes on where another call stopped", async (t) => {
    const relay = await startRelay(t);
    const bytes = sampleBytes(5 * MIB);
    const controller = new AbortController();
    let resumeUrl = "";
    const interrupted = uploadBlob({
      store: relay.url,
      bytes,
      token: relay.sign,
      requestBytes: MIB,
      signal: controller.signal,
      onResumeUrl: (url) => (resumeUrl = url),
      onProgress: (progress) => {
        if (progress.bytes >= 3 * MIB) controller.abort(new Error("stopped"));
      },
    });
    await assert.rejects(interrupted, /stopped/);
    const seen: number[] = [];
    const { url } = await uploadBlob({
      store: relay.url,
      bytes,
      token: relay.sign,
      resumeUrl,
      onProgress: (progress) => seen.push(progress.bytes),
    });
    assert.ok((seen[0] ?? 0) >= 3 * MIB, `${seen[0]}`);
    assert.deepEqual(await downloadBlob(url), bytes);
  });

  it("is one blob when two accounts store the same bytes, also at the same time", async (t) => {
    const relay = await startRelay(t);
    const other = clientOf(relay.url);
    const bytes = sampleBytes(MIB);
    const upload = (account: typeof other): Promise<unknown> =>
      uploadBlob({ store: relay.url, bytes, token: account.sign });
    await Promise.all([upload(relay), upload(other)]);
    await upload(other);
    const { blobs } = (await (await fetch(`${relay.url}/health`)).json()) as { blobs: number };
    assert.equal(blobs, 1);
    assert.equal((await readdir(join(relay.dataDir, "blobs"))).length, 2);
  });

  it("of bytes that are stored already sends none of them", async (t) => {
    const relay = await startRelay(t);
    const bytes = sampleBytes(MIB);
    await uploadBlob({ store: relay.url, bytes, token: relay.sign });
    const again = await relay.create(bytes);
    assert.equal(again.status, 409);
    assert.equal(((await again.json()) as { error: string }).error, "AlreadyStored");
    await uploadBlob({
      store: relay.url,
      bytes,
      token: relay.sign,
      onProgress: () => assert.fail("bytes were sent"),
    });
  });

  it("of other bytes than announced is deleted, and the sender told", async (t) => {
    const relay = await startRelay(t);
    const announced = sampleBytes(1000);
    const created = await relay.create(announced);
    assert.equal(created.status, 201);
    const answer = await patchUpload(created.headers.get("location") ?? "", 0, sampleBytes(1000, 1));
    assert.equal(answer.status, 422);
    assert.equal(((await answer.json()) as { error: string }).error, "RootMismatch");
    assert.deepEqual(await readdir(join(relay.dataDir, "uploads")), []);
    assert.deepEqual(await readdir(join(relay.dataDir, "blobs")), []);
    assert.equal((await fetch(blobUrl(relay.url, (await buildTree(announced)).root))).status, 404);
  });

  it("cannot grow beyond its announced size", async (t) => {
    const relay = await startRelay(t);
    const created = await relay.create(sampleBytes(1000));
    const answer = await patchUpload(created.headers.get("location") ?? "", 0, sampleBytes(1001));
    assert.equal(answer.status, 413);
    assert.match(answer.headers.get("content-type") ?? "", /application\/json/);
  });

  it("can be deleted by whoever has its address, which nobody can guess", async (t) => {
    const relay = await startRelay(t);
    const location = (await relay.create(sampleBytes(1000))).headers.get("location") ?? "";
    assert.match(location, /\/uploads\/[0-9a-f]{32}$/);
    const remove = (): Promise<Response> =>
      fetch(location, { method: "DELETE", headers: { "tus-resumable": "1.0.0" } });
    assert.equal((await remove()).status, 204);
    assert.equal((await remove()).status, 404);
    assert.equal((await patchUpload(location, 0, sampleBytes(1000))).status, 404);
  });

  it("that is begun anew replaces the one before", async (t) => {
    const relay = await startRelay(t, { maxUploadsPerAccount: 1 });
    const bytes = sampleBytes(1000);
    const first = (await relay.create(bytes)).headers.get("location") ?? "";
    const second = (await relay.create(bytes)).headers.get("location") ?? "";
    assert.equal((await patchUpload(first, 0, bytes)).status, 404);
    assert.equal((await patchUpload(second, 0, bytes)).status, 204);
  });

  it("follows tus: offsets must fit, and headers be there", async (t) => {
    const relay = await startRelay(t);
    const location = (await relay.create(sampleBytes(1000))).headers.get("location") ?? "";
    assert.equal((await patchUpload(location, 5, sampleBytes(10))).status, 409);
    assert.equal((await fetch(location, { method: "PATCH", body: "x" })).status, 412);
    const head = await fetch(location, { method: "HEAD", headers: { "tus-resumable": "1.0.0" } });
    assert.equal(head.headers.get("upload-offset"), "0");
    assert.equal(head.headers.get("upload-length"), "1000");
  });
});

describe("a token", () => {
  const bytes = sampleBytes(1000);

  /** What is wrong, how such an upload is asked for, and how it is refused. */
  const wrongs: [string, number, string, Parameters<TestRelay["create"]>[1]][] = [
    ["for another store", 403, "NotAuthorized", { store: "http://127.0.0.1:9" }],
    ["for another chain", 403, "NotAuthorized", { chainId: 1n }],
    ["for another escrow", 403, "NotAuthorized", { escrow: `0x${"12".repeat(20)}` }],
    ["that has expired", 401, "TokenExpired", { validSeconds: -2 }],
    ["that is valid for too long", 401, "TokenInvalid", { validSeconds: 86_400 + 60 }],
    ["for another size", 401, "TokenInvalid", { size: 1001 }],
    ["for a blob over the limit", 413, "BlobTooLarge", { size: 10_001 }],
  ];
  for (const [what, status, error, more] of wrongs) {
    it(`${what} is refused`, async (t) => {
      const relay = await startRelay(t, { maxBlobBytes: 10_000 });
      assert.equal((await relay.create(bytes)).status, 201);
      const answer = await relay.create(sampleBytes(1000, 1), more);
      const body = (await answer.json()) as Record<string, unknown>;
      assert.deepEqual([answer.status, body["error"]], [status, error]);
      assert.deepEqual(Object.keys(body), ["error", "reason", "action"]);
    });
  }

  it("that names no account is refused", async (t) => {
    const relay = await startRelay(t);
    const signed = await relay.sign(await buildTree(bytes));
    const account = "0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD"; // its checksum is wrong
    const authorization = encodeUploadToken({ ...signed, token: { ...signed.token, account } });
    assert.equal((await postUpload(relay.url, 1000, authorization)).status, 401);
  });

  it("is needed", async (t) => {
    const relay = await startRelay(t);
    for (const authorization of [null, "Bearer x", "Wattle x", "Wattle"]) {
      const answer = await postUpload(relay.url, 1000, authorization);
      assert.equal(answer.status, 401, `${authorization}`);
    }
  });

  it("is never enough without an announced size", async (t) => {
    const relay = await startRelay(t);
    const authorization = encodeUploadToken(await relay.sign(await buildTree(bytes)));
    const headers = { "tus-resumable": "1.0.0", "upload-defer-length": "1", authorization };
    assert.equal((await fetch(`${relay.url}/uploads`, { method: "POST", headers })).status, 401);
  });

  it("is good for nothing but its own blob", async (t) => {
    const relay = await startRelay(t);
    const token = await relay.sign(await buildTree(bytes));
    const uploading = uploadBlob({ store: relay.url, bytes: sampleBytes(1000, 1), token });
    await assert.rejects(
      uploading,
      (error) => error instanceof UploadRefusedError && error.refusal === "RootMismatch",
    );
  });
});
