import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  checkResultBelongs,
  encodeManifest,
  encodeResult,
  type JobManifest,
  type JobResult,
  ManifestInvalidError,
  ResultInvalidError,
} from "../../src/manifest/index.ts";
import { sampleBlob, sampleManifest, sampleResult } from "./support/sampleManifest.ts";

/** An item that the sample is known to have. */
function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  assert.ok(item !== undefined);
  return item;
}

const input = { binding: 4, kind: "input", name: "scene" } as const;

/** Path of the broken rule → a change that breaks it. */
const brokenManifests: [string, string, (manifest: JobManifest) => void][] = [
  ["another version", "version", (m) => Object.assign(m, { version: 2 })],
  ["an unknown key", "", (m) => Object.assign(m, { extra: true })],
  ["a nested unknown key", "inputs[0].blob", (m) => Object.assign(at(m.inputs, 0).blob, { extra: true })],
  ["a name that is no identifier", "inputs[0].name", (m) => (at(m.inputs, 0).name = "1st")],
  ["two inputs of one name", "inputs[1].name", (m) => m.inputs.push({ name: "scene", blob: sampleBlob(4) })],
  [
    "two bindings of one number",
    "program.bindings[3].binding",
    (m) => (at(m.program.bindings, 3).binding = 1),
  ],
  [
    "two outputs of one name",
    "program.bindings[4].name",
    (m) => m.program.bindings.push({ binding: 4, kind: "output", name: "image", size: 4 }),
  ],
  ["two bindings of one input", "program.bindings[4].name", (m) => m.program.bindings.push(input)],
  [
    "a binding without its input",
    "program.bindings[4].name",
    (m) => m.program.bindings.push({ ...input, name: "missing" }),
  ],
  [
    "an input without a binding",
    "inputs[1].name",
    (m) => m.inputs.push({ name: "unused", blob: sampleBlob(4) }),
  ],
  [
    "plain bytes of two sizes",
    "inputs[0].blob.plaintextSize",
    (m) => (at(m.inputs, 0).blob.encryption = "none"),
  ],
  [
    "ciphertext no longer than its plaintext",
    "inputs[0].blob.plaintextSize",
    (m) => (at(m.inputs, 0).blob.plaintextSize = at(m.inputs, 0).blob.size),
  ],
  ["one recipient twice", "recipients[1]", (m) => m.recipients.push(at(m.recipients, 0))],
  [
    "an address that is not http",
    "inputs[0].blob.locations[0]",
    (m) => (at(m.inputs, 0).blob.locations[0] = "file:///etc"),
  ],
  ["a source that is too long", "program.source", (m) => (m.program.source = "é".repeat(32 * 1024 + 1))],
];

describe("the rules of a manifest", () => {
  it("are kept by the sample", () => {
    encodeManifest(sampleManifest());
  });

  for (const [what, path, change] of brokenManifests) {
    it(`forbid ${what}`, () => {
      const manifest = sampleManifest();
      change(manifest);
      assert.throws(
        () => encodeManifest(manifest),
        (error) =>
          error instanceof ManifestInvalidError && error.path === path && error.message.includes(error.rule),
      );
    });
  }

  it("allow an input and an output of one name, for work in place", () => {
    const manifest = sampleManifest();
    manifest.program.bindings[1] = { binding: 1, kind: "output", name: "scene", size: 64 };
    encodeManifest(manifest);
  });
});

describe("the rules of a result", () => {
  it("forbid two outputs of one name", () => {
    const result = sampleResult();
    result.outputs.push(at(result.outputs, 0));
    assert.throws(
      () => encodeResult(result),
      (error) => error instanceof ResultInvalidError && error.path === "outputs[1].name",
    );
  });

  it("forbid an estimate where nothing was measured", () => {
    const result = sampleResult();
    result.usage.energyMillijoules = 1.5;
    assert.throws(() => encodeResult(result), ResultInvalidError);
  });
});

describe("checkResultBelongs", () => {
  const owner = {
    jobId: sampleResult().jobId,
    specDigest: sampleResult().specDigest,
    manifest: sampleManifest(),
  };

  it("accepts the job's result", () => {
    checkResultBelongs(sampleResult(), owner);
  });

  it("accepts a failed run without outputs", () => {
    checkResultBelongs(
      { ...sampleResult(), outcome: { status: "failed", reason: "boom" }, outputs: [] },
      owner,
    );
  });

  const broken: [string, (result: JobResult) => void][] = [
    ["jobId", (r) => (r.jobId = `0x${"09".repeat(32)}`)],
    ["specDigest", (r) => (r.specDigest = `0x${"09".repeat(32)}`)],
    ["outputs[0].name", (r) => (at(r.outputs, 0).name = "other")],
    ["outputs[0].blob.plaintextSize", (r) => (at(r.outputs, 0).blob.plaintextSize = 60)],
    ["outputs", (r) => (r.outputs = [])],
  ];
  for (const [path, change] of broken) {
    it(`refuses a result with another ${path}`, () => {
      const result = sampleResult();
      change(result);
      assert.throws(
        () => checkResultBelongs(result, owner),
        (error) => error instanceof ResultInvalidError && error.path === path,
      );
    });
  }
});
