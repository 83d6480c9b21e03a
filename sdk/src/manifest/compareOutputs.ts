import type { Comparison } from "./jobManifest.ts";

/** The plaintext bytes of outputs by name. */
export type Outputs = Readonly<Record<string, Uint8Array>>;

/** Why one output does not agree. */
export interface OutputMismatch {
  readonly name: string;
  /**
   * - `missing`, `unexpected`: only one side has the output.
   * - `length`: the sides differ in length, or do not hold whole values.
   * - `values`: more values differ than the rule permits.
   */
  readonly kind: "missing" | "unexpected" | "length" | "values";
  /** Values (bytes, in an exact comparison) that differ by more than the rule permits. */
  readonly differing: number;
  /** Values (bytes) that the expected side has. */
  readonly total: number;
}

/** The value that differs most from what was expected, whether or not the rule permits it. */
export interface WorstDifference {
  readonly name: string;
  /** Index of the value (byte) in the output. */
  readonly index: number;
  readonly expected: number;
  readonly actual: number;
  /** |actual − expected|; infinite where one of them is not a finite number. */
  readonly difference: number;
}

/** What {@link compareOutputs} found. */
export interface OutputComparison {
  /** Whether the results agree by the manifest's rule. */
  readonly equal: boolean;
  readonly mismatches: readonly OutputMismatch[];
  /** Null when no value differs at all. */
  readonly worst: WorstDifference | null;
}

const EXACT: Rule = { format: "u8", absolute: 0, relative: 0, outliersPerMillion: 0 };

/**
 * Compares two runs of a job by the rule in its manifest.
 *
 * A tolerance holds for each output on its own: of its values at most `outliersPerMillion` may differ by more than
 * `absolute + relative × |expected|`. `f32` values are little-endian; two NaN agree, whatever their payload, and an
 * infinity agrees with itself alone.
 *
 * @param comparison The manifest's `comparison`.
 * @param expected The outputs of the run that is trusted.
 * @param actual The outputs of the run that is judged.
 *
 * @example
 * ```ts
 * import { compareOutputs } from "@wattle/sdk";
 *
 * const { equal } = compareOutputs({ mode: "exact" }, { image: mine }, { image: theirs });
 * console.log(equal ? "same result" : "different result");
 * ```
 */
export function compareOutputs(comparison: Comparison, expected: Outputs, actual: Outputs): OutputComparison {
  const rule = comparison.mode === "exact" ? EXACT : comparison;
  const mismatches: OutputMismatch[] = [];
  let worst: WorstDifference | null = null;
  for (const name of [...new Set([...Object.keys(expected), ...Object.keys(actual)])].sort()) {
    const compared = compareOne(rule, name, ownValue(expected, name), ownValue(actual, name));
    if (compared.mismatch !== null) mismatches.push(compared.mismatch);
    if (compared.worst !== null && compared.worst.difference > (worst?.difference ?? 0))
      worst = compared.worst;
  }
  return { equal: mismatches.length === 0, mismatches, worst };
}

interface Rule {
  readonly format: "f32" | "u8";
  readonly absolute: number;
  readonly relative: number;
  readonly outliersPerMillion: number;
}

interface Compared {
  readonly mismatch: OutputMismatch | null;
  readonly worst: WorstDifference | null;
}

function compareOne(
  rule: Rule,
  name: string,
  expected: Uint8Array | undefined,
  actual: Uint8Array | undefined,
): Compared {
  const width = rule.format === "f32" ? 4 : 1;
  const total = Math.floor((expected?.length ?? 0) / width);
  const unlike = (kind: OutputMismatch["kind"]): Compared => ({
    mismatch: { name, kind, differing: total, total },
    worst: null,
  });
  if (expected === undefined) return unlike("unexpected");
  if (actual === undefined) return unlike("missing");
  if (expected.length !== actual.length || expected.length % width !== 0) return unlike("length");

  const readExpected = valueReader(rule.format, expected);
  const readActual = valueReader(rule.format, actual);
  let differing = 0;
  let worst: WorstDifference | null = null;
  for (let index = 0; index < total; index++) {
    const want = readExpected(index);
    const have = readActual(index);
    if (want === have || (Number.isNaN(want) && Number.isNaN(have))) continue;
    const exactDifference = Math.abs(have - want);
    const difference = Number.isNaN(exactDifference) ? Infinity : exactDifference;
    if (difference > (worst?.difference ?? 0))
      worst = { name, index, expected: want, actual: have, difference };
    // Without the finite checks an infinite expected value, or a vast relative tolerance, would tolerate anything.
    const finite = Number.isFinite(want) && Number.isFinite(have);
    if (!finite || difference > rule.absolute + rule.relative * Math.abs(want)) differing++;
  }
  const tolerated = differing * 1_000_000 <= rule.outliersPerMillion * total;
  return { mismatch: tolerated ? null : { name, kind: "values", differing, total }, worst };
}

/** An output may be called `constructor`, which every object appears to have. */
function ownValue(outputs: Outputs, name: string): Uint8Array | undefined {
  return Object.hasOwn(outputs, name) ? outputs[name] : undefined;
}

function valueReader(format: Rule["format"], bytes: Uint8Array): (index: number) => number {
  if (format === "u8") return (index) => bytes[index] ?? NaN;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (index) => view.getFloat32(index * 4, true);
}
