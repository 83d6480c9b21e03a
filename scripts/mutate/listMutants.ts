import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { findSources, type MutableSource } from "./findSources.ts";
import { makeMutations, type Mutation } from "./makeMutations.ts";
import { collectNames } from "./swapNames.ts";

/** A source with one mutation. */
export interface Mutant {
  /** What selects it among those that are compiled with it; from 1. */
  readonly id: number;
  readonly source: MutableSource;
  readonly mutation: Mutation;
  readonly lineNumber: number;
  /** The whole line on which the mutation begins, trimmed. */
  readonly line: string;
  /** Which of those that read the same it is, from 1: operators of one line, or lines that are there twice. */
  readonly occurrence: number;
}

/** A mutant that behaves as the original does, or differs where the design says that nobody may rely on it. */
export interface Equivalent {
  readonly file: string;
  readonly line: string;
  /** As the run prints it. */
  readonly mutation: string;
  /** Where several read the same; without it, all of them. */
  readonly occurrence?: number;
  readonly reason: string;
}

/** Makes every mutant of what ships. */
export function listMutants(root: string): Mutant[] {
  const names = collectNames(
    globSync("contracts/**/*.sol", { cwd: root, exclude: ["contracts/mocks/**"] }).map((file) =>
      readFileSync(`${root}/${file}`, "utf8"),
    ),
  );
  let id = 0;
  const seen = new Map<string, number>();
  return findSources(root).flatMap((source) =>
    makeMutations(source.text, names).map((mutation) => {
      const before = source.text.slice(0, mutation.start).split("\n");
      const line = source.text.split("\n")[before.length - 1] ?? "";
      const key = `${source.file}\n${line.trim()}\n${mutation.name}`;
      const occurrence = (seen.get(key) ?? 0) + 1;
      seen.set(key, occurrence);
      id += 1;
      return { id, source, mutation, lineNumber: before.length, line: line.trim(), occurrence };
    }),
  );
}

/** Where a mutant is and what it changes, on one line. */
export function placeOf({ source, lineNumber, mutation, occurrence }: Mutant): string {
  const which = occurrence === 1 ? "" : ` (occurrence ${String(occurrence)})`;
  return `${source.file}:${String(lineNumber)}  ${mutation.name}${which}`;
}

/** Whether an entry of equivalent.json is about a mutant. */
export function isEntryOf({ source, line, mutation, occurrence }: Mutant, entry: Equivalent): boolean {
  return (
    entry.file === source.file &&
    entry.line === line &&
    entry.mutation === mutation.name &&
    (entry.occurrence ?? occurrence) === occurrence
  );
}

/**
 * Takes a sample without replacement, the same for the same seed.
 *
 * @param count Of how many; undefined for all.
 */
export function sample(mutants: readonly Mutant[], seed: string, count: number | undefined): Mutant[] {
  if (count === undefined) return [...mutants];
  const rankOf = (mutant: Mutant): string =>
    createHash("sha256")
      .update(`${seed}\n${placeOf(mutant)}\n${String(mutant.mutation.start)}`)
      .digest("hex");
  const ranked = mutants.map((mutant) => ({ mutant, rank: rankOf(mutant) }));
  ranked.sort((left, right) => (left.rank < right.rank ? -1 : 1));
  return ranked
    .slice(0, count)
    .map(({ mutant }) => mutant)
    .sort((left, right) => left.id - right.id);
}
