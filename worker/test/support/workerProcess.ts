import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { WorkerEvent } from "../../src/events/workerEvent.ts";
import type { TestProvider } from "./market.ts";
import { compileCacheOf } from "./compileCache.ts";
import { atEnd, TEST_FLAGS } from "./testWorker.ts";
import { until } from "./until.ts";

/** Something that a worker told, and when the line arrived. */
export interface TimedEvent {
  readonly event: WorkerEvent;
  /** As `performance.now()` counts. */
  readonly atMs: number;
}

/** The worker as it ships, in a process of its own. */
export interface WorkerProcess {
  readonly pid: number;
  readonly events: readonly TimedEvent[];
  /** How it ended; null while it runs. */
  ending(): number | NodeJS.Signals | null;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Ends it as an operator does. Returns the exit code. */
  stop(): Promise<number | NodeJS.Signals>;
}

/** The worker's command as it ships, compiled: from TypeScript Node takes far longer to start, for each job anew. */
export const MAIN = fileURLToPath(new URL("../../dist/main.js", import.meta.url));
const STOP_PATIENCE_MS = 90_000;

/**
 * Starts the built worker of a provider, and waits until it has started.
 *
 * @param wrapper A command that replaces itself by the one that follows.
 * @throws Error when it is not built, or ends instead.
 */
export async function startWorkerProcess(
  provider: TestProvider,
  wrapper: readonly string[] = [],
): Promise<WorkerProcess> {
  if (!existsSync(MAIN)) throw new Error("The worker is not built; run `npm run setup` first.");
  const flags = TEST_FLAGS.allowUnsandboxed ? ["--allow-unsandboxed"] : [];
  const run = [process.execPath, MAIN, "run", "--json", ...flags, "--config", provider.configFile];
  const [command = process.execPath, ...args] = [...wrapper, ...run];
  const child = spawn(command, args, {
    env: {
      ...process.env,
      WATTLE_OPERATOR_KEY: provider.operator.privateKey,
      ...compileCacheOf(provider),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const events: TimedEvent[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => {
    events.push({ event: JSON.parse(line) as WorkerEvent, atMs: performance.now() });
  });
  let complaint = "";
  child.stderr
    .setEncoding("utf8")
    .on("data", (text: string) => (complaint = (complaint + text).slice(-2000)));
  const endWithThisProcess = (): void => void child.kill("SIGKILL");
  process.once("exit", endWithThisProcess);
  const ended = once(child, "exit").then(() => process.off("exit", endWithThisProcess));
  const kill = async (): Promise<void> => {
    child.kill("SIGKILL");
    await ended;
  };
  atEnd(kill);
  await until("the worker has started", () => {
    const how = endingOf(child);
    if (how !== null) throw new Error(`the worker ended (${how}) instead of starting: ${complaint}`);
    return events.some(({ event }) => event.event === "started");
  });
  return {
    pid: child.pid ?? 0,
    events,
    ending: () => endingOf(child),
    kill,
    stop: async () => {
      child.kill("SIGTERM");
      await Promise.race([ended, sleep(STOP_PATIENCE_MS, null, { ref: false })]);
      const how = endingOf(child);
      if (how === null) throw new Error(`the worker did not stop within ${STOP_PATIENCE_MS} ms`);
      return how;
    },
  };
}

function endingOf({ exitCode, signalCode }: ChildProcess): number | NodeJS.Signals | null {
  return exitCode ?? signalCode;
}

/** Memory that a process holds, in bytes, and its open descriptors. */
export function usageOf(pid: number): { readonly rssBytes: number; readonly descriptors: number } {
  const [, kib = "0"] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return { rssBytes: Number(kib) * 1024, descriptors: readdirSync(`/proc/${pid}/fd`).length };
}
