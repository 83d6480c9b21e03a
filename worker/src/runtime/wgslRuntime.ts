import { writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { REQUEST_FILE, type ChildAdapter } from "./childProtocol.ts";
import { selectDriver, type Driver, type DriverCandidate, type DriverPreference } from "./driver.ts";
import { CallFailedError, RuntimeFaultError } from "./errors.ts";
import { makeJobFolder, prepareWorkFolder, withJobFolder, type JobFolder } from "./jobFolder.ts";
import { openMemoryLimiter, type MemoryLimitKind } from "./memoryLimit.ts";
import { planProgram, type ProgramPlan } from "./planProgram.ts";
import { planServer, type ServeRequest } from "./planServer.ts";
import { startProgramServer } from "./programServer.ts";
import { OPEN_LIMIT_MS, runChild } from "./runChild.ts";
import { failedResult, faultOf, runResult } from "./runResult.ts";
import { openSandbox, type Sandbox, type SandboxMode } from "./sandbox.ts";
import type { Launch } from "./spawnLaunch.ts";
import { unpackSwiftShader } from "./swiftShader.ts";
import type { ProgramServer, Runtime, RunOptions, RunRequest, RunResult, RuntimeProbe } from "./types.ts";

/** How to run programs on this machine. */
export interface WgslRuntimeOptions {
  /** Where the software driver is unpacked and kept; several workers may share it. */
  readonly cacheFolder: string;
  /** A folder of this worker alone for jobs in progress; what a killed worker left there is removed. */
  readonly workFolder: string;
  /** Default `required`. */
  readonly sandbox?: SandboxMode;
  /** Default `auto`. */
  readonly driver?: DriverPreference;
  /** Default `auto`: a cgroup where one is writable, else a watchdog. */
  readonly memoryLimit?: "auto" | "watchdog";
}

/** The `wgsl` runtime, and what it found on this machine. */
export interface WgslRuntime extends Runtime {
  readonly sandbox: { readonly kind: Sandbox["kind"]; readonly hasSeccomp: boolean };
  readonly memoryLimit: MemoryLimitKind;
  readonly driver: {
    readonly source: Driver["source"];
    readonly adapter: string;
    readonly isSoftware: boolean;
  };
  /** What the driver said of itself when it was chosen: for those who need not ask it afresh. */
  readonly found: RuntimeProbe;
  /**
   * Starts a process of its own for a program that answers calls, as sandboxed as that of a job.
   *
   * @throws CallFailedError when the program cannot answer calls.
   * @throws RuntimeFaultError when the machine is at fault.
   * @throws the signal's reason when aborted.
   */
  serve(request: ServeRequest, signal?: AbortSignal): Promise<ProgramServer>;
}

/** Far above what opening a device takes. */
const PROBE_MEMORY_BYTES = 2 ** 30;

const RUNTIME_FOLDER = dirname(fileURLToPath(import.meta.url));
const CHILD_SCRIPT = join(RUNTIME_FOLDER, import.meta.url.endsWith(".ts") ? "wgslChild.ts" : "wgslChild.js");

/** What the job's process loads: its own modules, the package.json that gives their type, and Dawn. */
const codePaths = (webgpuUrl: string): string[] => [
  RUNTIME_FOLDER,
  join(RUNTIME_FOLDER, "..", "..", "package.json"),
  dirname(fileURLToPath(webgpuUrl)),
];

const probeOf = ({ name, vendor, isSoftware, limits }: ChildAdapter): RuntimeProbe => ({
  adapter: name,
  vendor,
  isSoftware,
  limits,
});

const launchOf = (
  sandbox: Sandbox,
  driver: DriverCandidate,
  folder: JobFolder,
  hasRequest: boolean,
): Launch => {
  const webgpuUrl = import.meta.resolve("webgpu");
  return sandbox.launch({
    args: ["--no-warnings", CHILD_SCRIPT, webgpuUrl, ...(hasRequest ? [folder.request] : [])],
    env: driver.env,
    readOnlyPaths: [
      ...codePaths(webgpuUrl),
      ...driver.readOnlyPaths,
      ...(hasRequest ? [folder.request] : []),
    ],
    devicePaths: driver.devicePaths,
    emptyFolder: folder.empty,
  });
};

const writeRequest = async (folder: JobFolder, plan: ProgramPlan, signal?: AbortSignal): Promise<void> => {
  const write = async (name: string, content: string | Uint8Array): Promise<void> =>
    writeFile(join(folder.request, name), content, { mode: 0o600, ...(signal && { signal }) });
  try {
    for (const [name, bytes] of plan.files) await write(name, bytes);
    await write(REQUEST_FILE, JSON.stringify(plan.childRequest));
  } catch (error) {
    signal?.throwIfAborted();
    throw new RuntimeFaultError("The inputs of a job could not be written to the work folder.", error);
  }
};

/**
 * Opens the runtime for WGSL compute programs: proves the sandbox, chooses the driver and the memory limit.
 *
 * Every program runs in a process of its own, which is killed when it has spoken its last word.
 *
 * @throws SandboxUnavailableError when a sandbox is required and none works.
 * @throws NoAdapterError when no driver gives an adapter.
 * @throws MemoryLimitUnavailableError when memory cannot be limited.
 *
 * @example
 * ```ts
 * const runtime = await openWgslRuntime({ cacheFolder: "./cache", workFolder: "./jobs" });
 * const { outcome, outputs } = await runtime.run({
 *   program: {
 *     source: `@group(0) @binding(0) var<storage, read_write> squares: array<u32>;
 *       @compute @workgroup_size(4) fn main(@builtin(global_invocation_id) id: vec3u) { squares[id.x] = id.x * id.x; }`,
 *     bindings: [{ binding: 0, kind: "output", name: "squares", size: 16 }],
 *     steps: [{ entryPoint: "main", workgroups: [1, 1, 1], passes: 1 }],
 *   },
 *   inputs: new Map(),
 *   runLimitMs: 10_000,
 *   memoryBytes: 2 ** 28,
 * });
 * console.log(outcome.status, outputs.get("squares"));
 * ```
 */
export async function openWgslRuntime(
  options: WgslRuntimeOptions,
  signal?: AbortSignal,
): Promise<WgslRuntime> {
  signal?.throwIfAborted();
  // The job's process runs elsewhere, where a relative path would mean something else.
  const workFolder = resolve(options.workFolder);
  const limiter = openMemoryLimiter({ limit: options.memoryLimit ?? "auto" });
  const sandbox = await openSandbox(options.sandbox ?? "required");
  await prepareWorkFolder(workFolder);

  const probeDriver = async (candidate: DriverCandidate, probeSignal?: AbortSignal): Promise<ChildAdapter> =>
    withJobFolder(workFolder, async (folder) => {
      const report = await runChild({
        launch: launchOf(sandbox, candidate, folder, false),
        limitMs: OPEN_LIMIT_MS,
        limiter,
        memoryBytes: PROBE_MEMORY_BYTES,
        outputSizes: null,
        totalPasses: 0,
        signal: probeSignal,
      });
      if (report.ending.kind === "aborted") probeSignal?.throwIfAborted();
      if (report.adapter === undefined) throw faultOf(report, "opened the device");
      return report.adapter;
    });

  const swiftShader = await unpackSwiftShader(options.cacheFolder);
  const probe = async (candidate: DriverCandidate): Promise<ChildAdapter> => probeDriver(candidate, signal);
  const driver = await selectDriver(options.driver ?? "auto", swiftShader, probe, signal);

  const run = async (request: RunRequest, { signal, onProgress }: RunOptions = {}): Promise<RunResult> => {
    signal?.throwIfAborted();
    const planned = planProgram(request);
    if ("refusal" in planned) return failedResult(planned.refusal, driver.adapter.name, 0);
    const { plan } = planned;
    return withJobFolder(workFolder, async (folder) => {
      await writeRequest(folder, plan, signal);
      const report = await runChild({
        launch: launchOf(sandbox, driver, folder, true),
        limitMs: request.runLimitMs,
        limiter,
        memoryBytes: request.memoryBytes,
        outputSizes: plan.outputs.map(({ size }) => size),
        totalPasses: plan.totalPasses,
        signal,
        onPasses: (completedPasses) => onProgress?.({ completedPasses, totalPasses: plan.totalPasses }),
      });
      if (report.ending.kind === "aborted") signal?.throwIfAborted();
      return runResult(report, plan, request.memoryBytes);
    });
  };

  const serve = async (request: ServeRequest, signal?: AbortSignal): Promise<ProgramServer> => {
    const planned = planServer(request);
    if ("refusal" in planned) throw new CallFailedError(planned.refusal);
    const folder = await makeJobFolder(workFolder);
    try {
      await writeRequest(folder, planned.plan, signal);
      const server = await startProgramServer({
        launch: launchOf(sandbox, driver, folder, true),
        limiter,
        memoryBytes: request.memoryBytes,
        outputSize: planned.outputSize,
        startLimitMs: OPEN_LIMIT_MS,
        signal,
      });
      const close = async (): Promise<void> => server.close().finally(async () => folder.remove());
      return { ...server, close };
    } catch (error) {
      await folder.remove();
      throw error;
    }
  };

  return {
    sandbox: { kind: sandbox.kind, hasSeccomp: sandbox.hasSeccomp },
    memoryLimit: limiter.kind,
    driver: { source: driver.source, adapter: driver.adapter.name, isSoftware: driver.adapter.isSoftware },
    found: probeOf(driver.adapter),
    probe: async (probeSignal): Promise<RuntimeProbe> => probeOf(await probeDriver(driver, probeSignal)),
    run,
    serve,
  };
}
