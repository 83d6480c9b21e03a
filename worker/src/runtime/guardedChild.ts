import { constants } from "node:os";
import { RuntimeFaultError } from "./errors.ts";
import type { MemoryGuard, MemoryLimiter } from "./memoryLimit.ts";
import { spawnLaunch, type Launch, type SpawnedLaunch } from "./spawnLaunch.ts";

/** A process to start, and what bounds its memory. */
export interface GuardedLaunch {
  readonly launch: Launch;
  readonly limiter: MemoryLimiter;
  readonly memoryBytes: number;
}

/** Ends that nobody asked for. */
export type ChildDeath = { readonly kind: "memory-limit" } | { readonly kind: "died"; readonly how: string };

/** What a process left behind. */
export interface ChildRemains<Ending> {
  readonly ending: Ending | ChildDeath;
  /** Wall time from its start to its end, in milliseconds. */
  readonly elapsedMs: number;
  /** The end of what it wrote to stderr. */
  readonly stderrTail: string;
}

/** A process under a memory limit. */
export interface GuardedChild<Ending> extends Pick<SpawnedLaunch, "input" | "control" | "output"> {
  /** Whether it was told to end. */
  isEnding(): boolean;
  /** Kills it. What was said first is its ending. */
  end(how: Ending | ChildDeath): void;
  /**
   * Resolves when it is dead and its limits are released.
   *
   * @throws RuntimeFaultError when it cannot be started or killed.
   */
  remains(): Promise<ChildRemains<Ending>>;
}

/** How long a killed process may take to vanish: one that waits for its driver in the kernel takes longer. */
const KILL_GRACE_MS = 5_000;

const SIGNAL_NAMES = new Map(Object.entries(constants.signals).map(([name, number]) => [number, name]));

/** Names an end; bubblewrap, like a shell, passes a signal on as an exit code above 128. */
const describeEnd = (code: number | null, signal: NodeJS.Signals | null): string => {
  const name = signal ?? SIGNAL_NAMES.get((code ?? 0) - 128);
  return name === undefined ? `it exited with code ${code}` : `it was killed by ${name}`;
};

const createGuard = ({ limiter, memoryBytes }: GuardedLaunch, kill: () => void): MemoryGuard => {
  try {
    return limiter.createGuard(memoryBytes, kill);
  } catch (error) {
    throw new RuntimeFaultError("A job's memory could not be limited.", error);
  }
};

/**
 * Starts a process under a memory limit.
 *
 * @throws RuntimeFaultError when it cannot be started or limited.
 */
export async function startGuardedChild<Ending>(start: GuardedLaunch): Promise<GuardedChild<Ending>> {
  let ending: Ending | ChildDeath | undefined;
  let elapsedMs = 0;
  const startedAt = performance.now();
  const guard = createGuard(start, () => end({ kind: "memory-limit" }));
  let spawned: SpawnedLaunch;
  try {
    spawned = spawnLaunch(start.launch, (pid) => guard.attach(pid));
  } catch (error) {
    await guard.release();
    throw new RuntimeFaultError("A job's process could not be started.", error);
  }
  const { child, input, control, output, stderrTail, kill } = spawned;

  let reject: (fault: RuntimeFaultError) => void = () => {};
  let graceTimer: NodeJS.Timeout | undefined;
  const closed = new Promise<Ending | ChildDeath>((resolve, rejectClosed) => {
    reject = rejectClosed;
    child.once("close", (code, signal) => {
      if (ending === undefined) elapsedMs = performance.now() - startedAt;
      resolve(ending ?? { kind: "died", how: describeEnd(code, signal) });
    });
  });
  child.once("error", (error) => {
    reject(new RuntimeFaultError(`A job's process could not be started (${error.message}).`, error));
  });
  const end = (how: Ending | ChildDeath): void => {
    if (ending !== undefined) return;
    ending = how;
    elapsedMs = performance.now() - startedAt;
    kill();
    graceTimer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new RuntimeFaultError("A job's process could not be killed; its driver may hang."));
    }, KILL_GRACE_MS);
  };
  const remains = async (): Promise<ChildRemains<Ending>> => {
    try {
      const how = await closed;
      // Nobody asked for its end: it may be the kernel's answer to a hit limit.
      const isOverMemory = ending === undefined && guard.wasExceeded();
      return {
        ending: isOverMemory ? { kind: "memory-limit" } : how,
        elapsedMs: Math.round(elapsedMs),
        stderrTail: stderrTail(),
      };
    } finally {
      clearTimeout(graceTimer);
      await guard.release();
    }
  };
  const gone = remains();
  // Whoever waits sees the failure; it must not end the worker before somebody does.
  gone.catch(() => undefined);
  return { input, control, output, isEnding: () => ending !== undefined, end, remains: () => gone };
}
