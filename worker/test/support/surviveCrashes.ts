import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { compileCacheOf } from "./compileCache.ts";
import type { TestProvider } from "./market.ts";
import { TEST_FLAGS } from "./testWorker.ts";

/** From one death to the next, at most. */
const PATIENCE_MS = 120_000;

const ENTRY = fileURLToPath(new URL("./crashingWorker.ts", import.meta.url));

/**
 * Starts the provider's worker again and again, and lets it be killed after each change of its state, until it has been
 * killed after all of these and lives on.
 *
 * @param beginnings Of the names of the changes that it is killed after. Default: of all.
 */
export async function surviveCrashes(
  provider: TestProvider,
  changes: readonly string[],
  beginnings: readonly string[] = [""],
): Promise<void> {
  const crashLog = `${provider.configFile}.crashes`;
  await writeFile(crashLog, "");
  const crashes = async (): Promise<string[]> => (await readFile(crashLog, "utf8")).trim().split("\n");
  const isOver = async (): Promise<boolean> => (await crashes()).length >= changes.length;
  for (let starts = 0; starts <= changes.length; starts++) {
    const child = spawn(
      process.execPath,
      [ENTRY, provider.configFile, crashLog, JSON.stringify(TEST_FLAGS), JSON.stringify(beginnings)],
      {
        env: {
          ...process.env,
          WATTLE_OPERATOR_KEY: provider.operator.privateKey,
          ...compileCacheOf(provider),
        },
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    const exit = once(child, "exit");
    const told: string[] = [];
    createInterface({ input: child.stdout }).on("line", (line) => told.push(line));
    const patience = new AbortController();
    try {
      const tooLong = sleep(PATIENCE_MS, ["in vain"], { signal: patience.signal }).catch(() => []);
      const ending: unknown[] | null = await Promise.race([
        exit,
        (await isOver()) ? lives(child) : exit,
        tooLong,
      ]);
      if (ending === null) break;
      const what = `the worker ended by itself, or not at all; it told ${told.join("\n")}`;
      assert.deepEqual(ending, [null, "SIGKILL"], what);
    } finally {
      patience.abort();
      child.kill("SIGKILL");
      await exit;
    }
  }
  assert.deepEqual((await crashes()).sort(), [...changes].sort());
}

/** Resolves with null once a worker has started and lived on for a while. */
async function lives(child: ChildProcess): Promise<null> {
  if (child.stdout !== null) await once(child.stdout, "data");
  await sleep(1000);
  return null;
}
