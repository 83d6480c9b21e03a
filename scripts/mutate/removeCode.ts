import type { Change, Range } from "./makeMutations.ts";
import { closingOf } from "./maskSolidity.ts";

const DECLARATION =
  /^(?!emit\b|delete\b|return\b)[\w.[\]]+(?:\([^()]*\))?\s+(?:(?:memory|storage|calldata)\s+)?\w+\s*(?:=[^=]|$)/;
const HEADER_WORDS =
  /^(?:external|public|internal|private|view|pure|payable|virtual|override|returns|memory|calldata|storage)$/;

/** Takes out what stands alone. A declaration stays: nothing that uses it would compile. */
export function removeStatements(code: string, body: Range): Change[] {
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

/** Takes modifiers out of headers. */
export function removeModifiers(code: string): Change[] {
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
