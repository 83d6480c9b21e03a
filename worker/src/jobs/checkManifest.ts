import type { JobManifest } from "@wattle/sdk";
import type { Policy } from "../config/schema.ts";
import type { AdapterLimits } from "../runtime/types.ts";
import { JobRefusedError } from "./refusal.ts";

/**
 * Checks what a job needs against what the operator allows and the machine has.
 *
 * @param limits What the adapter offers.
 * @throws {@link JobRefusedError}
 */
export function checkManifest(manifest: JobManifest, policy: Policy, limits: AdapterLimits): void {
  const { requirements, program, inputs, runtime } = manifest;
  if (!policy.runtimes.includes(runtime)) {
    throw new JobRefusedError(`This provider does not run jobs of runtime ${runtime}.`);
  }
  refuseAbove("memory", requirements.memoryBytes, policy.maxMemoryBytes);
  const inputSizes = new Map(inputs.map(({ name, blob }) => [name, blob.plaintextSize]));
  const buffers = program.bindings.map((binding) => {
    if (binding.kind === "pass") return 0;
    return binding.kind === "input" ? (inputSizes.get(binding.name) ?? 0) : binding.size;
  });
  const largest = Math.max(requirements.bufferBytes, ...buffers);
  const available = Math.min(limits.maxBufferSize, limits.maxStorageBufferBindingSize);
  refuseAbove("a buffer", largest, Math.min(policy.maxBufferBytes, available));
  const storageBuffers = program.bindings.filter(({ kind }) => kind !== "pass").length;
  if (storageBuffers > limits.maxStorageBuffersPerShaderStage) {
    throw new JobRefusedError(
      `The program has ${storageBuffers} storage buffers; the device takes ${limits.maxStorageBuffersPerShaderStage}.`,
    );
  }
  const inputBytes = inputs.reduce((sum, { blob }) => sum + Math.max(blob.plaintextSize, blob.size), 0);
  refuseAbove("inputs", inputBytes, policy.maxInputBytes);
}

function refuseAbove(what: string, asked: number, limit: number): void {
  if (asked <= limit) return;
  throw new JobRefusedError(`The job asks for ${asked} bytes of ${what}; this provider offers ${limit}.`);
}
