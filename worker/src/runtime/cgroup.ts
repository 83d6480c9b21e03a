import { mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findCgroupMounts, type CgroupMount } from "./cgroupMounts.ts";
import type { MemoryGuard } from "./memoryLimit.ts";

const NAME_PREFIX = "wattle-job-";
const REMOVAL_TRIES = 50;
const REMOVAL_PAUSE_MS = 20;

/** The cgroup below which the cgroups of jobs are made. */
export interface CgroupHome {
  readonly version: 1 | 2;
  readonly folder: string;
}

/** Files of a version's memory controller. */
const FILES = {
  1: {
    limit: "memory.limit_in_bytes",
    withSwap: "memory.memsw.limit_in_bytes",
    events: "memory.oom_control",
  },
  2: { limit: "memory.max", withSwap: "memory.swap.max", events: "memory.events" },
} as const;

const tryWrite = (path: string, content: string): boolean => {
  try {
    // On a cgroup file system this fails for a file that the kernel did not put there.
    writeFileSync(path, content);
    return true;
  } catch {
    return false;
  }
};

const readWords = (path: string): string[] => {
  try {
    return readFileSync(path, "utf8").split(/\s+/).filter(Boolean);
  } catch {
    return [];
  }
};

/** Whether the children of a version 2 cgroup have a memory controller, after asking for it where it is off. */
export function hasMemoryController(folder: string): boolean {
  if (!readWords(join(folder, "cgroup.controllers")).includes("memory")) return false;
  const control = join(folder, "cgroup.subtree_control");
  // The kernel refuses this where the cgroup holds processes itself: its parent may be the one that was delegated.
  return readWords(control).includes("memory") || tryWrite(control, "+memory");
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};

/** Removes the cgroups of workers that were killed before they could. */
const sweep = (folder: string): void => {
  for (const name of readdirSync(folder)) {
    const owner = /^wattle-job-(\d+)-\d+$/.exec(name)?.[1];
    if (owner === undefined || isAlive(Number(owner))) continue;
    try {
      rmdirSync(join(folder, name));
    } catch {
      // Still holds a dying process; the next start tries again.
    }
  }
};

const canHoldJobs = (version: 1 | 2, folder: string): boolean => {
  if (version === 2 && !hasMemoryController(folder)) return false;
  const probe = join(folder, `${NAME_PREFIX}${process.pid}-0`);
  try {
    mkdirSync(probe);
  } catch {
    return false;
  }
  const isWritable = tryWrite(join(probe, FILES[version].limit), version === 1 ? "-1" : "max");
  try {
    rmdirSync(probe);
  } catch {
    return false;
  }
  return isWritable;
};

const candidatesOf = (mount: CgroupMount): string[] =>
  mount.folder === mount.mountPoint ? [mount.folder] : [mount.folder, dirname(mount.folder)];

/**
 * Finds a cgroup that takes children with a memory limit: the worker's own, or the one above it, which is where a
 * service manager that delegates a subtree leaves room.
 *
 * @param procFolder Where the kernel's view of processes is mounted.
 */
export function findCgroupHome(procFolder: string): CgroupHome | undefined {
  for (const mount of findCgroupMounts(procFolder)) {
    for (const folder of candidatesOf(mount)) {
      if (!canHoldJobs(mount.version, folder)) continue;
      sweep(folder);
      return { version: mount.version, folder };
    }
  }
  return undefined;
}

const remove = async (folder: string): Promise<void> => {
  for (let attempt = 1; ; attempt++) {
    try {
      rmdirSync(folder);
      return;
    } catch (error) {
      // A killed process stays in its cgroup for a moment. What is still there later is swept at the next start.
      if (attempt === REMOVAL_TRIES || (error instanceof Error && "code" in error && error.code === "ENOENT"))
        return;
      await sleep(REMOVAL_PAUSE_MS);
    }
  }
};

let made = 0;

/**
 * Makes the cgroup of one job, swap included in the limit.
 *
 * @throws when the kernel refuses, such as when the home has vanished.
 */
export function createCgroupGuard(home: CgroupHome, limitBytes: number): MemoryGuard {
  const folder = join(home.folder, `${NAME_PREFIX}${process.pid}-${++made}`);
  const files = FILES[home.version];
  mkdirSync(folder);
  try {
    writeFileSync(join(folder, files.limit), String(limitBytes));
  } catch (error) {
    rmdirSync(folder);
    throw error;
  }
  // Neither exists on a kernel that does not account for swap.
  tryWrite(join(folder, files.withSwap), home.version === 1 ? String(limitBytes) : "0");
  if (home.version === 2) tryWrite(join(folder, "memory.oom.group"), "1");
  return {
    attach: (pid) => writeFileSync(join(folder, "cgroup.procs"), String(pid)),
    wasExceeded: () => {
      const words = readWords(join(folder, files.events));
      const kills = words[words.indexOf("oom_kill") + 1];
      return words.includes("oom_kill") && Number(kills) > 0;
    },
    release: async () => remove(folder),
  };
}
