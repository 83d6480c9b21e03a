import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import type { MemoryGuard } from "./memoryLimit.ts";

const POLL_INTERVAL_MS = 50;

/** Reads a file of /proc; empty when its process is gone, which may happen between any two reads. */
const readProc = (path: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
};

const childrenOf = (procFolder: string, pid: number): number[] => {
  let threads: string[];
  try {
    threads = readdirSync(`${procFolder}/${pid}/task`);
  } catch {
    return [];
  }
  return threads.flatMap((thread) =>
    readProc(`${procFolder}/${pid}/task/${thread}/children`).split(" ").filter(Boolean).map(Number),
  );
};

/**
 * Adds up the memory that a process and its descendants hold: pages of their own and shared ones, but no pages of
 * files, which the kernel can drop.
 *
 * @returns Bytes; 0 when the process is gone. Pages that two of them share count twice.
 */
export function heldBytesOfTree(procFolder: string, pid: number): number {
  const status = readProc(`${procFolder}/${pid}/status`);
  const kibibytes = [...status.matchAll(/^Rss(?:Anon|Shmem):\s+(\d+) kB$/gm)].map((match) =>
    Number(match[1]),
  );
  const own = kibibytes.reduce((sum, size) => sum + size * 1024, 0);
  return childrenOf(procFolder, pid).reduce((sum, child) => sum + heldBytesOfTree(procFolder, child), own);
}

/** Bounds memory by looking at it every {@link POLL_INTERVAL_MS} and killing what holds too much. */
export function createWatchdogGuard(procFolder: string, limitBytes: number, kill: () => void): MemoryGuard {
  let timer: NodeJS.Timeout | undefined;
  let isExceeded = false;
  return {
    attach: (pid) => {
      try {
        // If the whole machine runs out first, the kernel should take the job and not the worker.
        writeFileSync(`${procFolder}/${pid}/oom_score_adj`, "1000");
      } catch {
        // The process may be gone already; the poll finds that out.
      }
      timer = setInterval(() => {
        if (heldBytesOfTree(procFolder, pid) <= limitBytes) return;
        isExceeded = true;
        clearInterval(timer);
        kill();
      }, POLL_INTERVAL_MS);
    },
    wasExceeded: () => isExceeded,
    release: async () => clearInterval(timer),
  };
}
