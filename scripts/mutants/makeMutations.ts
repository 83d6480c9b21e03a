import { closingOf, maskSolidity } from "./maskSolidity.ts";

/** One small change of a source. */
export interface Mutation {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** What is changed into what, on one line. */
  readonly name: string;
}

/** What an operator becomes. Boundaries move by one; what adds takes away; a check looks the other way. */
const OPERATORS: Readonly<Record<string, string>> = {
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "==": "!=",
  "!=": "==",
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
  "%": "*",
  "+=": "-=",
  "-=": "+=",
  "++": "--",
  "--": "++",
  "&&": "||",
  "||": "&&",
  "&": "|",
  "|": "&",
  "<<": ">>",
  ">>": "<<",
  "!": "",
};
// Longest first; those that the table lacks are found too, so that no part of one is taken for another.
const OPERATOR =
  /=>|\*\*|\+\+|--|<<=|>>=|[+\-*/%|&^]=|<<|>>|<=|>=|==|!=|&&|\|\||[<>+\-*/%&|!]|(?<![\w.])(?:\d[\d_]*|true|false)(?![\w.])/g;
const DECLARATION =
  /^(?!emit\b|delete\b|return\b)[\w.[\]]+(?:\([^()]*\))?\s+(?:(?:memory|storage|calldata)\s+)?\w+\s*(?:=[^=]|$)/;
const HEADER_WORDS =
  /^(?:external|public|internal|private|view|pure|payable|virtual|override|returns|memory|calldata|storage)$/;

interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Makes every mutation of a source that the rules know: operators, boundaries, constants, conditions, statements
 * (checks, effects and events alike) and modifiers. Interfaces of the language itself are left alone.
 *
 * @param source Solidity.
 * @returns The mutations in the order of the source.
 */
export function makeMutations(source: string): Mutation[] {
  const code = maskSolidity(source);
  const bodies = bodiesOf(code);
  const mutations = [
    ...[...bodies, ...constantsOf(code)].flatMap((range) => mutateTokens(code, range)),
    ...bodies.flatMap((body) => [...mutateConditions(code, body), ...removeStatements(code, body)]),
    ...removeModifiers(code),
  ];
  return mutations
    .map((mutation) => {
      const before = source.slice(mutation.start, mutation.end).replaceAll(/\s+/g, " ");
      return { ...mutation, name: `${before} → ${mutation.replacement || "nothing"}` };
    })
    .sort((left, right) => left.start - right.start || left.end - right.end);
}

type Change = Omit<Mutation, "name">;

function bodiesOf(code: string): Range[] {
  const bodies: Range[] = [];
  for (const { index } of code.matchAll(/\b(?:function|constructor|modifier|receive|fallback)\b/g)) {
    const opening = /[{;]/.exec(code.slice(index));
    if (opening?.[0] !== "{") continue;
    const start = index + opening.index;
    bodies.push({ start: start + 1, end: closingOf(code, start) });
  }
  return bodies;
}

function constantsOf(code: string): Range[] {
  return [...code.matchAll(/\bconstant\s+\w+\s*=[^;]*;/g)].map(({ index, 0: text }) => ({
    start: index + text.indexOf("=") + 1,
    end: index + text.length,
  }));
}

function mutateTokens(code: string, { start, end }: Range): Change[] {
  const changes: Change[] = [];
  for (const { index, 0: token } of code.slice(start, end).matchAll(OPERATOR)) {
    const replacement = /^\d/.test(token)
      ? String(BigInt(token.replaceAll("_", "")) + 1n)
      : token === "true" || token === "false"
        ? String(token === "false")
        : OPERATORS[token];
    if (replacement === undefined) continue;
    changes.push({ start: start + index, end: start + index + token.length, replacement });
  }
  return changes;
}

function mutateConditions(code: string, { start, end }: Range): Change[] {
  return [...code.slice(start, end).matchAll(/\bif \(/g)].flatMap(({ index }) => {
    const open = start + index + "if ".length;
    const condition = { start: open + 1, end: closingOf(code, open) };
    return ["true", "false"].map((replacement) => ({ ...condition, replacement }));
  });
}

/** Takes out what stands alone. A declaration stays: nothing that uses it would compile. */
function removeStatements(code: string, body: Range): Change[] {
  const changes: Change[] = [];
  let start = body.start;
  for (let at = body.start; at < body.end; at++) {
    const character = code.charAt(at);
    if (character === "(" || character === "[") at = closingOf(code, at);
    else if (character === "{" || character === "}") start = at + 1;
    else if (character === ";") {
      const statement = skipCondition(code, start, at);
      const text = code.slice(statement, at);
      const stands = !/^(?:return|_$|\()/.test(text) && !DECLARATION.test(text.replaceAll(/\s+/g, " "));
      if (text !== "" && stands) changes.push({ start: statement, end: at + 1, replacement: "{}" });
      start = at + 1;
    }
  }
  return changes;
}

/** Steps over white space and over the `if (…)` or `else` that a statement hangs on. */
function skipCondition(code: string, from: number, end: number): number {
  let at = from;
  for (;;) {
    at += (/^\s*/.exec(code.slice(at, end)) ?? [""])[0].length;
    const [condition] = /^(?:if|for|while) \(/.exec(code.slice(at, end)) ?? [];
    if (condition !== undefined) at = closingOf(code, at + condition.length - 1) + 1;
    else if (/^else\b/.test(code.slice(at, end))) at += "else".length;
    else return at;
  }
}

function removeModifiers(code: string): Change[] {
  const changes: Change[] = [];
  for (const { index, 0: name } of code.matchAll(/\bfunction\s+\w+\s*\(/g)) {
    const start = closingOf(code, index + name.length - 1) + 1;
    const [header] = /^[^{;]*/.exec(code.slice(start)) ?? [""];
    if (code.charAt(start + header.length) !== "{") continue;
    const outer = header.replaceAll(/\b(?:returns|override)\s*\([^)]*\)/g, (text) => " ".repeat(text.length));
    for (const { index: at, 0: text } of outer.matchAll(/\b[A-Za-z_]\w*(?:\([^)]*\))?/g)) {
      if (HEADER_WORDS.test(text)) continue;
      changes.push({ start: start + at, end: start + at + text.length, replacement: "" });
    }
  }
  return changes;
}
