import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { followProcess } from "./followProcess.ts";

/** What a step that is ended by its limit has to say its last words. */
const ENDING_MS = 10_000;
const root = fileURLToPath(new URL("..", import.meta.url));

/** One thing to run, by itself. */
export interface Step {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** After this long it is ended, and has failed: a test that hangs would keep everything else from being told. */
  readonly limitSeconds?: number;
}

/** How a step ended. */
export interface StepResult {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
  readonly output: string;
}

/**
 * Runs a step to its end.
 *
 * @param tell When its output is printed: as it comes, whole at its end, or only if it fails.
 */
export async function runStep(
  { name, command, args, env, limitSeconds }: Step,
  tell: "live" | "at the end" | "on failure",
): Promise<StepResult> {
  const started = Date.now();
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, npm_config_loglevel: "error", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const followed = followProcess(child, (text) => {
    if (tell === "live") process.stdout.write(text);
  });
  const timers: NodeJS.Timeout[] = [];
  const overdue = new Promise<boolean>((resolve) => {
    if (limitSeconds === undefined) return;
    const end = (): void => {
      console.error(`${name} did not end within ${String(limitSeconds)} s`);
      // The test runner tells what still runs when it is asked to end.
      child.kill("SIGTERM");
      timers.push(
        setTimeout(() => {
          child.kill("SIGKILL");
          for (const stream of [child.stdout, child.stderr]) stream.destroy();
          resolve(false);
        }, ENDING_MS),
      );
    };
    timers.push(setTimeout(end, 1000 * limitSeconds));
  });
  const ok = await Promise.race([followed.ended, overdue]);
  for (const timer of timers) clearTimeout(timer);
  const seconds = (Date.now() - started) / 1000;
  const output = followed.output();
  if (tell === "at the end" || (tell === "on failure" && !ok)) process.stdout.write(output);
  console.log(`${ok ? "✔" : "✘"} ${name} (${seconds.toFixed(1)} s)`);
  return { name, ok, seconds, output };
}
