import type { ServiceConfig } from "../config/workerConfig.ts";
import { ConfigInvalidError } from "../config/errors.ts";
import { CallFailedError } from "../runtime/errors.ts";
import type { WgslRuntime } from "../runtime/wgslRuntime.ts";
import { loadProgram, type ServiceProgram } from "./loadProgram.ts";

/** What is sold by the call: its price and limits, and its program. */
export type Service = Omit<ServiceConfig, "program"> & ServiceProgram;

/**
 * Loads the programs of all services, and starts each once: what cannot be served shows at the start of the worker.
 *
 * @throws {@link ConfigInvalidError} naming what is wrong with which program.
 * @throws `RuntimeFaultError` when the machine is at fault.
 */
export async function openServices(
  configs: readonly ServiceConfig[],
  runtime: Pick<WgslRuntime, "serve">,
  signal?: AbortSignal,
): Promise<Map<string, Service>> {
  const services = new Map<string, Service>();
  for (const { program: path, ...config } of configs) {
    const loaded = await loadProgram(path);
    const service = { ...config, ...loaded };
    try {
      const server = await runtime.serve(service, signal);
      await server.close();
    } catch (error) {
      if (!(error instanceof CallFailedError)) throw error;
      throw new ConfigInvalidError(path, [`service "${config.id}": ${error.reason}`], error);
    }
    services.set(service.id, service);
  }
  return services;
}
