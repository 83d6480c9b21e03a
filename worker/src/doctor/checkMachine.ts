import { join } from "node:path";
import type { WorkerConfig } from "../config/workerConfig.ts";
import { openWgslRuntime } from "../runtime/wgslRuntime.ts";
import { type Finding, ok, warning } from "./finding.ts";

/**
 * Opens the runtime as the worker would, and says what it found.
 *
 * @throws What keeps the worker from running jobs.
 */
export async function checkMachine(config: WorkerConfig): Promise<Finding[]> {
  const runtime = await openWgslRuntime({
    cacheFolder: config.cacheFolder,
    // A folder of its own: the worker may be running in the other one.
    workFolder: join(config.stateFolder, "doctor"),
    sandbox: config.sandbox,
    driver: config.driver,
    memoryLimit: config.memoryLimit,
  });
  const { sandbox, driver, memoryLimit } = runtime;
  return [
    sandbox.kind === "none"
      ? warning("sandbox", "none", "Install bubblewrap and drop --allow-unsandboxed.")
      : ok("sandbox", `${sandbox.kind}${sandbox.hasSeccomp ? " with seccomp" : " without seccomp"}`),
    memoryLimit === "watchdog"
      ? warning(
          "memory limit",
          memoryLimit,
          "Run the worker where it may write a cgroup: the kernel is quicker.",
        )
      : ok("memory limit", memoryLimit),
    driver.isSoftware
      ? warning("GPU", `none in use; software driver "${driver.adapter}"`, noGpuAction(config))
      : ok("GPU", driver.adapter),
    ok("energy", "unmetered"),
  ];
}

function noGpuAction({ driver }: WorkerConfig): string {
  return driver === "software" ? 'Set `driver` to "auto".' : "Install the GPU's Vulkan driver.";
}
