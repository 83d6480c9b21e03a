/** How many decoded values are kept, the oldest going first. */
const KEPT = 1_000;

/**
 * A decoder that remembers: terms that lie in the state are read at every look at the chain, and never change.
 *
 * @param decode Gives an immutable value that follows from the text alone.
 * @example
 * const termsOf = decodeOnce(decodeTerms);
 */
export function decodeOnce<T>(decode: (encoded: string) => T): (encoded: string) => T {
  const known = new Map<string, T>();
  return (encoded) => {
    const found = known.get(encoded);
    if (found !== undefined) return found;
    const value = decode(encoded);
    known.set(encoded, value);
    const [oldest] = known.keys();
    if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
    return value;
  };
}
