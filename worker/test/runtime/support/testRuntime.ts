import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SandboxUnavailableError } from "../../../src/runtime/errors.ts";
import { findCgroupMounts } from "../../../src/runtime/cgroupMounts.ts";
import { openSandbox, type SandboxMode } from "../../../src/runtime/sandbox.ts";
import type { RunOptions, RunRequest, RunResult } from "../../../src/runtime/types.ts";
import {
  openWgslRuntime,
  type WgslRuntime,
  type WgslRuntimeOptions,
} from "../../../src/runtime/wgslRuntime.ts";

/** Makes a folder that is gone when the test file is through. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "wattle-test-"));
  // Not an `after` hook: that runs before tests which are still to be declared, and never when a file fails to load.
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const cacheFolder = await temporaryFolder();

/**
 * Whether tests can use bubblewrap here. Where they cannot, they say what they do not run; a CI run must be able to.
 *
 * @param what The tests that need it.
 */
export async function canSandbox(what: string): Promise<boolean> {
  try {
    await openSandbox("required");
    return true;
  } catch (error) {
    if (!(error instanceof SandboxUnavailableError) || process.env["CI"] === "true") throw error;
    console.log(`not run: ${what}: ${error.message}`);
    return false;
  }
}

/** A runtime on the software driver, and a check that its jobs leave nothing behind. */
export interface TestRuntime {
  readonly runtime: WgslRuntime;
  readonly workFolder: string;
  /** Runs with limits that no well-behaved test program comes near. */
  run(request: Partial<RunRequest> & Pick<RunRequest, "program">, options?: RunOptions): Promise<RunResult>;
}

/** Opens a runtime, sandboxed where that works here. */
export async function openTestRuntime(options: Partial<WgslRuntimeOptions> = {}): Promise<TestRuntime> {
  const folder = await temporaryFolder();
  const workFolder = options.workFolder ?? join(folder, "jobs");
  const sandbox: SandboxMode =
    options.sandbox ?? ((await canSandbox("jobs in the sandbox")) ? "required" : "unsandboxed");
  const runtime = await openWgslRuntime({ cacheFolder, driver: "software", ...options, workFolder, sandbox });
  console.log(`sandbox: ${runtime.sandbox.kind}, memory limit: ${runtime.memoryLimit}`);
  return {
    runtime,
    workFolder,
    run: async (request, runOptions) => {
      const defaults = { inputs: new Map<string, Uint8Array>(), runLimitMs: 60_000, memoryBytes: 2 ** 29 };
      return runtime.run({ ...defaults, ...request }, runOptions);
    },
  };
}

/** Lists the processes that know of a path. */
export function processesNaming(path: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(path);
      } catch {
        return false;
      }
    })
    .map(Number);
}

/** Lists the cgroups that a process made for jobs and has not removed. */
export function cgroupsMadeBy(pid: number): string[] {
  return findCgroupMounts("/proc")
    .flatMap(({ folder }) => [folder, join(folder, "..")])
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).filter((name) => name.startsWith(`wattle-job-${pid}-`)));
}

/** Fails when a job left a file, a process or a cgroup. */
export function assertNothingLeft(workFolder: string): void {
  assert.deepEqual(readdirSync(workFolder), [], "files are left");
  assert.deepEqual(processesNaming(workFolder), [], "processes are left");
  assert.deepEqual(cgroupsMadeBy(process.pid), [], "cgroups are left");
}
