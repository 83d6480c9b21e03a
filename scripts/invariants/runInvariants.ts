import { spawn } from "node:child_process";
import { globSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { followProcess } from "../followProcess.ts";
import { Reach } from "./Reach.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const reachFile = fileURLToPath(new URL("../../cache/invariant-reach.jsonl", import.meta.url));
const PROGRESS_MS = 1_000;

/** How a run of all invariants ended. */
export interface InvariantsResult {
  readonly ok: boolean;
  readonly output: string;
  readonly reach: Reach;
  readonly seconds: number;
}

/**
 * Runs all invariants, and sums up what their handlers reached.
 *
 * @param seed 0x and 64 digits.
 * @param earlier Counts of runs before, to which this one's are added. Default: none.
 * @param env Further variables for Hardhat's configuration.
 * @param tell Gets the runner's output as it comes.
 * @param onProgress Gets the number of runs that are over, each second.
 * @param signal Ends the runner; nothing of it is left then.
 */
export async function runInvariants({
  seed,
  earlier,
  env = {},
  tell,
  onProgress,
  signal,
}: {
  seed: string;
  earlier?: Reach | undefined;
  env?: Readonly<Record<string, string>>;
  tell: (text: string) => void;
  onProgress?: (runs: number) => void;
  signal?: AbortSignal;
}): Promise<InvariantsResult> {
  const started = Date.now();
  rmSync(reachFile, { force: true });
  const reach = earlier ?? new Reach(reachFile);
  reach.startOver();
  // Handlers and stores too: the runner knows only contracts of files that it was given.
  const files = globSync("test/invariant/**/*.sol", { cwd: root }).sort();
  const child = spawn("hardhat", ["test", "solidity", ...files], {
    cwd: root,
    env: { ...process.env, npm_config_loglevel: "error", ...env, WATTLE_SEED: seed, WATTLE_REACH: "1" },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, which ends as one: the compiler is a process too, and the runner's threads hear of no polite end.
    detached: signal !== undefined,
  });
  signal?.addEventListener(
    "abort",
    () => {
      if (child.pid === undefined || child.exitCode !== null) return;
      process.kill(-child.pid, "SIGKILL");
    },
    { once: true },
  );
  const followed = followProcess(child, tell);
  const timer = setInterval(() => {
    reach.read();
    onProgress?.(reach.runs);
  }, PROGRESS_MS);
  const ok = await followed.ended;
  clearInterval(timer);
  reach.read();
  rmSync(reachFile, { force: true });
  return { ok, output: followed.output(), reach, seconds: (Date.now() - started) / 1000 };
}
