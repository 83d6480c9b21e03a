import { WGSL_SOURCE_MAX_BYTES } from "@wattle/sdk";
import type { ChildBinding, ChildRequest } from "./childProtocol.ts";
import type { RunRequest } from "./types.ts";

/** A program, laid out for the job's process. */
export interface ProgramPlan {
  readonly childRequest: ChildRequest;
  /** The bytes of each file that the process is to find beside its request. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Names and sizes in bytes, in the order in which the process writes them. */
  readonly outputs: readonly { readonly name: string; readonly size: number }[];
  readonly totalPasses: number;
}

/** A plan, or why the program cannot be run at all. */
export type PlannedProgram = { readonly plan: ProgramPlan } | { readonly refusal: string };

/** Lays a program out, refusing what is certain to fail before a process is started for it. */
export function planProgram(request: RunRequest): PlannedProgram {
  const { program, inputs, memoryBytes } = request;
  const sourceBytes = Buffer.byteLength(program.source);
  if (sourceBytes > WGSL_SOURCE_MAX_BYTES) {
    return {
      refusal: `its source is ${sourceBytes} bytes long; at most ${WGSL_SOURCE_MAX_BYTES} are accepted`,
    };
  }
  const files = new Map<string, Uint8Array>();
  const bindings: ChildBinding[] = [];
  const sizes = new Map<string, number>();
  for (const declared of program.bindings) {
    const { binding } = declared;
    if (declared.kind === "input") {
      const bytes = inputs.get(declared.name);
      if (bytes === undefined)
        return { refusal: `binding ${binding} names an input "${declared.name}" it lacks` };
      const file = `input-${declared.name}.bin`;
      files.set(file, bytes);
      bindings.push({ binding, kind: "input", file, bytes: bytes.length });
    } else if (declared.kind === "output") {
      if (sizes.has(declared.name))
        return { refusal: `two bindings are outputs with the name "${declared.name}"` };
      sizes.set(declared.name, declared.size);
      bindings.push({ binding, kind: "output", size: declared.size });
    } else {
      bindings.push(declared);
    }
  }
  const outputs = [...sizes].map(([name, size]) => ({ name, size }));
  const outputBytes = outputs.reduce((sum, { size }) => sum + size, 0);
  if (outputBytes > memoryBytes) {
    return { refusal: `its outputs of ${outputBytes} bytes exceed its memory limit of ${memoryBytes} bytes` };
  }
  return {
    plan: {
      childRequest: { source: program.source, bindings, steps: program.steps },
      files,
      outputs,
      totalPasses: program.steps.reduce((sum, { passes }) => sum + passes, 0),
    },
  };
}
