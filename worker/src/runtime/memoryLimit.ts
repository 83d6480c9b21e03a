import { existsSync } from "node:fs";
import { createCgroupGuard, findCgroupHome } from "./cgroup.ts";
import { MemoryLimitUnavailableError } from "./errors.ts";
import { createWatchdogGuard } from "./watchdog.ts";

/** How memory is bounded: by the kernel, or by a poll that kills a few tens of milliseconds late. */
export type MemoryLimitKind = "cgroup-v2" | "cgroup-v1" | "watchdog";

/** Bounds the memory of one job's processes. */
export interface MemoryGuard {
  /** Puts a process, and all that it starts from now on, under the limit. */
  attach(pid: number): void;
  /** Whether the limit has been hit. Ask before {@link MemoryGuard.release}. */
  wasExceeded(): boolean;
  /** Gives back what the guard holds, once its processes are gone. */
  release(): Promise<void>;
}

/** Makes the guards of a runtime's jobs. */
export interface MemoryLimiter {
  readonly kind: MemoryLimitKind;
  /**
   * @param limitBytes Most memory, in bytes, that the processes may hold together.
   * @param kill Ends the processes; called by a guard that has no kernel to do it.
   */
  createGuard(limitBytes: number, kill: () => void): MemoryGuard;
}

/** Where to look, and what to use. */
export interface MemoryLimiterOptions {
  /** `auto` takes a cgroup where one is writable. */
  readonly limit?: "auto" | "watchdog";
  /** Where the kernel's view of processes is mounted. */
  readonly procFolder?: string;
}

/**
 * Finds the strictest memory limit that this machine offers: a cgroup below the worker's own where that is writable,
 * else a watchdog.
 *
 * @throws MemoryLimitUnavailableError where there is neither.
 *
 * @example
 * ```ts
 * const limiter = openMemoryLimiter();
 * console.log(`jobs are limited by a ${limiter.kind}`);
 * ```
 */
export function openMemoryLimiter(options: MemoryLimiterOptions = {}): MemoryLimiter {
  const procFolder = options.procFolder ?? "/proc";
  const home = options.limit === "watchdog" ? undefined : findCgroupHome(procFolder);
  if (home !== undefined) {
    return {
      kind: `cgroup-v${home.version}`,
      createGuard: (limitBytes) => createCgroupGuard(home, limitBytes),
    };
  }
  if (!existsSync(`${procFolder}/thread-self/children`)) throw new MemoryLimitUnavailableError();
  return {
    kind: "watchdog",
    createGuard: (limitBytes, kill) => createWatchdogGuard(procFolder, limitBytes, kill),
  };
}
