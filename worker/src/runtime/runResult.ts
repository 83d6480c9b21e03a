import type { JobOutcome } from "@wattle/sdk";
import { RuntimeFaultError } from "./errors.ts";
import type { ProgramPlan } from "./planProgram.ts";
import type { ChildReport } from "./runChild.ts";
import type { RunResult } from "./types.ts";

/** Longest reason that a job's result takes, in UTF-16 code units. */
const REASON_MAX_CHARS = 2000;

/** Where in its own sources Dawn found the error: of no use to a client. */
const DAWN_TRACE = /^\s+at .*\.cpp:\d+\)$/gm;

/** A result without outputs, for a program that failed. */
export function failedResult(reason: string, adapter: string, runMs: number): RunResult {
  const withoutTrace = reason.replace(DAWN_TRACE, "").trim();
  // The program chose some of these characters, and halves of surrogate pairs have no canonical encoding.
  const wellFormed = Buffer.from(withoutTrace.slice(0, REASON_MAX_CHARS)).toString("utf8");
  return { outcome: { status: "failed", reason: wellFormed }, outputs: new Map(), runMs, adapter };
}

/**
 * Says a fault of the machine.
 *
 * @param what What the process was doing.
 */
export function faultOf(report: ChildReport, what: string): RuntimeFaultError {
  const { ending, stderrTail } = report;
  const how =
    ending.kind === "unavailable"
      ? ending.reason
      : ending.kind === "died"
        ? `${ending.how}${stderrTail === "" ? "" : `: ${stderrTail}`}`
        : ending.kind;
  return new RuntimeFaultError(`A process of the wgsl runtime failed while it ${what} (${how}).`);
}

/**
 * Turns the end of a job's process into the job's result. What happens once the device is open is the program's
 * doing, and a result; what happens before is the machine's.
 *
 * @throws RuntimeFaultError when the machine is at fault.
 */
export function runResult(report: ChildReport, plan: ProgramPlan, memoryBytes: number): RunResult {
  const { ending, elapsedMs: runMs } = report;
  const adapter = report.adapter?.name ?? "";
  const failed = (reason: string): RunResult => failedResult(reason, adapter, runMs);
  if (ending.kind === "memory-limit")
    return failed(`it used more than its memory limit of ${memoryBytes} bytes`);
  if (report.adapter === undefined) throw faultOf(report, "opened the device");
  switch (ending.kind) {
    case "completed": {
      const outcome: JobOutcome = { status: "completed" };
      const outputs = new Map(
        plan.outputs.map(({ name }, index) => [name, ending.outputs[index] ?? new Uint8Array()]),
      );
      return { outcome, outputs, runMs, adapter };
    }
    case "run-limit":
      return { outcome: { status: "run-limit" }, outputs: new Map(), runMs, adapter };
    case "failed":
      return failed(ending.reason);
    case "died":
      return failed(`its process died: ${ending.how}`);
    case "protocol":
      return failed("its process wrote what no sound process writes, and was killed");
    default:
      throw faultOf(report, "ran a program");
  }
}
