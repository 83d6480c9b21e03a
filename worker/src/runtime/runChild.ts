import type { ChildAdapter, ChildMessage } from "./childProtocol.ts";
import { type ChildDeath, startGuardedChild } from "./guardedChild.ts";
import type { MemoryLimiter } from "./memoryLimit.ts";
import { createMessageReader } from "./messageReader.ts";
import { createOutputCollector } from "./outputCollector.ts";
import type { Launch } from "./spawnLaunch.ts";

/** One process to run, and its bounds. */
export interface ChildRun {
  readonly launch: Launch;
  /** Wall time in milliseconds from the open device, after which the process is killed. */
  readonly limitMs: number;
  /** How long it may take to open the device, in milliseconds. Default: {@link OPEN_LIMIT_MS}. */
  readonly openLimitMs?: number;
  readonly limiter: MemoryLimiter;
  readonly memoryBytes: number;
  /** Sizes of the outputs in bytes; null where only the device is asked for. */
  readonly outputSizes: readonly number[] | null;
  readonly totalPasses: number;
  readonly signal?: AbortSignal | undefined;
  readonly onPasses?: ((completedPasses: number) => void) | undefined;
}

/** How a process came to its end. */
export type ChildEnding =
  | ChildDeath
  | { readonly kind: "opened" }
  | { readonly kind: "completed"; readonly outputs: readonly Uint8Array[] }
  | { readonly kind: "failed"; readonly reason: string }
  | { readonly kind: "unavailable"; readonly reason: string }
  | { readonly kind: "run-limit" }
  | { readonly kind: "protocol" }
  | { readonly kind: "aborted" };

/** What a process left behind. */
export interface ChildReport {
  readonly ending: ChildEnding;
  /** What it computed on; undefined when it never got that far. */
  readonly adapter: ChildAdapter | undefined;
  /** Wall time from its start to its last word, in milliseconds. */
  readonly elapsedMs: number;
  /** The end of what it wrote to stderr. */
  readonly stderrTail: string;
}

const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Longest that a device takes to open, in milliseconds: the machine's doing, whatever the program's limit. */
export const OPEN_LIMIT_MS = 30_000;

/**
 * Runs a job's process to its end: whatever happens, it is dead and its limits are released when this returns.
 *
 * @throws RuntimeFaultError when it cannot be started, limited or killed.
 */
export async function runChild(run: ChildRun): Promise<ChildReport> {
  let adapter: ChildAdapter | undefined;
  let completedPasses = 0;
  let hasCompleted = false;
  const outputs = createOutputCollector(run.outputSizes ?? []);
  const { control, output, isEnding, end, remains } = await startGuardedChild<ChildEnding>(run);
  const endIfComplete = (): boolean => {
    if (hasCompleted && outputs.isComplete()) end({ kind: "completed", outputs: outputs.outputs() });
    return true;
  };
  const limitIn = (limitMs: number): NodeJS.Timeout =>
    setTimeout(() => end({ kind: "run-limit" }), Math.min(limitMs, LONGEST_TIMER_MS));
  let limitTimer = limitIn(run.openLimitMs ?? OPEN_LIMIT_MS);
  const take = (message: ChildMessage): boolean => {
    if (isEnding()) return true;
    // Only a process that has not opened its device may say these, and no other may say anything else.
    if ((adapter === undefined) !== (message.type === "opened" || message.type === "unavailable"))
      return false;
    switch (message.type) {
      case "opened":
        adapter = message.adapter;
        clearTimeout(limitTimer);
        limitTimer = limitIn(run.limitMs);
        if (run.outputSizes === null) end({ kind: "opened" });
        return true;
      case "progress":
        if (message.completedPasses < completedPasses || message.completedPasses > run.totalPasses)
          return false;
        completedPasses = message.completedPasses;
        run.onPasses?.(completedPasses);
        return true;
      case "completed":
        hasCompleted = true;
        return completedPasses === run.totalPasses && endIfComplete();
      case "ready":
        // Nobody asked it to serve.
        return false;
      case "failed":
      case "unavailable":
        end({ kind: message.type, reason: message.reason });
        return true;
    }
  };
  const readMessages = createMessageReader(take);
  control.on("data", (chunk: Buffer) => {
    if (!readMessages(chunk)) end({ kind: "protocol" });
  });
  output.on("data", (chunk: Buffer) => {
    if (isEnding()) return;
    if (outputs.add(chunk)) endIfComplete();
    else end({ kind: "protocol" });
  });
  const abort = (): void => end({ kind: "aborted" });
  run.signal?.addEventListener("abort", abort, { once: true });
  if (run.signal?.aborted) abort();
  try {
    return { ...(await remains()), adapter };
  } finally {
    clearTimeout(limitTimer);
    run.signal?.removeEventListener("abort", abort);
  }
}
