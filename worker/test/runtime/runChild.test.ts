import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { CONTROL_FD, OUTPUT_FD, type ChildMessage } from "../../src/runtime/childProtocol.ts";
import { RuntimeFaultError } from "../../src/runtime/errors.ts";
import { openMemoryLimiter } from "../../src/runtime/memoryLimit.ts";
import { runChild, type ChildReport } from "../../src/runtime/runChild.ts";
import { runResult } from "../../src/runtime/runResult.ts";
import { openSandbox } from "../../src/runtime/sandbox.ts";
import { canSandbox, temporaryFolder } from "./support/testRuntime.ts";

const limiter = openMemoryLimiter({ limit: "watchdog" });
const sandboxes = [await openSandbox("unsandboxed")];
if (await canSandbox("ends of sandboxed processes")) sandboxes.push(await openSandbox("required"));
const emptyFolder = await temporaryFolder();

const limits = {
  maxBufferSize: 1,
  maxStorageBufferBindingSize: 1,
  maxStorageBuffersPerShaderStage: 1,
  maxComputeWorkgroupStorageSize: 1,
  maxComputeInvocationsPerWorkgroup: 1,
  maxComputeWorkgroupSizeX: 1,
  maxComputeWorkgroupSizeY: 1,
  maxComputeWorkgroupSizeZ: 1,
  maxComputeWorkgroupsPerDimension: 1,
};
const opened: ChildMessage = {
  type: "opened",
  adapter: { name: "a", vendor: "v", isSoftware: true, limits },
};
const progress: ChildMessage = { type: "progress", completedPasses: 2 };
const completed: ChildMessage = { type: "completed" };

const say = (...messages: (ChildMessage | string)[]): string =>
  messages
    .map((message) => (typeof message === "string" ? message : `${JSON.stringify(message)}\n`))
    .map((line) => `fs.writeSync(${CONTROL_FD}, ${JSON.stringify(line)});`)
    .join("");
const put = (bytes: number): string => `fs.writeSync(${OUTPUT_FD}, Buffer.alloc(${bytes}, 7));`;
const stay = "setInterval(() => {}, 1000);";

const plan = {
  childRequest: { source: "", bindings: [], steps: [] },
  files: new Map(),
  outputs: [{ name: "x", size: 8 }],
  totalPasses: 2,
};

for (const sandbox of sandboxes) {
  /** Runs a script in the place of a job's process that owes 2 passes and 8 bytes. */
  const runScript = async (script: string, limitMs = 60_000, openLimitMs = 60_000): Promise<ChildReport> =>
    runChild({
      launch: sandbox.launch({
        args: ["-e", `const fs = require("node:fs"); ${script}`],
        env: {},
        readOnlyPaths: [],
        devicePaths: [],
        emptyFolder,
      }),
      limitMs,
      openLimitMs,
      limiter,
      memoryBytes: 2 ** 29,
      outputSizes: [8],
      totalPasses: 2,
    });

  describe(`a job's process (sandbox: ${sandbox.kind})`, () => {
    test("that keeps to the protocol is taken at its word, and killed", async () => {
      const { ending } = await runScript(say(opened, progress) + put(3) + put(5) + say(completed) + stay);
      assert.deepEqual(ending, { kind: "completed", outputs: [new Uint8Array(8).fill(7)] });
    });

    const violations = {
      "writes more output than declared": say(opened, progress) + put(9),
      "writes no JSON": say(opened, "progress\n"),
      "writes an unknown message": say(opened, '{"type":"paid"}\n'),
      "adds to a message": say(opened, '{"type":"completed","price":"0"}\n'),
      "writes a line without end": say(opened, "x".repeat(70_000)),
      "opens its device twice": say(opened, opened),
      "counts passes that do not exist": say(opened, { type: "progress", completedPasses: 3 }),
      "counts passes backwards": say(opened, progress, { type: "progress", completedPasses: 1 }),
      "claims to be done before it is": say(opened) + put(8) + say(completed),
      "claims an outcome without a device": put(8) + say(completed),
      "withdraws its device": say(opened, { type: "unavailable", reason: "" }),
    };
    for (const [what, script] of Object.entries(violations)) {
      test(`that ${what} is killed`, async () => {
        assert.deepEqual((await runScript(script + stay)).ending, { kind: "protocol" });
      });
    }

    test("that never delivers its output runs into the limit", async () => {
      const report = await runScript(say(opened, progress) + put(7) + say(completed) + stay, 500);
      assert.deepEqual(report.ending, { kind: "run-limit" });
      assert.ok(report.elapsedMs >= 500 && report.elapsedMs < 30_000);
    });

    test("whose device opens after its limit has all of the limit from then", async () => {
      const report = await runScript(`setTimeout(() => { ${say(opened)} }, 400); ${stay}`, 100);
      assert.deepEqual(runResult(report, plan, 2 ** 29).outcome, { status: "run-limit" });
      assert.ok(report.elapsedMs >= 500, `${report.elapsedMs} ms`);
    });

    test("whose device does not open in time is the machine's fault, not the program's", async () => {
      const report = await runScript(stay, 60_000, 300);
      assert.throws(() => runResult(report, plan, 2 ** 29), RuntimeFaultError);
    });

    test("that crashes has failed, and the signal is named", async () => {
      const report = await runScript(`${say(opened)} process.kill(process.pid, "SIGSEGV"); ${stay}`);
      const result = runResult(report, plan, 2 ** 29);
      assert.deepEqual(result.outcome, {
        status: "failed",
        reason: "its process died: it was killed by SIGSEGV",
      });
      assert.equal(result.outputs.size, 0);
    });

    test("that dies before its device is open is the machine's fault, with what it wrote", async () => {
      const report = await runScript(`fs.writeSync(2, "no driver"); process.exit(3);`);
      assert.deepEqual(report.ending, { kind: "died", how: "it exited with code 3" });
      assert.throws(
        () => runResult(report, plan, 2 ** 29),
        (error) =>
          error instanceof RuntimeFaultError && error.retryable && /code 3: no driver/.test(error.message),
      );
    });

    test("that cannot open its device is the machine's fault", async () => {
      const report = await runScript(say({ type: "unavailable", reason: "no adapter" }) + stay);
      assert.throws(() => runResult(report, plan, 2 ** 29), /no adapter/);
    });
  });
}

test("error: RuntimeFaultError when there is nothing to start", async () => {
  const launch = { file: `${emptyFolder}/absent`, args: [], env: {}, cwd: "/", gate: null };
  const run = { launch, limitMs: 1_000, limiter, memoryBytes: 2 ** 29, outputSizes: [8], totalPasses: 1 };
  await assert.rejects(runChild(run), RuntimeFaultError);
});
