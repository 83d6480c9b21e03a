import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { maskSolidity } from "./maskSolidity.ts";
import type { Mutant } from "./listMutants.ts";

/** Which test files are likely to notice a mutant. */
export interface TestOrder {
  /** All test files of a mutant, the likeliest first. */
  of(mutant: Mutant): string[];
  /** Notes which file noticed a mutant: the next one of the same function is likely to be noticed there, too. */
  note(mutant: Mutant, file: string): void;
}

/** Reads the tests once. */
export function orderTests(root: string, mutants: readonly Mutant[]): TestOrder {
  const files = new Set(mutants.flatMap(({ source }) => source.tests));
  const texts = new Map([...files].map((file) => [file, readFileSync(`${root}/${file}`, "utf8")]));
  const kills = new Map<string, number>();
  const killsKey = ({ source, mutation }: Mutant, file: string): string =>
    `${source.file} ${String(mutation.scope.start)} ${file}`;
  const scoring = (mutant: Mutant): ((file: string) => number) => {
    const { source, mutation } = mutant;
    const code = maskSolidity(source.text.slice(0, mutation.scope.start));
    const [name = ""] = (code.match(/(?<=\bfunction\s+)\w+/g) ?? []).slice(-1);
    const named = new RegExp(`\\b${name}\\b`);
    // Errors and events have names with an underscore, or follow `emit`.
    const changed = source.text.slice(mutation.start, mutation.end) + mutant.line;
    const told = changed.match(/\b[A-Z]\w*_\w+|(?<=\bemit )\w+/g) ?? [];
    return (file) => {
      const text = texts.get(file) ?? "";
      const isNamed = name !== "" && named.test(text);
      return (
        (kills.get(killsKey(mutant, file)) ?? 0) * 100 +
        told.filter((word) => text.includes(word)).length * 20 +
        (basename(file).startsWith(`${name}.`) ? 10 : 0) +
        (isNamed ? 5 : 0) +
        // Of two that are as likely, the shorter one.
        1 / text.length
      );
    };
  };
  return {
    of: (mutant) => {
      const scoreOf = scoring(mutant);
      const scored = mutant.source.tests.map((file) => ({ file, score: scoreOf(file) }));
      return scored.sort((left, right) => right.score - left.score).map(({ file }) => file);
    },
    note: (mutant, file) => {
      const key = killsKey(mutant, file);
      kills.set(key, (kills.get(key) ?? 0) + 1);
    },
  };
}
