import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import { jobOutcomeSchema, WGSL_SOURCE_MAX_BYTES, type WgslProgram } from "@wattle/sdk";
import { SQUARES } from "./support/programs.ts";
import { assertNothingLeft, openTestRuntime } from "./support/testRuntime.ts";

const { run, runtime, workFolder } = await openTestRuntime();

/** Runs a program that must fail, and gives the reason. */
const reasonOf = async (program: WgslProgram): Promise<string> => {
  const result = await run({ program });
  assert.equal(result.outcome.status, "failed");
  assert.deepEqual(jobOutcomeSchema.parse(result.outcome), result.outcome);
  assert.equal(result.outputs.size, 0);
  assert.equal(result.adapter, runtime.driver.adapter);
  return result.outcome.status === "failed" ? result.outcome.reason : "";
};

describe("a program fails, with the reason, when", () => {
  afterEach(() => assertNothingLeft(workFolder));

  test("its WGSL does not parse", async () => {
    const reason = await reasonOf({ ...SQUARES, source: "\n  fn main( {" });
    assert.match(reason, /^the shader is not valid: .*2:12 error: expected '\)'/);
    assert.doesNotMatch(reason, /\.cpp|node-webgpu/);
  });

  test("its WGSL names what does not exist", async () => {
    const source = SQUARES.source.replace("id.x * id.x", "missing");
    assert.match(await reasonOf({ ...SQUARES, source }), /unresolved value 'missing'/);
  });

  test("a step's entry point does not exist", async () => {
    const steps: WgslProgram["steps"] = [{ entryPoint: "absent", workgroups: [1, 1, 1], passes: 1 }];
    assert.match(await reasonOf({ ...SQUARES, steps }), /absent/);
  });

  test("its source is too long, whoever checked the manifest", async () => {
    const source = `${SQUARES.source}\n// ${"ü".repeat(WGSL_SOURCE_MAX_BYTES / 2)}`;
    const result = await run({ program: { ...SQUARES, source } });
    assert.match(
      JSON.stringify(result.outcome),
      /its source is 65\d{3} bytes long; at most 65536 are accepted/,
    );
    assert.equal(result.runMs, 0, "a process was started for it");
  });

  test("it names an input that it lacks", async () => {
    const bindings: WgslProgram["bindings"] = [
      ...SQUARES.bindings,
      { binding: 1, kind: "input", name: "scene" },
    ];
    assert.match(await reasonOf({ ...SQUARES, bindings }), /input "scene"/);
  });

  test("two outputs share a name", async () => {
    const bindings = [...SQUARES.bindings, ...SQUARES.bindings];
    assert.match(await reasonOf({ ...SQUARES, bindings }), /outputs with the name "squares"/);
  });

  test("two buffers share a binding", async () => {
    const bindings: WgslProgram["bindings"] = [...SQUARES.bindings, { binding: 0, kind: "scratch", size: 4 }];
    assert.match(await reasonOf({ ...SQUARES, bindings }), /set of buffers is not valid/);
  });

  test("the shader and the declared kind of a buffer disagree", async () => {
    const bindings: WgslProgram["bindings"] = [{ binding: 0, kind: "pass" }];
    assert.match(await reasonOf({ ...SQUARES, bindings }), /the shader/);
  });

  test("a buffer is smaller than the shader's type", async () => {
    const source = SQUARES.source.replace("array<u32>", "array<u32, 5>");
    assert.match(await reasonOf({ ...SQUARES, source }), /step 0 is not valid: /);
  });

  test("its workgroups are larger than the device allows", async () => {
    const source = SQUARES.source.replace("workgroup_size(4)", "workgroup_size(1024)");
    assert.match(await reasonOf({ ...SQUARES, source }), /1024/);
  });

  test("it has more storage buffers than the device allows", async () => {
    const bindings = Array.from({ length: 16 }, (_, binding): WgslProgram["bindings"][number] => ({
      binding,
      kind: "output",
      name: `b${binding}`,
      size: 16,
    }));
    assert.match(await reasonOf({ ...SQUARES, bindings }), /set of buffers is not valid/);
  });

  test("its buffers do not fit into the device's memory", async () => {
    const bindings: WgslProgram["bindings"] = [
      ...SQUARES.bindings,
      { binding: 1, kind: "scratch", size: 2 ** 30 },
    ];
    assert.match(await reasonOf({ ...SQUARES, bindings }), /does not fit into memory/);
  });

  test("its outputs alone exceed its memory limit", async () => {
    const bindings: WgslProgram["bindings"] = [
      { binding: 0, kind: "output", name: "squares", size: 2 ** 29 + 4 },
    ];
    assert.match(
      await reasonOf({ ...SQUARES, bindings }),
      /536870916 bytes exceed its memory limit of 536870912/,
    );
  });

  test("and a long reason is cut to what a result takes, between characters", async () => {
    const name = "𝒳".repeat(3000);
    for (const source of [`fn f() { ${name}; }`, `fn f() {  ${name}; }`]) {
      const reason = await reasonOf({ ...SQUARES, source });
      assert.ok(reason.length > 1900 && reason.length <= 2000, `${reason.length} characters`);
      assert.doesNotThrow(() => encodeURIComponent(reason), "half a surrogate pair");
    }
  });
});
