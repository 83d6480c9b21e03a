import { constants } from "node:os";
import { RuntimeFaultError } from "./errors.ts";
import type { ChildAdapter, ChildMessage } from "./childProtocol.ts";
import type { MemoryGuard, MemoryLimiter } from "./memoryLimit.ts";
import { createMessageReader } from "./messageReader.ts";
import { createOutputCollector } from "./outputCollector.ts";
import { spawnLaunch, type Launch, type SpawnedLaunch } from "./spawnLaunch.ts";

/** One process to run, and its bounds. */
export interface ChildRun {
  readonly launch: Launch;
  /** Wall time in milliseconds after which the process is killed. */
  readonly limitMs: number;
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
  | { readonly kind: "opened" }
  | { readonly kind: "completed"; readonly outputs: readonly Uint8Array[] }
  | { readonly kind: "failed"; readonly reason: string }
  | { readonly kind: "unavailable"; readonly reason: string }
  | { readonly kind: "run-limit" }
  | { readonly kind: "memory-limit" }
  | { readonly kind: "protocol" }
  | { readonly kind: "aborted" }
  | { readonly kind: "died"; readonly how: string };

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

/** How long a killed process may take to vanish: one that waits for its driver in the kernel takes longer. */
const KILL_GRACE_MS = 5_000;

const SIGNAL_NAMES = new Map(Object.entries(constants.signals).map(([name, number]) => [number, name]));

/** Names an end; bubblewrap, like a shell, passes a signal on as an exit code above 128. */
const describeEnd = (code: number | null, signal: NodeJS.Signals | null): string => {
  const name = signal ?? SIGNAL_NAMES.get((code ?? 0) - 128);
  return name === undefined ? `it exited with code ${code}` : `it was killed by ${name}`;
};

const createGuard = ({ limiter, memoryBytes }: ChildRun, kill: () => void): MemoryGuard => {
  try {
    return limiter.createGuard(memoryBytes, kill);
  } catch (error) {
    throw new RuntimeFaultError("A job's memory could not be limited.", error);
  }
};

/**
 * Runs a job's process to its end: whatever happens, it is dead and its limits are released when this returns.
 *
 * @throws RuntimeFaultError when it cannot be started, limited or killed.
 */
export async function runChild(run: ChildRun): Promise<ChildReport> {
  let ending: ChildEnding | undefined;
  let elapsedMs = 0;
  let adapter: ChildAdapter | undefined;
  let completedPasses = 0;
  let hasCompleted = false;
  const startedAt = performance.now();
  const outputs = createOutputCollector(run.outputSizes ?? []);

  const guard = createGuard(run, () => end({ kind: "memory-limit" }));
  let spawned: SpawnedLaunch;
  try {
    spawned = spawnLaunch(run.launch, (pid) => guard.attach(pid));
  } catch (error) {
    await guard.release();
    throw new RuntimeFaultError("A job's process could not be started.", error);
  }
  const { child, control, output, stderrTail, kill } = spawned;

  let reject: (fault: RuntimeFaultError) => void = () => {};
  const closed = new Promise<ChildEnding>((resolve, rejectClosed) => {
    reject = rejectClosed;
    child.once("close", (code, signal) => {
      if (ending === undefined) elapsedMs = performance.now() - startedAt;
      resolve(ending ?? { kind: "died", how: describeEnd(code, signal) });
    });
  });
  child.once("error", (error) => {
    reject(new RuntimeFaultError(`A job's process could not be started (${error.message}).`, error));
  });

  let graceTimer: NodeJS.Timeout | undefined;
  const end = (how: ChildEnding): void => {
    if (ending !== undefined) return;
    ending = how;
    elapsedMs = performance.now() - startedAt;
    kill();
    graceTimer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new RuntimeFaultError("A job's process could not be killed; its driver may hang."));
    }, KILL_GRACE_MS);
  };
  const endIfComplete = (): boolean => {
    if (hasCompleted && outputs.isComplete()) end({ kind: "completed", outputs: outputs.outputs() });
    return true;
  };
  const take = (message: ChildMessage): boolean => {
    if (ending !== undefined) return true;
    // Only a process that has not opened its device may say these, and no other may say anything else.
    if ((adapter === undefined) !== (message.type === "opened" || message.type === "unavailable"))
      return false;
    switch (message.type) {
      case "opened":
        adapter = message.adapter;
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
    if (ending !== undefined) return;
    if (outputs.add(chunk)) endIfComplete();
    else end({ kind: "protocol" });
  });
  const limitTimer = setTimeout(() => end({ kind: "run-limit" }), Math.min(run.limitMs, LONGEST_TIMER_MS));
  const abort = (): void => end({ kind: "aborted" });
  run.signal?.addEventListener("abort", abort, { once: true });
  if (run.signal?.aborted) abort();
  try {
    const how = await closed;
    const isOverMemory = how.kind === "died" && guard.wasExceeded();
    return {
      ending: isOverMemory ? { kind: "memory-limit" } : how,
      adapter,
      elapsedMs: Math.round(elapsedMs),
      stderrTail: stderrTail(),
    };
  } finally {
    clearTimeout(limitTimer);
    clearTimeout(graceTimer);
    run.signal?.removeEventListener("abort", abort);
    await guard.release();
  }
}
