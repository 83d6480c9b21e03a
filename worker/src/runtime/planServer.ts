import type { WgslProgram } from "@wattle/sdk";
import { planProgram, type ProgramPlan } from "./planProgram.ts";

/** A program that is to answer calls, and how large calls may be. */
export interface ServeRequest {
  /** With one input, which is that of the call, and one output, which is its answer. */
  readonly program: WgslProgram;
  /** The longest input. */
  readonly maxInputBytes: number;
  /** Most host memory in bytes that the process may use, the runtime's own share included. */
  readonly memoryBytes: number;
}

/** A plan, or why the program cannot answer calls. */
export type PlannedServer =
  { readonly plan: ProgramPlan; readonly outputSize: number } | { readonly refusal: string };

/** Lays out a program whose input comes by calls. */
export function planServer({ program, maxInputBytes, memoryBytes }: ServeRequest): PlannedServer {
  const inputs = program.bindings.filter(({ kind }) => kind === "input");
  const [input, ...moreInputs] = inputs;
  if (input?.kind !== "input" || moreInputs.length > 0) {
    return { refusal: `it has ${inputs.length} inputs; one that answers calls has one` };
  }
  const planned = planProgram({
    program,
    inputs: new Map([[input.name, new Uint8Array()]]),
    runLimitMs: 0,
    memoryBytes,
  });
  if ("refusal" in planned) return planned;
  const { childRequest, outputs, totalPasses } = planned.plan;
  const [output, ...moreOutputs] = outputs;
  if (output === undefined || moreOutputs.length > 0) {
    return { refusal: `it has ${outputs.length} outputs; one that answers calls has one` };
  }
  const bindings = childRequest.bindings.map((binding) =>
    binding.kind === "input"
      ? ({ binding: binding.binding, kind: "call", maxBytes: maxInputBytes } as const)
      : binding,
  );
  const plan = { childRequest: { ...childRequest, bindings }, files: new Map(), outputs, totalPasses };
  return { plan, outputSize: output.size };
}
