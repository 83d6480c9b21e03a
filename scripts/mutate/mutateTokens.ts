import type { Change, Range } from "./makeMutations.ts";
import { closingOf } from "./maskSolidity.ts";

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

/** Changes operators and literals, one at a time. */
export function mutateTokens(code: string, { start, end }: Range): Change[] {
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

/** Makes conditions always true, or never. */
export function mutateConditions(code: string, { start, end }: Range): Change[] {
  return [...code.slice(start, end).matchAll(/\bif \(/g)].flatMap(({ index }) => {
    const open = start + index + "if ".length;
    const condition = { start: open + 1, end: closingOf(code, open) };
    return ["true", "false"].map((replacement) => ({ ...condition, replacement }));
  });
}
