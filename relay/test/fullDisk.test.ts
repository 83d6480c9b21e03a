import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { describe, it } from "node:test";
import { downloadBlob, uploadBlob } from "@wattle/sdk/blobs";
import { spawnRelay } from "./support/spawnRelay.ts";
import { clientOf, patchUpload, sampleBytes, temporaryFolder } from "./support/testRelay.ts";

const MIB = 2 ** 20;

/** Runs a command with a file system of 12 MiB at a folder, which nobody else sees. */
function onSmallDisk(folder: string): string[] {
  const script = `mount -t tmpfs -o size=12m tmpfs "${folder}" && exec "$@"`;
  return ["unshare", "--map-root-user", "--mount", "sh", "-c", script, "sh"];
}

describe("a full disk", () => {
  it("is reported as 507, never as success, and frees itself", async (t) => {
    const dataDir = await temporaryFolder(t);
    try {
      execFileSync("unshare", ["--map-root-user", "--mount", "mount", "-t", "tmpfs", "tmpfs", dataDir], {
        stdio: "ignore",
      });
    } catch {
      t.diagnostic("not run: this system lets nobody mount a small disk (unshare, mount)");
      return;
    }
    const relay = await spawnRelay(t, { dataDir, minFreeBytes: 0 }, onSmallDisk(dataDir));
    const client = clientOf(relay.url);
    const upload = (bytes: Uint8Array): Promise<{ url: string }> =>
      uploadBlob({ store: relay.url, bytes, token: client.sign, retryDelaysMs: [] });

    const small = sampleBytes(MIB, 1);
    const { url } = await upload(small);

    // What is larger than the room left is refused before a byte of it is sent.
    assert.equal((await client.create(sampleBytes(13 * MIB, 4))).status, 507);

    // Both fit when they are announced; the second finds no room when its bytes come.
    const [one, two] = [sampleBytes(6 * MIB, 2), sampleBytes(6 * MIB, 3)];
    const [first, second] = [await client.create(one), await client.create(two)];
    assert.deepEqual([first.status, second.status], [201, 201]);
    assert.equal((await patchUpload(first.headers.get("location") ?? "", 0, one)).status, 204);
    const refused = await patchUpload(second.headers.get("location") ?? "", 0, two);
    assert.equal(refused.status, 507);
    assert.equal(((await refused.json()) as { error: string }).error, "StorageFull");

    assert.deepEqual(await downloadBlob(url), small);
    const location = second.headers.get("location") ?? "";
    await fetch(location, { method: "DELETE", headers: { "tus-resumable": "1.0.0" } });
    const later = sampleBytes(2 * MIB, 5);
    assert.deepEqual(await downloadBlob((await upload(later)).url), later);
  });
});
