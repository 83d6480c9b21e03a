import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, it } from "node:test";
import {
  buildTree,
  encodeUploadToken,
  getHandover,
  HANDOVER_MAX_BYTES,
  handoverUrl,
  putHandover,
  signUploadToken,
  uploadBlob,
  UploadRefusedError,
} from "@wattle/sdk/blobs";
import { Wallet } from "ethers";
import { spawnRelay } from "./support/spawnRelay.ts";
import {
  CHAIN_ID,
  clientOf,
  ESCROW,
  sampleBytes,
  startRelay,
  temporaryFolder,
  type TestRelay,
} from "./support/testRelay.ts";

const JOB = `0x${"ab".repeat(32)}`;
const OTHER_JOB = `0x${"cd".repeat(32)}`;

type Client = Pick<TestRelay, "url" | "sign">;

const handOver = async ({ url, sign }: Client, bytes: Uint8Array, jobId = JOB): Promise<void> =>
  putHandover({ store: url, jobId, bytes, token: (blob) => sign(blob, { jobId }) });

/** Hands over by plain HTTP; the token is for `signed`, the body is `sent`. */
async function put(
  { url, sign }: Client,
  signed: Uint8Array,
  { sent = signed, jobId = JOB, path = JOB } = {},
): Promise<{ status: number; error: string }> {
  const authorization = encodeUploadToken(await sign(await buildTree(signed), { jobId }));
  const body = sent as Uint8Array<ArrayBuffer>;
  const response = await fetch(handoverUrl(url, path), { method: "PUT", headers: { authorization }, body });
  const { error } = (await response.json()) as { error: string };
  return { status: response.status, error };
}

describe("a hand-over", () => {
  it("is served as it was left, and replaced by a later one", async (t) => {
    const relay = await startRelay(t);
    assert.equal(await getHandover(relay.url, JOB), null);
    await handOver(relay, sampleBytes(300, 1));
    assert.deepEqual(await getHandover(relay.url, JOB), sampleBytes(300, 1));
    await handOver(relay, sampleBytes(HANDOVER_MAX_BYTES, 2));
    assert.deepEqual(
      await getHandover(relay.url, JOB.toUpperCase().replace("0X", "0x")),
      sampleBytes(4096, 2),
    );
    assert.equal(await getHandover(relay.url, OTHER_JOB), null);
    const head = await fetch(handoverUrl(relay.url, JOB), { method: "HEAD" });
    assert.deepEqual([head.status, head.headers.get("content-length")], [200, "4096"]);
    assert.equal(head.headers.get("cache-control"), "no-store");
  });

  it("survives a relay that is killed", async (t) => {
    const dataDir = await temporaryFolder(t);
    const first = await spawnRelay(t, { dataDir });
    await handOver(clientOf(first.url), sampleBytes(200));
    await first.kill();
    const second = await spawnRelay(t, { dataDir });
    assert.deepEqual(await getHandover(second.url, JOB), sampleBytes(200));
  });

  it("is gone when its time has run out, and counts against no quota then", async (t) => {
    const relay = await startRelay(t, { ttlSeconds: 1, sweepIntervalMs: 50, quotaBytes: 1000 });
    await handOver(relay, sampleBytes(800));
    while ((await getHandover(relay.url, JOB)) !== null) await sleep(20, undefined, { signal: t.signal });
    await handOver(relay, sampleBytes(900), OTHER_JOB);
  });

  it("counts against the quota of its account like a blob", async (t) => {
    const relay = await startRelay(t, { quotaBytes: 1000 });
    await handOver(relay, sampleBytes(800));
    // In the place of the first, not beside it.
    await handOver(relay, sampleBytes(900));
    assert.deepEqual(await put(relay, sampleBytes(200), { jobId: OTHER_JOB, path: OTHER_JOB }), {
      status: 413,
      error: "QuotaExceeded",
    });
    const blob = uploadBlob({ store: relay.url, bytes: sampleBytes(200), token: relay.sign });
    await assert.rejects(
      blob,
      (error) => error instanceof UploadRefusedError && error.refusal === "QuotaExceeded",
    );
  });

  it("is refused with a reason", async (t) => {
    const relay = await startRelay(t);
    const bytes = sampleBytes(100);
    const missing = await fetch(handoverUrl(relay.url, JOB), { method: "PUT", body: "x" });
    assert.equal(missing.status, 401);
    assert.deepEqual(await put(relay, bytes, { jobId: OTHER_JOB }), { status: 401, error: "TokenInvalid" });
    assert.deepEqual(await put(relay, bytes, { sent: sampleBytes(101) }), {
      status: 401,
      error: "TokenInvalid",
    });
    assert.deepEqual(await put(relay, bytes, { sent: sampleBytes(100, 1) }), {
      status: 422,
      error: "RootMismatch",
    });
    assert.deepEqual(await put(relay, sampleBytes(HANDOVER_MAX_BYTES + 1)), {
      status: 413,
      error: "BlobTooLarge",
    });
    const stranger = async () =>
      signUploadToken(Wallet.createRandom(), {
        chainId: CHAIN_ID,
        escrow: ESCROW,
        store: relay.url,
        account: relay.wallet.address,
        jobId: JOB,
        ...(await buildTree(bytes)),
      });
    await assert.rejects(
      putHandover({ store: relay.url, jobId: JOB, bytes, token: stranger }),
      (error) => error instanceof UploadRefusedError && error.refusal === "NotAuthorized",
    );
    assert.equal(await getHandover(relay.url, JOB), null);
    for (const path of ["/handovers/", `/handovers/${JOB}0`, "/handovers/0x12"]) {
      assert.equal((await fetch(relay.url + path)).status, 404, path);
    }
    assert.equal((await fetch(handoverUrl(relay.url, JOB), { method: "DELETE" })).status, 405);
  });
});
