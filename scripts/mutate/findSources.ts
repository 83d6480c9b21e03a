import { globSync, readFileSync } from "node:fs";
import { basename, dirname, posix } from "node:path";

/** A source that ships, and the tests that are to notice a change of it. */
export interface MutableSource {
  /** Path from the repository's root. */
  readonly file: string;
  readonly text: string;
  /** Names of the contracts that it is part of. */
  readonly contracts: readonly string[];
  /** Paths of its unit tests, from the repository's root. */
  readonly tests: readonly string[];
}

/**
 * Finds what ships and holds code, each with the unit tests of every contract that it is part of.
 *
 * @param root The repository.
 * @throws Error when a source is part of no contract that has unit tests.
 */
export function findSources(root: string): MutableSource[] {
  const find = (pattern: string): string[] =>
    globSync(pattern, { cwd: root })
      .map((file) => file.replaceAll("\\", "/"))
      .sort();
  const texts = new Map(
    find("contracts/**/*.sol").map((file) => [file, readFileSync(`${root}/${file}`, "utf8")] as const),
  );
  const partsOf = (file: string, seen = new Set<string>()): Set<string> => {
    const text = texts.get(file);
    if (text === undefined || seen.has(file)) return seen;
    seen.add(file);
    for (const [, target = ""] of text.matchAll(/^import\s[^;]*?from\s+"(\.[^"]+)"/gm)) {
      partsOf(posix.join(dirname(file), target), seen);
    }
    return seen;
  };
  const contracts = find("contracts/*.sol").map((file) => ({
    name: basename(file, ".sol"),
    parts: partsOf(file),
    tests: find(`test/unit/${basename(file, ".sol")}/**/*.t.sol`),
  }));
  return find("contracts/{*,abstracts/*,libraries/*}.sol").map((file) => {
    const users = contracts.filter(({ parts }) => parts.has(file));
    const tests = users.flatMap((contract) => contract.tests);
    if (tests.length === 0) throw new Error(`${file} is part of no contract that has tests in test/unit.`);
    return { file, text: texts.get(file) ?? "", contracts: users.map(({ name }) => name), tests };
  });
}
