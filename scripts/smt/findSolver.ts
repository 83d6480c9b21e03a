import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Steps of z3 for one question: the same on every machine, so that a verdict does not depend on its speed. */
const STEPS_LIMIT = 3_000_000;
/** In case z3 does not count its steps. */
const LIMIT_SECONDS = 60;
/** A cast as the checker writes it: to bits and back, of a number that may be negative. */
const CAST =
  /\(bv2nat \(ite \(>= (\S+) 0\) \(\(_ int2bv (\d+)\) \1\) \(bvneg \(\(_ int2bv \2\) \(- \1\)\)\)\)\)/g;

/** A program that answers SMT-LIB2 questions. */
export interface Solver {
  /** Its name and version, as it says. */
  readonly version: string;
  /** Answers one question, in the solver's own words. */
  readonly answer: (question: string) => string;
}

/** Finds z3 on the PATH; null where there is none. */
export function findSolver(): Solver | null {
  const { status, stdout } = spawnSync("z3", ["--version"], { encoding: "utf8" });
  if (status !== 0) return null;
  return {
    version: stdout.trim(),
    answer: (question) => {
      const folder = mkdtempSync(join(tmpdir(), "wattle-smt-"));
      try {
        const file = join(folder, "question.smt2");
        writeFileSync(file, withoutBits(question));
        const args = ["-smt2", `rlimit=${String(STEPS_LIMIT)}`, `-T:${String(LIMIT_SECONDS)}`, file];
        return spawnSync("z3", args, { encoding: "utf8", maxBuffer: 1 << 28 }).stdout;
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/**
 * The same question with each cast as what it is, a remainder: by SMT-LIB's definitions `bv2nat` of `int2bv` of n bits is
 * the number modulo 2^n, and the checker's detour by bits keeps z3 from most answers.
 */
function withoutBits(question: string): string {
  return question.replace(
    CAST,
    (_, number: string, bits: string) => `(mod ${number} ${String(2n ** BigInt(bits))})`,
  );
}
