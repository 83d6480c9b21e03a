import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, test } from "node:test";
import type { WgslProgram } from "@wattle/sdk";
import { ENDLESS, MEMORY_HOG, SQUARES, SQUARES_OUTPUT } from "./support/programs.ts";
import { assertNothingLeft, openTestRuntime, processesNaming } from "./support/testRuntime.ts";

const { run, runtime, workFolder } = await openTestRuntime();

describe("the run limit", () => {
  afterEach(() => assertNothingLeft(workFolder));

  test("ends a shader that does not, and the next job runs", async () => {
    const runLimitMs = 1_500;
    const result = await run({ program: ENDLESS, runLimitMs });
    assert.deepEqual(result.outcome, { status: "run-limit" });
    assert.equal(result.outputs.size, 0);
    assert.ok(result.runMs >= runLimitMs && result.runMs < 60_000, `${result.runMs} ms`);
    const next = await run({ program: SQUARES });
    assert.deepEqual(next.outputs.get("squares"), SQUARES_OUTPUT);
  });

  test("counts compiling", async () => {
    // Every function calls the one before it twice, and the driver inlines them all, though none is ever called.
    const depth = 24;
    const functions = Array.from(
      { length: depth },
      (_, i) =>
        `fn f${i + 1}(x: u32) -> u32 { if (squares[1] == 7u) { return f${i}(f${i}(x) ^ x); } return x; }`,
    );
    const source = `@group(0) @binding(0) var<storage, read_write> squares: array<u32>;
      fn f0(x: u32) -> u32 { return x * 3u + squares[x]; } ${functions.join("\n")}
      @compute @workgroup_size(1) fn main() { squares[0] = f${depth}(1u); }`;
    const result = await run(
      { program: { ...SQUARES, source }, runLimitMs: 1_200, memoryBytes: 2 ** 32 },
      { onProgress: () => assert.fail("it was compiled in time") },
    );
    assert.deepEqual(result.outcome, { status: "run-limit" });
    assert.ok(result.runMs < 60_000, `${result.runMs} ms`);
  });
});

describe("the memory limit", () => {
  const lastWord = new Uint8Array(Uint32Array.of(65_535).buffer);

  for (const memoryLimit of ["auto", "watchdog"] as const) {
    test(`kills a job that fills memory (${memoryLimit})`, async () => {
      const hoarding = await openTestRuntime({
        memoryLimit,
        sandbox: runtime.sandbox.kind === "none" ? "unsandboxed" : "required",
      });
      if (memoryLimit === "watchdog") assert.equal(hoarding.runtime.memoryLimit, "watchdog");
      else if (hoarding.runtime.memoryLimit === "watchdog")
        console.log("not run: cgroups: none is writable here");
      const result = await hoarding.run({ program: MEMORY_HOG, memoryBytes: 2 ** 27 });
      assert.deepEqual(result.outcome, {
        status: "failed",
        reason: "it used more than its memory limit of 134217728 bytes",
      });
      assertNothingLeft(hoarding.workFolder);
      const next = await hoarding.run({ program: SQUARES, memoryBytes: 2 ** 27 });
      assert.deepEqual(next.outputs.get("squares"), SQUARES_OUTPUT);
      assertNothingLeft(hoarding.workFolder);
    });
  }

  test("lets the same job be where it has the memory", async () => {
    const result = await run({ program: MEMORY_HOG, memoryBytes: 2 ** 29 });
    assert.deepEqual(result.outcome, { status: "completed" });
    assert.deepEqual(result.outputs.get("last"), lastWord);
    assertNothingLeft(workFolder);
  });
});

describe("an abort", () => {
  afterEach(() => assertNothingLeft(workFolder));
  const reason = new Error("the operator stopped the worker");

  test("before the start starts nothing", async () => {
    await assert.rejects(run({ program: SQUARES }, { signal: AbortSignal.abort(reason) }), reason);
    await assert.rejects(runtime.probe(AbortSignal.abort(reason)), reason);
  });

  test("kills a running job", async () => {
    const controller = new AbortController();
    const running = run(
      { program: ENDLESS },
      { signal: controller.signal, onProgress: () => setTimeout(() => controller.abort(reason), 50) },
    );
    await assert.rejects(running, reason);
  });

  test("kills a job at any point of its start", async () => {
    for (const delayMs of [0, 0, 0, 1, 2, 4, 8, 16, 32, 64]) {
      const controller = new AbortController();
      const running = run({ program: ENDLESS }, { signal: controller.signal });
      let hasEnded = false;
      void running.catch(() => undefined).then(() => (hasEnded = true));
      const stop = async (): Promise<void> => {
        while (!hasEnded && processesNaming(workFolder).length === 0) await sleep(1);
        await sleep(delayMs);
        controller.abort(reason);
      };
      await Promise.all([assert.rejects(running, reason), stop()]);
      assertNothingLeft(workFolder);
    }
  });

  test("after the end changes nothing", async () => {
    const controller = new AbortController();
    const { outcome } = await run({ program: SQUARES }, { signal: controller.signal });
    controller.abort(reason);
    const program: WgslProgram = SQUARES;
    assert.deepEqual(
      [outcome, (await run({ program })).outcome],
      [{ status: "completed" }, { status: "completed" }],
    );
  });
});
