import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";

/** What the tests said of a source. */
export type Verdict = "killed" | "survived" | "does not compile" | "timed out";

/** A copy of the contracts and their tests, to break and test while the repository stays as it is. */
export interface Workshop {
  /**
   * Puts another text in the place of a source, runs tests, and puts the source back.
   *
   * @returns The verdict, and what the runner printed.
   */
  test(parameters: TestParameters): Promise<{ readonly verdict: Verdict; readonly output: string }>;
}

/** What {@link Workshop.test} takes. */
export interface TestParameters {
  readonly file: string;
  readonly original: string;
  readonly text: string;
  readonly tests: readonly string[];
  readonly timeoutMs: number;
}

// The shipped pipeline takes half a minute for the largest contract; the least that it can do takes a tenth of that
// and changes no behavior that a test could see.
const CONFIG = `import config from "./hardhat.config.ts";

const quick = {
  enabled: true,
  details: {
    peephole: false, inliner: false, jumpdestRemover: false, orderLiterals: false, deduplicate: false, cse: false,
    constantOptimizer: false, yul: true, yulDetails: { stackAllocation: true, optimizerSteps: "u" },
  },
};
for (const profile of Object.values(config.solidity.profiles)) {
  const all = new Set([...profile.compilers, ...Object.values(profile.overrides)]);
  for (const { settings } of all) if (settings.viaIR) settings.optimizer = quick;
}
export default config;
`;
const COMPILE_ERROR = /compilation failed|HHE9\d\d/i;

/**
 * Lays out the copy below the repository's cache folder, where it finds the same packages. What was compiled there
 * before is used again.
 *
 * @param root The repository.
 * @param seed Of the fuzz tests, 0x hex: a survivor must survive again.
 */
export function openWorkshop(root: string, seed: string): Workshop {
  const folder = `${root}/cache/mutants`;
  mkdirSync(folder, { recursive: true });
  for (const part of ["contracts", "test", "scripts", "hardhat.config.ts", "package.json"]) {
    rmSync(`${folder}/${part}`, { recursive: true, force: true });
    cpSync(`${root}/${part}`, `${folder}/${part}`, { recursive: true });
  }
  writeFileSync(`${folder}/hardhat.mutants.config.ts`, CONFIG);
  return {
    test: async ({ file, original, text, tests, timeoutMs }) => {
      writeFileSync(`${folder}/${file}`, text);
      try {
        return await runTests(folder, tests, seed, timeoutMs);
      } finally {
        writeFileSync(`${folder}/${file}`, original);
      }
    },
  };
}

async function runTests(
  folder: string,
  tests: readonly string[],
  seed: string,
  timeoutMs: number,
): Promise<{ verdict: Verdict; output: string }> {
  const child = spawn(
    "hardhat",
    ["--config", "hardhat.mutants.config.ts", "test", "solidity", ...tests],
    // A group of its own: the command is a script that starts Node.
    {
      cwd: folder,
      env: { ...process.env, WATTLE_SEED: seed },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    },
  );
  const endWithThisProcess = (): void => {
    kill(child);
  };
  process.once("exit", endWithThisProcess);
  let output = "";
  let hasFailed = false;
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    kill(child);
  }, timeoutMs);
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (chunk: string) => {
      output += chunk;
      // One failed test is enough.
      if (!/^\s*✘|^\s*\d+\) /m.test(output)) return;
      hasFailed = true;
      kill(child);
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  clearTimeout(timer);
  process.off("exit", endWithThisProcess);
  if (isLate) return { verdict: "timed out", output };
  if (!hasFailed && COMPILE_ERROR.test(output)) return { verdict: "does not compile", output };
  return { verdict: hasFailed || code !== 0 ? "killed" : "survived", output };
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  process.kill(-child.pid, "SIGKILL");
}
