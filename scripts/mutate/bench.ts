import { type ChildProcess, fork } from "node:child_process";
import type { Bytecode } from "./compileSources.ts";

/** What the tests said of a mutant. */
export type Verdict = "killed" | "survived" | "does not compile" | "timed out";

/** What a bench is told. */
export type BenchTask =
  | { readonly bytecodes: Readonly<Record<string, Bytecode>> }
  | {
      /** 0 for the sources as they are. */
      readonly id: number;
      /** In the order in which they are run, up to the first that fails. */
      readonly files: readonly string[];
      /** Of each fuzz test. */
      readonly runs: number;
      readonly seed: string;
    };

/** What a bench answers to the second kind of task. */
export interface BenchAnswer {
  /** The file and the test that failed first, and why. */
  readonly failed?: { readonly file: string; readonly test: string; readonly reason: string };
  /** That the bench itself is broken: not what a mutant does. */
  readonly error?: string;
}

/** A process that runs the unit tests against mutants. */
export interface Bench {
  /** Puts compiled mutants in the place of the contracts of the same names. */
  load(bytecodes: Readonly<Record<string, Bytecode>>): void;
  /**
   * Runs test files against one of the mutants that were loaded.
   *
   * @throws Error when the bench, not a test, fails.
   */
  run(
    task: Omit<Extract<BenchTask, { id: number }>, "seed">,
    timeoutMs: number,
  ): Promise<{ readonly verdict: Verdict; readonly failed?: BenchAnswer["failed"] }>;
  close(): void;
}

/**
 * Opens a bench. It ends with this process.
 *
 * @param root The repository, with everything compiled.
 * @param seed Of the fuzz tests, 0x hex: a survivor must survive again.
 */
export function openBench(root: string, seed: string): Bench {
  let loaded: Readonly<Record<string, Bytecode>> = {};
  let child: ChildProcess | null = null;
  const start = (): ChildProcess => {
    const started = fork(new URL("benchProcess.ts", import.meta.url), {
      cwd: root,
      // One core a bench: what another core could do at the same time is another mutant.
      env: { ...process.env, RAYON_NUM_THREADS: "1", TOKIO_WORKER_THREADS: "1" },
    });
    started.send({ bytecodes: loaded } satisfies BenchTask);
    return started;
  };
  const close = (): void => {
    child?.kill("SIGKILL");
    child = null;
  };
  return {
    load: (bytecodes) => {
      loaded = bytecodes;
      child?.send({ bytecodes } satisfies BenchTask);
    },
    run: async (task, timeoutMs) => {
      child ??= start();
      const answer = await ask(child, { ...task, seed }, timeoutMs);
      // Tests that do not end cannot be stopped, only their process.
      if (answer === null) close();
      if (answer?.error !== undefined) throw new Error(answer.error);
      if (answer === null) return { verdict: "timed out" };
      return answer.failed === undefined
        ? { verdict: "survived" }
        : { verdict: "killed", failed: answer.failed };
    },
    close,
  };
}

async function ask(child: ChildProcess, task: BenchTask, timeoutMs: number): Promise<BenchAnswer | null> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      timer = setTimeout(() => {
        resolve(null);
      }, timeoutMs);
      child.once("message", (answer) => {
        resolve(answer as BenchAnswer);
      });
      child.once("exit", (code, signal) => {
        reject(new Error(`A bench ended (${signal ?? String(code)}); was there enough memory?`));
      });
      child.send(task);
    });
  } finally {
    clearTimeout(timer);
    child.removeAllListeners("message");
    child.removeAllListeners("exit");
  }
}
