import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import type { WgslProgram } from "@wattle/sdk";
import type { RunProgress } from "../../src/runtime/types.ts";
import { SQUARES, SQUARES_OUTPUT } from "./support/programs.ts";
import { seededIntegers } from "./support/random.ts";
import { assertNothingLeft, openTestRuntime } from "./support/testRuntime.ts";

const { run, runtime, workFolder } = await openTestRuntime();
const random = seededIntegers();

const bytesOf = (array: Int32Array | Uint32Array | Float32Array): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

describe("a program", () => {
  afterEach(() => assertNothingLeft(workFolder));

  test("adds vectors of floats", async () => {
    const count = 2 ** 16;
    const a = Float32Array.from({ length: count }, () => random() / 1024);
    const b = Float32Array.from({ length: count }, () => random() / 65536);
    const program: WgslProgram = {
      source: `@group(0) @binding(0) var<storage, read> a: array<f32>;
        @group(0) @binding(1) var<storage, read> b: array<f32>;
        @group(0) @binding(2) var<storage, read_write> sum: array<f32>;
        @compute @workgroup_size(64) fn main(@builtin(global_invocation_id) id: vec3u) {
          if (id.x < arrayLength(&sum)) { sum[id.x] = a[id.x] + b[id.x]; }
        }`,
      bindings: [
        { binding: 0, kind: "input", name: "a" },
        { binding: 1, kind: "input", name: "b" },
        { binding: 2, kind: "output", name: "sum", size: count * 4 },
      ],
      steps: [{ entryPoint: "main", workgroups: [count / 64, 1, 1], passes: 1 }],
    };
    const result = await run({
      program,
      inputs: new Map([
        ["a", bytesOf(a)],
        ["b", bytesOf(b)],
      ]),
    });
    const expected = bytesOf(a.map((value, index) => value + (b[index] ?? 0)));
    assert.deepEqual(result.outcome, { status: "completed" });
    assert.deepEqual([...result.outputs.keys()], ["sum"]);
    assert.deepEqual(result.outputs.get("sum"), expected);
    assert.equal(result.adapter, runtime.driver.adapter);
    assert.ok(result.runMs > 0);
  });

  test("multiplies integer matrices exactly", async () => {
    const n = 72;
    const a = Int32Array.from({ length: n * n }, () => random() | 0);
    const b = Int32Array.from({ length: n * n }, () => random() | 0);
    const expected = new Int32Array(n * n);
    for (let row = 0; row < n; row++) {
      for (let column = 0; column < n; column++) {
        let sum = 0;
        for (let k = 0; k < n; k++) sum = (sum + Math.imul(a[row * n + k] ?? 0, b[k * n + column] ?? 0)) | 0;
        expected[row * n + column] = sum;
      }
    }
    const program: WgslProgram = {
      source: `const n = ${n}u;
        @group(0) @binding(0) var<storage, read> a: array<i32>;
        @group(0) @binding(1) var<storage, read> b: array<i32>;
        @group(0) @binding(2) var<storage, read_write> product: array<i32>;
        @compute @workgroup_size(8, 8) fn main(@builtin(global_invocation_id) id: vec3u) {
          var sum = 0i;
          for (var k = 0u; k < n; k++) { sum += a[id.y * n + k] * b[k * n + id.x]; }
          product[id.y * n + id.x] = sum;
        }`,
      bindings: [
        { binding: 0, kind: "input", name: "a" },
        { binding: 1, kind: "input", name: "b" },
        { binding: 2, kind: "output", name: "product", size: n * n * 4 },
      ],
      steps: [{ entryPoint: "main", workgroups: [n / 8, n / 8, 1], passes: 1 }],
    };
    const inputs = new Map([
      ["a", bytesOf(a)],
      ["b", bytesOf(b)],
    ]);
    const { outcome, outputs } = await run({ program, inputs });
    assert.deepEqual(outcome, { status: "completed" });
    assert.deepEqual(outputs.get("product"), bytesOf(expected));
  });

  test("runs its steps and their passes in order, each pass with its number, and reports them", async () => {
    const passes = [7, 300] as const;
    const program: WgslProgram = {
      source: `@group(0) @binding(0) var<storage, read_write> state: array<u32>;
        @group(0) @binding(3) var<uniform> pass_: vec4u;
        @group(0) @binding(5) var<storage, read_write> memory: array<u32>;
        fn mix(salt: u32) { memory[0] = memory[0] * 31u + pass_.x + pass_.y * 1000u + pass_.z + pass_.w + salt; }
        @compute @workgroup_size(1) fn first() { mix(1u); state[0] = memory[0]; }
        @compute @workgroup_size(1) fn second() { mix(2u); state[1] = memory[0]; }`,
      bindings: [
        { binding: 0, kind: "output", name: "state", size: 8 },
        { binding: 3, kind: "pass" },
        { binding: 5, kind: "scratch", size: 4 },
      ],
      steps: [
        { entryPoint: "first", workgroups: [1, 1, 1], passes: passes[0] },
        { entryPoint: "second", workgroups: [1, 1, 1], passes: passes[1] },
      ],
    };
    let memory = 0;
    const expected = passes.map((count, step) => {
      for (let pass = 0; pass < count; pass++)
        memory = (Math.imul(memory, 31) + pass + count * 1000 + step + 1) >>> 0;
      return memory;
    });
    const seen: RunProgress[] = [];
    const { outcome, outputs } = await run({ program }, { onProgress: (progress) => seen.push(progress) });
    assert.deepEqual(outcome, { status: "completed" });
    assert.deepEqual(outputs.get("state"), bytesOf(Uint32Array.from(expected)));
    assert.deepEqual(seen.at(-1), { completedPasses: 307, totalPasses: 307 });
    assert.ok(
      seen.every(({ completedPasses }, index) => completedPasses >= (seen[index - 1]?.completedPasses ?? 1)),
    );
  });

  test("sees inputs padded with zeros, and need not use every binding", async () => {
    const program: WgslProgram = {
      source: `@group(0) @binding(0) var<storage, read> five: array<u32>;
        @group(0) @binding(1) var<storage, read> empty: array<u32>;
        @group(0) @binding(2) var<storage, read_write> seen: array<u32>;
        @compute @workgroup_size(1) fn main() {
          seen[0] = arrayLength(&five); seen[1] = five[0]; seen[2] = five[1];
          seen[3] = arrayLength(&empty); seen[4] = empty[0];
        }`,
      bindings: [
        { binding: 0, kind: "input", name: "five" },
        { binding: 1, kind: "input", name: "empty" },
        { binding: 2, kind: "output", name: "seen", size: 20 },
        { binding: 7, kind: "input", name: "five" },
        { binding: 8, kind: "output", name: "untouched", size: 12 },
        { binding: 9, kind: "scratch", size: 4 },
        { binding: 10, kind: "pass" },
        { binding: 11, kind: "pass" },
      ],
      steps: [{ entryPoint: "main", workgroups: [1, 1, 1], passes: 1 }],
    };
    const inputs = new Map([
      ["five", Uint8Array.of(1, 2, 3, 4, 5)],
      ["empty", new Uint8Array()],
      ["unnamed", Uint8Array.of(9)],
    ]);
    const { outcome, outputs } = await run({ program, inputs });
    assert.deepEqual(outcome, { status: "completed" });
    assert.deepEqual(outputs.get("seen"), bytesOf(Uint32Array.of(2, 0x04030201, 5, 1, 0)));
    assert.deepEqual(outputs.get("untouched"), new Uint8Array(12));
    assert.deepEqual([...outputs.keys()], ["seen", "untouched"]);
  });

  test("gets outputs back that are larger than one slice", async () => {
    const words = 2 ** 24 + 5;
    const program: WgslProgram = {
      source: `@group(0) @binding(4) var<storage, read_write> large: array<u32>;
        @group(0) @binding(2) var<storage, read_write> small: array<u32>;
        @compute @workgroup_size(1) fn main() {
          for (var i = 0u; i < 16u; i++) { let at = i * 1118481u; large[at] = at + 1u; }
          large[arrayLength(&large) - 1u] = 77u; small[0] = 5u;
        }`,
      bindings: [
        { binding: 4, kind: "output", name: "large", size: words * 4 },
        { binding: 2, kind: "output", name: "small", size: 4 },
      ],
      steps: [{ entryPoint: "main", workgroups: [1, 1, 1], passes: 1 }],
    };
    const { outcome, outputs } = await run({ program });
    assert.deepEqual(outcome, { status: "completed" });
    const expected = new Uint32Array(words);
    for (let i = 0; i < 16; i++) expected[i * 1118481] = i * 1118481 + 1;
    expected[words - 1] = 77;
    assert.ok(Buffer.from(bytesOf(expected)).equals(outputs.get("large") ?? Buffer.alloc(0)));
    assert.deepEqual(outputs.get("small"), bytesOf(Uint32Array.of(5)));
  });

  test("cannot reach beyond its buffers", async () => {
    const program: WgslProgram = {
      source: `@group(0) @binding(0) var<storage, read_write> mine: array<u32>;
        @group(0) @binding(1) var<storage, read_write> neighbor: array<u32>;
        @compute @workgroup_size(256) fn main(@builtin(global_invocation_id) id: vec3u) {
          let far = id.x * 16777259u + 64u;
          mine[far] = 3735928559u;
          mine[id.x % 8u] = mine[far + 4096u] & 0u;
        }`,
      bindings: [
        { binding: 0, kind: "output", name: "mine", size: 256 },
        { binding: 1, kind: "output", name: "neighbor", size: 65536 },
      ],
      steps: [{ entryPoint: "main", workgroups: [4, 1, 1], passes: 4 }],
    };
    const { outcome, outputs } = await run({ program });
    assert.deepEqual(outcome, { status: "completed" });
    assert.equal(outputs.get("mine")?.length, 256);
    assert.deepEqual(outputs.get("neighbor"), new Uint8Array(65536));
  });

  test("runs beside others", async () => {
    const results = await Promise.all(Array.from({ length: 3 }, async () => run({ program: SQUARES })));
    for (const { outputs } of results) assert.deepEqual(outputs.get("squares"), SQUARES_OUTPUT);
  });
});

test("probe names the adapter and its limits", async () => {
  const probe = await runtime.probe();
  assert.equal(probe.adapter, runtime.driver.adapter);
  assert.deepEqual(runtime.found, probe, "it still says what it said at the start");
  assert.match(probe.adapter, /SwiftShader/);
  assert.equal(probe.vendor, "google");
  assert.equal(probe.isSoftware, true);
  assert.ok(probe.limits.maxStorageBufferBindingSize >= 2 ** 27);
  assertNothingLeft(workFolder);
});
