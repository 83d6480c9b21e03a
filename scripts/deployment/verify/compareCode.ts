import { dataSlice, getBytes } from "ethers";
import { type CodeRange, type ContractName, readArtifact, readImmutableNames } from "../../artifacts.ts";

/**
 * Compares the code on chain with the one that the sources and the parameters make.
 *
 * @returns What is different, in words; null if nothing is.
 */
export async function compareCode(
  name: ContractName,
  found: string,
  expected: string,
): Promise<string | null> {
  if (found === expected) return null;
  if (found === "0x") return "there is no code";
  const [actual, wanted] = [getBytes(found), getBytes(expected)];
  if (actual.length !== wanted.length) {
    return `the code has ${String(actual.length)} bytes instead of ${String(wanted.length)}`;
  }
  const different = [...wanted.keys()].filter((index) => actual[index] !== wanted[index]);
  const { immutableReferences } = await readArtifact(name);
  const covers = ({ start, length }: CodeRange, index: number): boolean =>
    index >= start && index < start + length;
  const ranges = Object.entries(immutableReferences);
  const isImmutable = (index: number): boolean =>
    ranges.some(([, places]) => places.some((place) => covers(place, index)));
  const [first] = different.filter((index) => !isImmutable(index));
  if (first !== undefined) {
    const bytes = different.length === 1 ? "1 byte differs" : `${String(different.length)} bytes differ`;
    return `${bytes}: byte ${String(first)} is ${hex(actual[first])} instead of ${hex(wanted[first])}`;
  }
  const names = await readImmutableNames(name);
  const wrong = ranges.flatMap(([id, places]) => {
    const place = places.find((one) => different.some((index) => covers(one, index)));
    if (place === undefined) return [];
    const valueIn = (code: string): string =>
      shorten(dataSlice(code, place.start, place.start + place.length));
    return [`${names.get(id) ?? `immutable ${id}`} is ${valueIn(found)} instead of ${valueIn(expected)}`];
  });
  return `the constructor was told something else: ${wrong.join(", ")}`;
}

const hex = (byte: number | undefined): string => `0x${(byte ?? 0).toString(16).padStart(2, "0")}`;

/** Without the zeros in front; small numbers as numbers. */
function shorten(word: string): string {
  const value = BigInt(word);
  return value < 2n ** 64n ? String(value) : `0x${value.toString(16)}`;
}
