import type { Change, Range } from "./makeMutations.ts";
import { closingOf } from "./maskSolidity.ts";

const ENDS = /^(?:return|continue|break|revert|assembly|_;)/;
const COMPOUND = /^(?:if|for|while|unchecked|try|\{)/;
const CHECK = /^(?:require\b|_require|emit\b)/;
const OWN_STEP = /^_(?!require)\w+\(/;
const OTHERS_STEP = /^(?!_)[a-z]\w*\.(?!require)\w[\w.]*\(/;
const DECLARATION = /^[\w.]+(?:\([^()]*\))?(?:\[\])? (?:(?:memory|storage|calldata) )?(\w+) = /;
const ADDITION = /^(?:if \([^()]*\) )?([a-z_][\w.]*) ([+|])= /;
const WRITE =
  /^(?:delete |\+\+|--)([a-z_][\w.[\]]*)|^([a-z_][\w.]*(?:\[[^=]*\][\w.]*)*) ?(?:[-+*/|&]?=(?!=)|\+\+|--)/;

/**
 * Puts neighbors in the other order where the order can matter: one reads what the other writes, or one changes what is
 * stored and the other calls somebody, who may come back to that. Events between two do not part them.
 *
 * @param code Masked.
 * @param source As it is: what stands between moves with its comments.
 */
export function swapStatements(code: string, body: Range, source: string): Change[] {
  const textOf = ({ start, end }: Range): string => code.slice(start, end).replaceAll(/\s+/g, " ");
  return blocksOf(code, body).flatMap((statements) =>
    statements.flatMap((first, at) => {
      const later = statements.slice(at + 1);
      const next = later.find((one) => !textOf(one).startsWith("emit "));
      return [...new Set([later[0], next])].flatMap((second) => {
        if (second === undefined || !canMatter(textOf(first), textOf(second))) return [];
        const between = source.slice(first.end, second.start);
        const [before, after] = [first, second].map(({ start, end }) => source.slice(start, end));
        const replacement = `${String(after)}${between}${String(before)}`;
        const label = `${textOf(first)} ⇄ ${textOf(second)}`;
        return [{ start: first.start, end: second.end, replacement, label }];
      });
    }),
  );
}

function canMatter(first: string, second: string): boolean {
  if (ENDS.test(first) || ENDS.test(second)) return false;
  const [, declared] = DECLARATION.exec(first) ?? [];
  if (declared !== undefined && new RegExp(`\\b${declared}\\b`).test(second)) return false;
  if (areAdditions(first, second)) return false;
  return [[first, second] as const, [second, first] as const].some(
    ([one, other]) => writesWhatMatters(one, other) || (OWN_STEP.test(one) && OTHERS_STEP.test(other)),
  );
}

/** Whether both only add to the same variable, which comes out the same in any order. */
function areAdditions(first: string, second: string): boolean {
  const [, to, sign] = ADDITION.exec(first) ?? [];
  const [, same, sameSign] = ADDITION.exec(second) ?? [];
  if (to === undefined || to !== same || sign !== sameSign) return false;
  return [first, second].every((statement) => statement.split(to).length === 2);
}

function writesWhatMatters(one: string, other: string): boolean {
  if (COMPOUND.test(one) || CHECK.test(one) || DECLARATION.test(one)) return false;
  const [, changed, assigned] = WRITE.exec(one) ?? [];
  const path = changed ?? assigned;
  if (path === undefined) return false;
  const [root = ""] = path.split(/[.[]/);
  const reads = other.includes(path) || new RegExp(`\\b${root}\\b(?![.\\w[])`).test(other);
  const isStored = path !== root || root.startsWith("_") || one.startsWith("delete ");
  const isCall = /^[a-z_][\w.]*\(/.test(other) && !CHECK.test(other) && !COMPOUND.test(other);
  return reads || (isStored && isCall);
}

/** The statements of a body, block by block. */
function blocksOf(code: string, { start, end }: Range): Range[][] {
  const statements: Range[] = [];
  const inner: Range[][] = [];
  let at = skipSpace(code, start);
  while (at < end) {
    const stop = endOf(code, at);
    statements.push({ start: at, end: stop });
    for (let open = at; open < stop; open++) {
      const character = code.charAt(open);
      if (!"([{".includes(character)) continue;
      const close = closingOf(code, open);
      if (character === "{" && !code.startsWith("assembly", at)) {
        inner.push(...blocksOf(code, { start: open + 1, end: close }));
      }
      open = close;
    }
    at = skipSpace(code, stop);
  }
  return [statements, ...inner];
}

const skipSpace = (code: string, at: number): number => at + (/^\s*/.exec(code.slice(at))?.[0].length ?? 0);

/** Where the statement that begins somewhere ends. */
function endOf(code: string, at: number): number {
  const word = /^\w*/.exec(code.slice(at))?.[0] ?? "";
  if (code.charAt(at) === "{") return closingOf(code, at) + 1;
  if (word === "if" || word === "for" || word === "while") {
    const condition = closingOf(code, code.indexOf("(", at));
    const end = endOf(code, skipSpace(code, condition + 1));
    const next = skipSpace(code, end);
    return word === "if" && /^else\b/.test(code.slice(next, next + 5))
      ? endOf(code, skipSpace(code, next + "else".length))
      : end;
  }
  if (word === "unchecked" || word === "assembly" || word === "try") {
    const end = closingOf(code, code.indexOf("{", at)) + 1;
    const next = skipSpace(code, end);
    return code.startsWith("catch", next) ? endOfCatch(code, next) : end;
  }
  for (let place = at; place < code.length; place++) {
    if ("([{".includes(code.charAt(place))) place = closingOf(code, place);
    else if (code.charAt(place) === ";") return place + 1;
  }
  return code.length;
}

function endOfCatch(code: string, at: number): number {
  const end = closingOf(code, code.indexOf("{", at)) + 1;
  const next = skipSpace(code, end);
  return code.startsWith("catch", next) ? endOfCatch(code, next) : end;
}
