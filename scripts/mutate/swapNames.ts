import type { Change, Range } from "./makeMutations.ts";
import { closingOf, maskSolidity } from "./maskSolidity.ts";

/** Names that the sources declare, among which one can stand for another. */
export interface Names {
  /** The name of each constant and enum member, by what is as good to the compiler. */
  readonly successors: ReadonlyMap<string, string>;
  /** Variables, parameters and fields that hold an address. */
  readonly addresses: ReadonlySet<string>;
}

const DECLARED_ADDRESS =
  /\baddress(?:\s+(?:payable|public|private|internal|immutable|constant|indexed))*\s+(\w+)/g;
const CONSTANT = /\b(\w+)((?:\s+(?:public|private|internal))?\s+constant)\s+(\w+)\s*=/g;
const ENUM = /\benum\s+(\w+)\s*\{([^}]*)\}/g;

/**
 * Collects what {@link swapConstants} and {@link swapAddresses} may put in the place of what.
 *
 * @param sources Every source that ships. Constants are swapped within one of them.
 */
export function collectNames(sources: readonly string[]): Names {
  const successors = new Map<string, string>();
  const addresses = new Set<string>();
  const circle = (members: readonly string[]): void => {
    if (members.length < 2) return;
    members.forEach((member, at) => successors.set(member, members[(at + 1) % members.length] ?? member));
  };
  for (const code of sources.map(maskSolidity)) {
    for (const [, name = ""] of code.matchAll(DECLARED_ADDRESS)) addresses.add(name);
    const constants = [...code.matchAll(CONSTANT)].map(([, type = "", , name = ""]) => ({ type, name }));
    for (const type of new Set(constants.map((constant) => constant.type))) {
      circle(constants.filter((constant) => constant.type === type).map(({ name }) => name));
    }
    for (const [, name = "", body = ""] of code.matchAll(ENUM)) {
      circle((body.match(/\w+/g) ?? []).map((member) => `${name}.${member}`));
    }
  }
  return { successors, addresses };
}

/** Puts another constant of the same type, or another member of the same enum, in the place of one. */
export function swapConstants(code: string, { start, end }: Range, { successors }: Names): Change[] {
  return [...code.slice(start, end).matchAll(/(?<![\w.])(?:[A-Z]\w*\.)?[A-Z]\w*(?!\w|\()/g)].flatMap(
    ({ index, 0: name }) => {
      const replacement = successors.get(name);
      return replacement === undefined
        ? []
        : [{ start: start + index, end: start + index + name.length, replacement }];
    },
  );
}

/**
 * Puts another address that the function knows in the place of one: another recipient, payer or key. What an error
 * tells of is left alone.
 */
export function swapAddresses(
  code: string,
  { start, end }: Range,
  header: string,
  { addresses }: Names,
): Change[] {
  const body = withoutErrors(code.slice(start, end));
  const found = [...body.matchAll(/(?<![\w.])[a-z_]\w*(?:\.\w+)*(?![\w(.[])/g)]
    .filter(({ 0: path, index }) => {
      const isWritten = /^\s*(?:[-+|]?=(?!=)|:)/.test(body.slice(index + path.length));
      const isDeclared = /\baddress(?:\s+payable)?\s+$/.test(body.slice(0, index));
      return !isWritten && !isDeclared && (path === "msg.sender" || addresses.has(lastOf(path)));
    })
    .map(({ 0: path, index }) => ({ path, index }));
  const parameters = [...header.matchAll(DECLARED_ADDRESS)].map(([, name = ""]) => name);
  const known = [...new Set([...found.map(({ path }) => path), ...parameters, "msg.sender"])];
  return found.flatMap(({ path, index }) => {
    const replacement = known[(known.indexOf(path) + 1) % known.length] ?? path;
    return replacement === path
      ? []
      : [{ start: start + index, end: start + index + path.length, replacement }];
  });
}

const lastOf = (path: string): string => path.slice(path.lastIndexOf(".") + 1);

function withoutErrors(body: string): string {
  let left = body;
  for (const { index, 0: name } of body.matchAll(/\b[A-Z]\w*_[A-Z]\w*\(/g)) {
    const close = closingOf(body, index + name.length - 1);
    left = left.slice(0, index) + " ".repeat(close + 1 - index) + left.slice(close + 1);
  }
  return left;
}
