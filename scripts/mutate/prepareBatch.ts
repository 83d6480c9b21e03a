import { type Bytecode, compileSources } from "./compileSources.ts";
import type { MutableSource } from "./findSources.ts";
import type { Mutant } from "./listMutants.ts";
import { weaveMutants, type Woven } from "./weaveMutants.ts";

/** Mutants that were compiled together. */
export interface Batch {
  readonly mutants: readonly Mutant[];
  /** By the contract's name. */
  readonly bytecodes: Readonly<Record<string, Bytecode>>;
}

/** What came of mutants. */
export interface Prepared {
  readonly batches: readonly Batch[];
  /** Those that are no Solidity, which says nothing of the tests. */
  readonly uncompilable: readonly Mutant[];
}

/**
 * Compiles mutants side by side, and those that cannot be, one by one. What the compiler refuses is taken out, and the
 * rest compiled again.
 *
 * @param root The repository.
 * @param mutants Of sources that are parts of the same contracts, at best.
 */
export async function prepareBatch(root: string, mutants: readonly Mutant[]): Promise<Prepared> {
  const isAlone = ({ mutation }: Mutant): boolean => mutation.kind === "header";
  const together = await compileTogether(
    root,
    mutants.filter((mutant) => !isAlone(mutant)),
  );
  const batches = [...together.batches];
  const uncompilable = [...together.uncompilable];
  for (const mutant of [...mutants.filter(isAlone), ...together.alone]) {
    const { source, mutation } = mutant;
    const text =
      source.text.slice(0, mutation.start) + mutation.replacement + source.text.slice(mutation.end);
    const { errors, bytecodes } = await compileSources(
      root,
      new Map([[source.file, text]]),
      source.contracts,
    );
    if (errors.length > 0) uncompilable.push(mutant);
    else batches.push({ mutants: [mutant], bytecodes });
  }
  return { batches, uncompilable };
}

async function compileTogether(
  root: string,
  mutants: readonly Mutant[],
): Promise<Prepared & { readonly alone: readonly Mutant[] }> {
  if (mutants.length === 0) return { batches: [], uncompilable: [], alone: [] };
  const contracts = [...new Set(mutants.flatMap(({ source }) => source.contracts))];
  const uncompilable: Mutant[] = [];
  const alone: Mutant[] = [];
  let left = mutants;
  while (left.length > 0) {
    const woven = weave(left);
    const texts = new Map([...woven].map(([source, { text }]) => [source.file, text]));
    const checked = await compileSources(root, texts, []);
    const compiled = checked.errors.length > 0 ? checked : await compileSources(root, texts, contracts);
    if (compiled.errors.length === 0) {
      return { batches: [{ mutants: left, bytecodes: compiled.bytecodes }], uncompilable, alone };
    }
    const refused = new Set(compiled.errors.flatMap((error) => mutantAt(woven, error.file, error.start)));
    const constants = left.filter(({ mutation }) => mutation.kind === "constant");
    if (refused.size === 0 && constants.length === 0) break;
    // A choice may be refused where the changed value would not be, there or where it is used: assembly wants plain
    // numbers.
    const isOut = ({ id, mutation }: Mutant): boolean =>
      refused.size === 0 ? mutation.kind === "constant" : refused.has(id);
    for (const mutant of left.filter(isOut)) {
      (mutant.mutation.kind === "constant" ? alone : uncompilable).push(mutant);
    }
    left = left.filter((mutant) => !isOut(mutant));
  }
  // What the compiler says of no mutant in particular is found by halves.
  if (left.length < 2) return { batches: [], uncompilable, alone: [...alone, ...left] };
  const middle = Math.ceil(left.length / 2);
  const first = await compileTogether(root, left.slice(0, middle));
  const second = await compileTogether(root, left.slice(middle));
  return {
    batches: [...first.batches, ...second.batches],
    uncompilable: [...uncompilable, ...first.uncompilable, ...second.uncompilable],
    alone: [...alone, ...first.alone, ...second.alone],
  };
}

function weave(mutants: readonly Mutant[]): Map<MutableSource, Woven> {
  const sources = new Set(mutants.map(({ source }) => source));
  return new Map(
    [...sources].map((source) => [
      source,
      weaveMutants(
        source.text,
        mutants.filter((mutant) => mutant.source === source),
      ),
    ]),
  );
}

function mutantAt(
  woven: ReadonlyMap<MutableSource, Woven>,
  file: string | undefined,
  start: number | undefined,
): number[] {
  if (file === undefined || start === undefined) return [];
  return [...woven]
    .filter(([source]) => source.file === file)
    .flatMap(([, { spans }]) => spans.filter((span) => span.start <= start && start < span.end))
    .map(({ id }) => id);
}
