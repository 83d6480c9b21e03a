import type { Mutation, Range } from "./makeMutations.ts";

/** A mutation, by the number that selects it. */
export interface Numbered {
  readonly id: number;
  readonly mutation: Mutation;
}

/** A source that holds many mutants, and which part of it is whose. */
export interface Woven {
  readonly text: string;
  readonly spans: readonly (Range & { readonly id: number })[];
}

/**
 * What selects a mutant: the compiler leaves this word wherever it is compared, and who puts a mutant's number in its
 * place has compiled that mutant. Nobody's number is this large.
 */
export const MARKER = "7e1f5c0a93d24b68b5a7d1c3e9f0826475bd3a1c8e6f9042d7b1a5c3f8e60917";
const NAME = "SELECTED_MUTANT";

/**
 * Writes mutations of a source side by side. A body becomes a choice between whole bodies, so that scopes, returned
 * variables and `_` mean what they meant; a constant becomes a choice between values.
 *
 * @param text The source.
 * @param numbered Mutations of bodies and constants; those of headers can only be compiled alone.
 */
export function weaveMutants(text: string, numbered: readonly Numbered[]): Woven {
  const scopes = new Map<number, { readonly scope: Range; readonly mutants: Numbered[] }>();
  for (const one of numbered) {
    const { scope } = one.mutation;
    const entry = scopes.get(scope.start) ?? { scope, mutants: [] };
    entry.mutants.push(one);
    scopes.set(scope.start, entry);
  }
  const spans: (Range & { id: number })[] = [];
  let woven = "";
  let copied = 0;
  for (const { scope, mutants } of [...scopes.values()].sort((a, b) => a.scope.start - b.scope.start)) {
    woven += text.slice(copied, scope.start);
    const isBody = mutants[0]?.mutation.kind === "body";
    for (const { id, mutation } of mutants) {
      woven += isBody ? `\nif (${NAME} == ${String(id)}) {` : `${NAME} == ${String(id)} ? (`;
      const start = woven.length;
      woven += text.slice(scope.start, mutation.start) + mutation.replacement;
      woven += text.slice(mutation.end, scope.end);
      spans.push({ id, start, end: woven.length });
      woven += isBody ? "\n} else" : ") : ";
    }
    const original = text.slice(scope.start, scope.end);
    woven += isBody ? ` {${original}\n}\n` : `(${original})`;
    copied = scope.end;
  }
  woven += `${text.slice(copied)}\nuint256 constant ${NAME} = 0x${MARKER};\n`;
  return { text: woven, spans };
}

/** The bytecode of one mutant among those that were compiled together; of none with the number 0. */
export function selectMutant(bytecode: string, id: number): string {
  return bytecode.replaceAll(MARKER, id.toString(16).padStart(64, "0"));
}
