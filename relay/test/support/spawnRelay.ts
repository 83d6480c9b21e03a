import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { TestContext } from "node:test";
import type { RelayOptions } from "../../src/relayOptions.ts";

/** A relay in a process of its own. */
export interface SpawnedRelay {
  readonly url: string;
  readonly process: ChildProcess;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
}

const SCRIPT = join(import.meta.dirname, "relayProcess.ts");

/** Starts a relay in a process of its own, behind `wrapper` (a shell's words) where given. */
export async function spawnRelay(
  t: TestContext,
  options: Partial<RelayOptions>,
  wrapper: readonly string[] = [],
): Promise<SpawnedRelay> {
  const [command = "", ...args] = [...wrapper, process.execPath, SCRIPT, JSON.stringify(options)];
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill("SIGKILL");
    await exited;
  };
  t.after(kill);
  const lines = createInterface({ input: child.stdout });
  const first = await Promise.race([once(lines, "line"), once(child, "exit")]);
  const [url] = first as unknown[];
  if (typeof url !== "string") throw new Error(`the relay ended with ${String(url)}`);
  return { url, process: child, kill };
}
