import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { knownDeployments } from "@wattle/sdk";
import { parseCliOptions } from "../src/cliOptions.ts";
import { errorFields } from "../src/errorFields.ts";
import { startRelayCli, writeDeployment } from "./support/relayCli.ts";
import { temporaryFolder } from "./support/testRelay.ts";

const token = `0x${"22".repeat(20)}`;
const NEEDED = ["--data", "data", "--rpc", "http://127.0.0.1:1", "--chain", "chain.json"];

describe("the command line", () => {
  it("has defaults for all but the folder, the chain and its endpoint", () => {
    const options = parseCliOptions(NEEDED);
    assert.deepEqual(options.listen, { host: "127.0.0.1", port: 8788 });
    assert.deepEqual(options.rpc, ["http://127.0.0.1:1"]);
    assert.deepEqual([options.ttlSeconds, options.minStake, options.json], [604_800, 1n, false]);
    assert.deepEqual(options.allowOrigin, ["*"]);
  });

  it("reads every kind of value", () => {
    const options = parseCliOptions([
      ...NEEDED,
      ...[
        "--listen",
        "[::1]:9000",
        "--max-blob-bytes",
        "1000",
        "--allow-origin",
        "https://a.example",
        "https://b.example",
      ],
      ...["--accept-token", `${token}=5`, "--min-stake", "1000000000000000000000", "--json"],
    ]);
    assert.deepEqual(options.listen, { host: "::1", port: 9000 });
    assert.equal(options.maxBlobBytes, 1000);
    assert.deepEqual(options.allowOrigin, ["https://a.example", "https://b.example"]);
    assert.deepEqual(options.acceptToken, [{ token, minAmount: 5n }]);
    assert.equal(options.minStake, 10n ** 21n);
    assert.equal(options.json, true);
  });
});

describe("the command", () => {
  it("logs as JSON when asked to, does as it is told, and ends cleanly on Ctrl-C", async (t) => {
    const folder = await temporaryFolder(t);
    const chain = join(folder, "chain.json");
    const deployment = knownDeployments.get(31337);
    assert.ok(deployment !== undefined);
    await writeDeployment(chain, deployment);
    const relay = await startRelayCli(["--listen", "127.0.0.1:0", "--chain", chain, "--json"], {
      WATTLE_RELAY_DATA: join(folder, "data"),
      WATTLE_RELAY_RPC: "http://user:secret@127.0.0.1:1",
      WATTLE_RELAY_MAX_BLOB_BYTES: "12345",
    });
    t.after(() => relay.stop("SIGKILL"));
    const first = JSON.parse(relay.lines[0] ?? "") as Record<string, unknown>;
    assert.equal(first["url"], relay.url);
    const description = (await (await fetch(relay.url)).json()) as {
      escrow: string;
      limits: { maxBlobBytes: number };
    };
    assert.equal(description.limits.maxBlobBytes, 12_345);
    assert.equal(description.escrow, deployment.contracts.jobEscrow);
    assert.equal(await relay.stop("SIGINT"), 0);
  });

  it("says what is missing, and ends with an error", async (t) => {
    const folder = await temporaryFolder(t);
    await assert.rejects(startRelayCli([]), /exit code 1/);
    await assert.rejects(
      startRelayCli([
        "--data",
        folder,
        "--rpc",
        "http://127.0.0.1:1",
        "--chain",
        join(folder, "missing.json"),
      ]),
      /exit code 1/,
    );
  });
});

describe("what is logged of an error", () => {
  it("holds no address, which may hold a key", () => {
    const failed = Object.assign(
      new Error('bad response (info={ "requestUrl": "https://rpc.example/key" })'),
      {
        code: "SERVER_ERROR",
        shortMessage: "bad response from https://rpc.example/key",
        info: { requestUrl: "https://rpc.example/key" },
      },
    );
    assert.deepEqual(errorFields(failed), {
      error: "Error",
      code: "SERVER_ERROR",
      message: "bad response from (address)",
    });
    assert.deepEqual(errorFields("text"), { error: "text" });
  });
});
