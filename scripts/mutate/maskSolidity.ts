/**
 * Puts spaces in the place of comments and of what strings contain, so that a pattern finds code only and every offset
 * stays what it was.
 *
 * @param source Solidity.
 * @returns As many characters, on the same lines.
 */
export function maskSolidity(source: string): string {
  const blank = (text: string): string => text.replaceAll(/[^\n]/g, " ");
  return source.replaceAll(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, (text) =>
    text.startsWith("/") ? blank(text) : `"${blank(text.slice(1, -1))}"`,
  );
}

/**
 * Finds the end of what a bracket opens.
 *
 * @param text Masked Solidity.
 * @param open Where the bracket stands.
 * @returns Where the one that closes it stands.
 * @throws Error when none does, which a source that compiles never has.
 */
export function closingOf(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    const character = text.charAt(at);
    if ("([{".includes(character)) depth += 1;
    if (")]}".includes(character)) depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`Nothing closes the bracket at offset ${String(open)}; does the file compile?`);
}
