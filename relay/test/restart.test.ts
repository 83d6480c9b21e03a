import assert from "node:assert/strict";
import { readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import { downloadBlob, uploadBlob } from "@wattle/sdk/blobs";
import { createRelay } from "../src/createRelay.ts";
import { spawnRelay } from "./support/spawnRelay.ts";
import {
  CHAIN_ID,
  clientOf,
  ESCROW,
  ownKeyCheck,
  patchUpload,
  sampleBytes,
  startRelay,
  temporaryFolder,
} from "./support/testRelay.ts";

const MIB = 2 ** 20;

describe("a relay that is killed", () => {
  it("in the middle of an upload takes the rest of it after its restart, and has lost no blob", async (t) => {
    const dataDir = await temporaryFolder(t);
    const first = await spawnRelay(t, { dataDir });
    const client = clientOf(first.url);
    const stored = sampleBytes(2 * MIB, 1);
    const { url: storedUrl } = await uploadBlob({ store: first.url, bytes: stored, token: client.sign });

    const bytes = sampleBytes(24 * MIB, 2);
    let killed: Promise<void> | null = null;
    let restarted: Promise<unknown> | null = null;
    const progress: number[] = [];
    const { url } = await uploadBlob({
      store: first.url,
      bytes,
      token: client.sign,
      requestBytes: MIB,
      // A minute: a busy machine needs several seconds to start a relay.
      retryDelaysMs: Array<number>(240).fill(250),
      onProgress: (at) => {
        progress.push(at.bytes);
        if (at.bytes < 8 * MIB || killed !== null) return;
        killed = first.kill();
        const port = Number(new URL(first.url).port);
        restarted = killed.then(() => spawnRelay(t, { dataDir, port }));
      },
    });
    await restarted;
    assert.ok(killed !== null, "the relay was killed");
    // What had arrived was not sent again: no more than one request's bytes were lost.
    const lowestAfter = Math.min(...progress.slice(progress.findIndex((at) => at >= 8 * MIB)));
    assert.ok(lowestAfter >= 7 * MIB, `${lowestAfter}`);
    assert.deepEqual(await downloadBlob(url), bytes);
    assert.deepEqual(await downloadBlob(storedUrl), stored);
  });
});

describe("a relay that starts over what a crash left", () => {
  /** Leaves an upload with all of its bytes, as if the crash had come before the relay verified them. */
  async function leaveComplete(dataDir: string, bytes: Uint8Array, arrived: Uint8Array): Promise<string> {
    const relay = await createRelay({ dataDir, chainId: CHAIN_ID, escrow: ESCROW, partyCheck: ownKeyCheck });
    await clientOf(relay.url).create(bytes);
    await relay.close();
    const [id = ""] = await readdir(join(dataDir, "uploads"));
    await writeFile(join(dataDir, "uploads", id), arrived);
    return id;
  }

  it("publishes what had arrived whole", async (t) => {
    const dataDir = await temporaryFolder(t);
    const bytes = sampleBytes(MIB + 5);
    await leaveComplete(dataDir, bytes, bytes);
    const relay = await startRelay(t, { dataDir });
    const [cid = ""] = await readdir(join(dataDir, "blobs"));
    assert.deepEqual(await downloadBlob(`${relay.url}/blobs/${cid}`), bytes);
  });

  it("deletes what had arrived whole but wrong", async (t) => {
    const dataDir = await temporaryFolder(t);
    await leaveComplete(dataDir, sampleBytes(1000), sampleBytes(1000, 1));
    await startRelay(t, { dataDir });
    assert.deepEqual(await readdir(join(dataDir, "blobs")), []);
    assert.deepEqual(await readdir(join(dataDir, "uploads")), []);
  });

  it("finds the blob whose files were in place before the index knew", async (t) => {
    const dataDir = await temporaryFolder(t);
    const bytes = sampleBytes(1000);
    const id = await leaveComplete(dataDir, bytes, bytes);
    const model = await startRelay(t);
    const { tree } = await uploadBlob({ store: model.url, bytes, token: model.sign });
    const from = join(model.dataDir, "blobs");
    await model.close();
    await rename(join(from, tree.cid), join(dataDir, "blobs", tree.cid));
    await rename(join(from, `${tree.cid}.dag`), join(dataDir, "blobs", `${tree.cid}.dag`));
    await rm(join(dataDir, "uploads", id));
    const relay = await startRelay(t, { dataDir });
    assert.deepEqual(await downloadBlob(`${relay.url}/blobs/${tree.cid}`), bytes);
  });

  it("deletes files that belong to no upload", async (t) => {
    const dataDir = await temporaryFolder(t);
    await (await startRelay(t, { dataDir })).close();
    await writeFile(join(dataDir, "uploads", "f".repeat(32)), "x");
    await writeFile(join(dataDir, "blobs", "x.dag.tmp"), "x");
    await startRelay(t, { dataDir });
    assert.deepEqual(await readdir(join(dataDir, "uploads")), []);
    assert.deepEqual(await readdir(join(dataDir, "blobs")), []);
  });
});

describe("a folder", () => {
  it("serves one relay at a time", async (t) => {
    const relay = await startRelay(t);
    await assert.rejects(startRelay(t, { dataDir: relay.dataDir }), /locked/);
    await relay.close();
    await startRelay(t, { dataDir: relay.dataDir });
  });
});

describe("closing a relay", () => {
  it("cuts an upload that is under way, which goes on later", async (t) => {
    const dataDir = await temporaryFolder(t);
    const before = await startRelay(t, { dataDir });
    const bytes = sampleBytes(1000);
    const location = (await before.create(bytes)).headers.get("location") ?? "";
    assert.equal((await patchUpload(location, 0, bytes.subarray(0, 400))).status, 204);
    const port = Number(new URL(before.url).port);
    await before.close();
    await startRelay(t, { dataDir, port });
    assert.equal((await patchUpload(location, 400, bytes.subarray(400))).status, 204);
  });
});
