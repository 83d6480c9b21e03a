import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, stat, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, describe, it, type TestContext } from "node:test";
import {
  BlobTooLargeError,
  BlobUnavailableError,
  CHUNK_BYTES,
  downloadBlob,
  InvalidCidError,
} from "../../src/blobs/index.ts";
import { downloadToFile } from "../../src/node/index.ts";
import { isSidecar, serveBlob } from "./support/blobServer.ts";
import { seed, seededBytes } from "./support/seededBytes.ts";

/** Nine chunks and a bit: more than one request. */
const bytes = seededBytes(9 * CHUNK_BYTES + 4321);

before(() => console.log(`# seed ${seed}`));

async function temporaryFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "wattle-download-"));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}

describe("downloadBlob", () => {
  for (const size of [0, 1, CHUNK_BYTES, CHUNK_BYTES + 1, bytes.length]) {
    it(`returns ${size} bytes as they were`, async (t) => {
      const { url, tree } = await serveBlob(t, bytes.subarray(0, size));
      assert.deepEqual(await downloadBlob(url), bytes.slice(0, size));
      assert.deepEqual(await downloadBlob({ root: tree.root, size, locations: [url] }), bytes.slice(0, size));
    });
  }

  it("asks for eight chunks at a time, and for each byte once", async (t) => {
    const { url, requests, sentBytes } = await serveBlob(t, bytes);
    await downloadBlob(url, { parallel: 1 });
    assert.deepEqual(
      requests.map((request) => request.split(" ")[2]),
      ["-", `bytes=0-${8 * CHUNK_BYTES - 1}`, `bytes=${8 * CHUNK_BYTES}-${bytes.length - 1}`],
    );
    assert.equal(sentBytes(), bytes.length);
  });

  it("reports verified bytes up to the end, never less than before", async (t) => {
    const { url } = await serveBlob(t, bytes);
    const seen: number[] = [];
    await downloadBlob(url, { onProgress: (progress) => seen.push(progress.bytes) });
    assert.deepEqual(
      seen,
      seen.toSorted((a, b) => a - b),
    );
    assert.deepEqual([seen[0], seen.at(-1), seen.length], [0, bytes.length, 11]);
  });

  it("uses the fetch that it is given, also with less than one request allowed at a time", async (t) => {
    const { url } = await serveBlob(t, bytes);
    let calls = 0;
    const counted: typeof fetch = (input, init) => {
      calls++;
      return fetch(input, init);
    };
    assert.deepEqual(await downloadBlob(url, { fetch: counted, parallel: 0 }), bytes);
    assert.equal(calls, 3);
  });

  it("refuses a blob over the limit before it reads any of it", async (t) => {
    const { url, tree, requests, sentBytes } = await serveBlob(t, bytes);
    const limit = { maxBytes: bytes.length - 1 };
    await assert.rejects(downloadBlob(url, limit), BlobTooLargeError);
    assert.equal(sentBytes(), 0);
    const before = requests.length;
    const source = { root: tree.root, size: bytes.length, locations: [url] };
    await assert.rejects(downloadBlob(source, limit), BlobTooLargeError);
    assert.equal(requests.length, before);
  });

  it("refuses an address that names no blob", async () => {
    for (const address of ["http://127.0.0.1:1/blobs/x", "no address", ""]) {
      await assert.rejects(downloadBlob(address), InvalidCidError);
    }
  });

  it("says of each location why it failed, without credentials and queries", async (t) => {
    const { url, tree } = await serveBlob(t, bytes);
    const locations = [
      `${url.replace("http://", "http://user:pass@")}?token=secret`,
      "http://127.0.0.1:1/x",
      "no address",
    ];
    await assert.rejects(downloadBlob({ root: tree.root, locations }, { retries: 3 }), (error) => {
      assert.ok(error instanceof BlobUnavailableError);
      assert.equal(error.failures.length, 3);
      assert.doesNotMatch(error.message, /secret|pass/);
      return true;
    });
  });

  it("is ended by its signal, with the signal's reason", async (t) => {
    const controller = new AbortController();
    const { url } = await serveBlob(t, bytes, (request) => {
      if (isSidecar(request)) return false;
      controller.abort(new Error("enough"));
      return true;
    });
    await assert.rejects(downloadBlob(url, { signal: controller.signal }), /enough/);
    await assert.rejects(downloadBlob(url, { signal: controller.signal }), /enough/);
  });
});

describe("downloadToFile", () => {
  it("writes the blob, and nothing under its name before it is complete", async (t) => {
    const path = join(await temporaryFolder(t), "blob");
    const { url } = await serveBlob(t, bytes);
    const tree = await downloadToFile(url, path, {
      onProgress: () => assert.equal(existsSync(path), false),
    });
    assert.equal(tree.size, bytes.length);
    assert.deepEqual(new Uint8Array(await readFile(path)), bytes);
    await assert.rejects(stat(`${path}.partial`), { code: "ENOENT" });
  });

  it("goes on after an interruption, fetching only what is missing or damaged", async (t) => {
    const path = join(await temporaryFolder(t), "blob");
    const partial = bytes.slice(0, 6.5 * CHUNK_BYTES);
    partial[2 * CHUNK_BYTES + 77] = (partial[2 * CHUNK_BYTES + 77] ?? 0) ^ 1;
    await writeFile(`${path}.partial`, partial);
    const { url, sentBytes } = await serveBlob(t, bytes);
    await downloadToFile(url, path);
    assert.deepEqual(new Uint8Array(await readFile(path)), bytes);
    // Six whole chunks were there, one of them damaged.
    assert.equal(sentBytes(), bytes.length - 5 * CHUNK_BYTES);
  });

  it("cuts what an older, longer file left behind the end", async (t) => {
    const path = join(await temporaryFolder(t), "blob");
    await writeFile(`${path}.partial`, "");
    await truncate(`${path}.partial`, bytes.length + 1000);
    const { url } = await serveBlob(t, bytes);
    await downloadToFile(url, path);
    assert.equal((await stat(path)).size, bytes.length);
  });

  it("reports a failure of the disk as such, and blames no location", async (t) => {
    const path = join(await temporaryFolder(t), "blob");
    const [first, second] = [await serveBlob(t, bytes), await serveBlob(t, bytes)];
    // A device that is always full.
    await symlink("/dev/full", `${path}.partial`);
    const source = { root: first.tree.root, locations: [first.url, second.url] };
    await assert.rejects(downloadToFile(source, path, { parallel: 1 }), { code: "ENOSPC" });
    assert.deepEqual([first.requests.length, second.requests.length], [2, 0]);
  });
});
