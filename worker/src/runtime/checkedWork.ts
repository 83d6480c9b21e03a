import { paced } from "./pacing.ts";

const FILTERS = ["validation", "out-of-memory", "internal"] as const satisfies readonly GPUErrorFilter[];

const KINDS = {
  validation: "is not valid",
  "out-of-memory": "does not fit into memory",
  internal: "failed",
} as const;

/**
 * Does some of the device's work and waits for it.
 *
 * Nothing throws in WebGPU when work is invalid or memory runs out: errors arrive in error scopes, later.
 *
 * @param what What the work is to a reader, such as `the shader`.
 * @throws when the device refused any of it.
 */
export async function checkedWork<T>(
  device: GPUDevice,
  what: string,
  work: () => T | Promise<T>,
): Promise<T> {
  for (const filter of FILTERS) device.pushErrorScope(filter);
  // Scopes are a stack: popped in the other order, whatever the work did.
  const pop = async (): Promise<string | undefined> => {
    let refusal: string | undefined;
    for (const filter of FILTERS.toReversed()) {
      const error = await paced(device.popErrorScope());
      if (error !== null) refusal ??= `${what} ${KINDS[filter]}: ${error.message}`;
    }
    return refusal;
  };
  let value: T;
  try {
    value = await work();
  } catch (error) {
    const refusal = await pop();
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(refusal ?? `${what} failed: ${message}`, { cause: error });
  }
  const refusal = await pop();
  if (refusal !== undefined) throw new Error(refusal);
  return value;
}
