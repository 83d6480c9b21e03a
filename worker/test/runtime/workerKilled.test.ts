import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { findCgroupHome } from "../../src/runtime/cgroup.ts";
import { openWgslRuntime, type WgslRuntimeOptions } from "../../src/runtime/wgslRuntime.ts";
import { SQUARES } from "./support/programs.ts";
import {
  assertNothingLeft,
  canSandbox,
  cgroupsMadeBy,
  processesNaming,
  temporaryFolder,
} from "./support/testRuntime.ts";

const DOOMED_WORKER = fileURLToPath(new URL("support/doomedWorker.ts", import.meta.url));

const modes = [
  "unsandboxed",
  ...((await canSandbox("a killed worker's sandboxed job")) ? ["required"] : []),
] as const;
const folder = await temporaryFolder();

describe("a worker killed in the middle of a job", () => {
  for (const sandbox of modes as readonly ("unsandboxed" | "required")[]) {
    test(`takes the job's processes along, and the next start removes its files (${sandbox})`, async (t) => {
      const workFolder = join(folder, sandbox);
      const options: WgslRuntimeOptions = { cacheFolder: folder, workFolder, sandbox, driver: "software" };
      const worker = spawn(process.execPath, [DOOMED_WORKER, JSON.stringify(options)], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      t.after(() => worker.kill("SIGKILL"));
      await Promise.race([
        once(worker.stdout, "data"),
        once(worker, "exit").then(() => assert.fail("the worker ended")),
      ]);
      assert.ok(processesNaming(workFolder).length > 1, "no job is running");
      const killedAt = performance.now();
      worker.kill("SIGKILL");
      await once(worker, "close");
      while (processesNaming(workFolder).length > 0 && performance.now() - killedAt < 30_000) await sleep(5);
      assert.deepEqual(processesNaming(workFolder), [], "the job outlived its worker");
      console.log(
        `${sandbox}: the job died within ${Math.round(performance.now() - killedAt)} ms of its worker`,
      );

      assert.equal(readdirSync(workFolder).length, 1, "this test no longer tests anything");
      const runtime = await openWgslRuntime(options);
      assertNothingLeft(workFolder);
      // A process that is dead and not yet reaped, which is up to the machine's init now, still holds its cgroup.
      while (cgroupsMadeBy(worker.pid ?? 0).length > 0 && performance.now() - killedAt < 60_000) {
        await sleep(100);
        findCgroupHome("/proc");
      }
      assert.deepEqual(cgroupsMadeBy(worker.pid ?? 0), []);
      const request = { program: SQUARES, inputs: new Map(), runLimitMs: 60_000, memoryBytes: 2 ** 28 };
      assert.deepEqual((await runtime.run(request)).outcome, { status: "completed" });
    });
  }
});
