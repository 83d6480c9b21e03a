import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { JobManifest } from "@wattle/sdk";
import { BlobUnavailableError } from "@wattle/sdk/blobs";
import { policySchema } from "../../src/config/schema.ts";
import { checkManifest } from "../../src/jobs/checkManifest.ts";
import { checkTerms } from "../../src/jobs/checkTerms.ts";
import { JobRefusedError, reasonOf } from "../../src/jobs/refusal.ts";
import { createStorePolicy, isPublicAddress } from "../../src/jobs/storePolicy.ts";
import type { AdapterLimits } from "../../src/runtime/types.ts";
import { SQUARES } from "../runtime/support/programs.ts";
import { address, bytes32, TERMS } from "../support/jobs.ts";

const policy = (change = {}) => policySchema.parse({ maxInputBytes: 1000, maxBufferBytes: 500, ...change });
const LIMITS: AdapterLimits = {
  maxBufferSize: 400,
  maxStorageBufferBindingSize: 300,
  maxStorageBuffersPerShaderStage: 2,
  maxComputeWorkgroupStorageSize: 16_384,
  maxComputeInvocationsPerWorkgroup: 256,
  maxComputeWorkgroupSizeX: 256,
  maxComputeWorkgroupSizeY: 256,
  maxComputeWorkgroupSizeZ: 64,
  maxComputeWorkgroupsPerDimension: 65_535,
};
const MANIFEST: JobManifest = {
  version: 1,
  runtime: "wgsl",
  program: SQUARES,
  inputs: [],
  requirements: { bufferBytes: 16, memoryBytes: 2 ** 28 },
  comparison: { mode: "exact" },
  recipients: [`age1${"q".repeat(58)}`],
  resultStore: "http://127.0.0.1:1",
};
const input = (size: number): JobManifest["inputs"][number] => ({
  name: "scene",
  blob: {
    root: bytes32(1),
    size,
    locations: ["http://127.0.0.1:1/blobs/x"],
    encryption: "age",
    plaintextDigest: bytes32(2),
    plaintextSize: size,
  },
});
const refuses = (check: () => void, pattern: RegExp): void =>
  assert.throws(check, (error) => error instanceof JobRefusedError && pattern.test(error.reason));

describe("checkTerms", () => {
  it("accepts any token at any rate unless the operator says otherwise", () => {
    checkTerms(TERMS, policy());
    checkTerms(TERMS, policy({ minRatePerSecond: { [TERMS.token]: String(TERMS.ratePerSecond) } }));
  });

  it("refuses other tokens, lower rates and longer runs", () => {
    refuses(
      () => checkTerms(TERMS, policy({ minRatePerSecond: { [address(9)]: 1 } })),
      /does not accept payment/,
    );
    const more = String(TERMS.ratePerSecond + 1n);
    refuses(() => checkTerms(TERMS, policy({ minRatePerSecond: { [TERMS.token]: more } })), /rate/);
    refuses(() => checkTerms(TERMS, policy({ maxRunSeconds: 99 })), /run limit/);
    checkTerms(TERMS, policy({ maxRunSeconds: 100 }));
  });
});

describe("checkManifest", () => {
  const check =
    (change: Partial<JobManifest>, policyChange = {}) =>
    () =>
      checkManifest({ ...MANIFEST, ...change }, policy(policyChange), LIMITS);
  const buffers = (...sizes: number[]): Partial<JobManifest> => ({
    program: { ...SQUARES, bindings: sizes.map((size, binding) => ({ binding, kind: "scratch", size })) },
  });

  it("accepts what fits", () => {
    check({})();
    check({ ...buffers(300, 300), inputs: [] })();
  });

  it("refuses more memory, larger buffers and more inputs than there are", () => {
    refuses(check({}, { maxMemoryBytes: 2 ** 24 }), /memory/);
    refuses(check(buffers(304)), /buffer/);
    refuses(check(buffers(104), { maxBufferBytes: 100 }), /buffer/);
    refuses(check({ requirements: { bufferBytes: 301, memoryBytes: 2 ** 28 } }), /buffer/);
    refuses(check(buffers(4, 4, 4)), /storage buffers/);
    refuses(check({ inputs: [input(1001)] }), /inputs/);
    const bound: JobManifest["program"] = {
      ...SQUARES,
      bindings: [{ binding: 0, kind: "input", name: "scene" }],
    };
    refuses(check({ program: bound, inputs: [input(301)] }), /buffer/);
  });
});

describe("the store policy", () => {
  it("allows the operator's stores by origin, and nothing else", async () => {
    const allows = createStorePolicy(["http://127.0.0.1:9000/base"]);
    assert.equal(await allows(new URL("http://127.0.0.1:9000/blobs/x")), true);
    assert.equal(await allows(new URL("http://127.0.0.1:9001/blobs/x")), false);
    assert.equal(await allows(new URL("https://127.0.0.1:9000/blobs/x")), false);
    assert.equal(await allows(new URL("https://93.184.215.14/x")), false);
  });

  it("allows public addresses by https where the operator says so, and never the machine's own network", async () => {
    const allows = createStorePolicy(["public"]);
    assert.equal(await allows(new URL("https://93.184.215.14/x")), true);
    assert.equal(await allows(new URL("https://[2606:2800:21f:cb07::1]/x")), true);
    for (const host of [
      "http://93.184.215.14",
      "https://127.0.0.1",
      "https://localhost",
      "https://[::1]",
      "https://169.254.169.254",
    ]) {
      assert.equal(await allows(new URL(`${host}/x`)), false, host);
    }
  });

  it("knows which addresses are public", () => {
    const hidden =
      "0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 169.254.169.254 172.16.0.1 192.0.0.8 192.168.1.1 198.18.0.1 224.0.0.1 255.255.255.255 :: ::1 ::ffff:10.0.0.1 64:ff9b::a00:1 fc00::1 fe80::1 ff02::1 2001::1 2002:a00:1::1 name";
    for (const hiddenAddress of hidden.split(" "))
      assert.equal(isPublicAddress(hiddenAddress), false, hiddenAddress);
    for (const open of ["1.1.1.1", "172.32.0.1", "223.255.255.255", "2606:4700::1", "2a00::1"]) {
      assert.equal(isPublicAddress(open), true, open);
    }
  });
});

describe("reasonOf", () => {
  it("is one short line, without advice for the worker's own operator", () => {
    const error = new BlobUnavailableError([{ location: "http://store", error: new Error("a\n b") }]);
    assert.equal(reasonOf(error), "No location delivered the blob. http://store: a b");
    const long = reasonOf(new JobRefusedError("🧵".repeat(300)));
    assert.ok(long.length <= 240);
    assert.equal(Buffer.from(long).toString(), long);
    assert.doesNotMatch(reasonOf(new Error("/home/operator/secret")), /secret/);
  });
});
