import { closingOf, maskSolidity } from "./maskSolidity.ts";
import { mutateConditions, mutateTokens } from "./mutateTokens.ts";
import { removeModifiers, removeStatements } from "./removeCode.ts";
import { type Names, swapAddresses, swapConstants } from "./swapNames.ts";
import { swapStatements } from "./swapStatements.ts";

/** Offsets in a source: from the first that belongs to it to the first that no longer does. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Another text for a part of a source. */
export interface Change extends Range {
  readonly replacement: string;
  /** What is changed into what, where the two texts would not show it. */
  readonly label?: string;
}

/** One small change of a source. */
export interface Mutation extends Change {
  /** What is changed into what, on one line. */
  readonly name: string;
  /** Where it is: in a function's body, in a constant's value, or in a function's header. */
  readonly kind: "body" | "constant" | "header";
  /** The whole body, value or header. */
  readonly scope: Range;
}

/**
 * Makes every mutation of a source that the rules know: operators, boundaries, literals and named constants,
 * conditions, statements (checks, effects and events alike) taken out or in another order, addresses, modifiers.
 *
 * @param source Solidity.
 * @param names What the sources declare.
 * @returns The mutations in the order of the source.
 */
export function makeMutations(source: string, names: Names): Mutation[] {
  const code = maskSolidity(source);
  const inBodies = bodiesOf(code).flatMap(({ header, ...scope }) =>
    [
      ...mutateTokens(code, scope),
      ...mutateConditions(code, scope),
      ...removeStatements(code, scope),
      ...swapStatements(code, scope, source),
      ...swapConstants(code, scope, names),
      ...swapAddresses(code, scope, header, names),
    ].map((change) => ({ ...change, kind: "body" as const, scope })),
  );
  const inConstants = constantsOf(code).flatMap((scope) =>
    [...mutateTokens(code, scope), ...swapConstants(code, scope, names)].map((change) => ({
      ...change,
      kind: "constant" as const,
      scope,
    })),
  );
  const inHeaders = removeModifiers(code).map((change) => ({
    ...change,
    kind: "header" as const,
    scope: change,
  }));
  const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();
  return [...inBodies, ...inConstants, ...inHeaders]
    .map((mutation) => {
      const before = oneLine(source.slice(mutation.start, mutation.end));
      const name = mutation.label ?? `${before} → ${oneLine(mutation.replacement) || "nothing"}`;
      return { ...mutation, name };
    })
    .sort((left, right) => left.start - right.start || left.end - right.end);
}

function bodiesOf(code: string): (Range & { header: string })[] {
  const bodies: (Range & { header: string })[] = [];
  for (const { index } of code.matchAll(/\b(?:function|constructor|modifier|receive|fallback)\b/g)) {
    const opening = /[{;]/.exec(code.slice(index));
    if (opening?.[0] !== "{") continue;
    const start = index + opening.index;
    bodies.push({ start: start + 1, end: closingOf(code, start), header: code.slice(index, start) });
  }
  return bodies;
}

function constantsOf(code: string): Range[] {
  return [...code.matchAll(/\bconstant\s+\w+\s*=\s*([^;]*);/g)].map(({ index, 0: text, 1: value = "" }) => ({
    start: index + text.length - 1 - value.length,
    end: index + text.length - 1,
  }));
}
