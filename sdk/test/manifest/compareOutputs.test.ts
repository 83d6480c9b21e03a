import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compareOutputs, type Comparison } from "../../src/manifest/index.ts";

const exact: Comparison = { mode: "exact" };
const f32 = (...values: number[]): Uint8Array => new Uint8Array(Float32Array.from(values).buffer);
const tolerance = (changes: Partial<Extract<Comparison, { mode: "tolerance" }>>): Comparison => ({
  mode: "tolerance",
  format: "f32",
  absolute: 0,
  relative: 0,
  outliersPerMillion: 0,
  ...changes,
});

describe("compareOutputs, exact", () => {
  it("finds equal bytes equal", () => {
    const found = compareOutputs(exact, { a: f32(1, 2) }, { a: f32(1, 2) });
    assert.deepEqual(found, { equal: true, mismatches: [], worst: null });
  });

  it("says which output differs, in how many bytes, and where most", () => {
    const found = compareOutputs(
      exact,
      { a: Uint8Array.of(1, 2, 3), b: Uint8Array.of(9) },
      { a: Uint8Array.of(1, 0, 250), b: Uint8Array.of(9) },
    );
    assert.equal(found.equal, false);
    assert.deepEqual(found.mismatches, [{ name: "a", kind: "values", differing: 2, total: 3 }]);
    assert.deepEqual(found.worst, { name: "a", index: 2, expected: 3, actual: 250, difference: 247 });
  });

  it("notices missing, unexpected and shorter outputs, whatever they are called", () => {
    const found = compareOutputs(
      exact,
      { constructor: f32(1), short: f32(1, 2) },
      { toString: f32(1), short: f32(1) },
    );
    assert.deepEqual(
      found.mismatches.map(({ name, kind }) => [name, kind]),
      [
        ["constructor", "missing"],
        ["short", "length"],
        ["toString", "unexpected"],
      ],
    );
  });

  it("tells zeros apart, whose bytes differ", () => {
    assert.equal(compareOutputs(exact, { a: f32(0) }, { a: f32(-0) }).equal, false);
    assert.equal(compareOutputs(tolerance({}), { a: f32(0) }, { a: f32(-0) }).equal, true);
  });
});

describe("compareOutputs, with a tolerance", () => {
  const judge = (rule: Comparison, want: number[], have: number[]): boolean =>
    compareOutputs(rule, { a: f32(...want) }, { a: f32(...have) }).equal;

  it("permits exactly absolute + relative × |expected|", () => {
    assert.equal(judge(tolerance({ absolute: 0.5 }), [1], [1.5]), true);
    assert.equal(judge(tolerance({ absolute: 0.5 }), [1], [1.5000001192092896]), false);
    assert.equal(judge(tolerance({ relative: 0.25 }), [-4], [-5]), true);
    assert.equal(judge(tolerance({ relative: 0.25 }), [-4], [-5.000001]), false);
    assert.equal(judge(tolerance({ absolute: 0.5, relative: 0.25 }), [4], [5.5]), true);
  });

  it("permits exactly outliersPerMillion, for each output on its own", () => {
    const want = Array.from({ length: 1000 }, () => 1);
    const have = want.map((value, index) => (index < 2 ? 7 : value));
    assert.equal(judge(tolerance({ outliersPerMillion: 2000 }), want, have), true);
    assert.equal(judge(tolerance({ outliersPerMillion: 1999 }), want, have), false);
    const two = compareOutputs(
      tolerance({ outliersPerMillion: 1000 }),
      { a: f32(...want), b: f32(1) },
      { a: f32(...want), b: f32(2) },
    );
    assert.deepEqual(two.mismatches, [{ name: "b", kind: "values", differing: 1, total: 1 }]);
  });

  it("lets NaN and infinities pass for themselves only, however wide the tolerance", () => {
    const wide = tolerance({ absolute: Number.MAX_VALUE, relative: Number.MAX_VALUE });
    assert.equal(judge(wide, [NaN, Infinity, -Infinity], [NaN, Infinity, -Infinity]), true);
    for (const [want, have] of [
      [1, NaN],
      [NaN, 1],
      [1, Infinity],
      [Infinity, 1],
      [Infinity, -Infinity],
      [3e38, NaN],
    ] as const) {
      assert.equal(judge(wide, [want], [have]), false, `${want} and ${have}`);
    }
  });

  it("counts two NaN as one value, whatever their payload", () => {
    const payload = new Uint8Array(Uint32Array.of(0x7fc00001).buffer);
    assert.equal(compareOutputs(tolerance({}), { a: f32(NaN) }, { a: payload }).equal, true);
  });

  it("reads f32 from bytes that are not aligned, and u8 as bytes", () => {
    const shifted = new Uint8Array(9);
    shifted.set(f32(1, 2), 1);
    assert.equal(compareOutputs(tolerance({}), { a: f32(1, 2) }, { a: shifted.subarray(1) }).equal, true);
    const bytes = tolerance({ format: "u8", absolute: 2 });
    assert.equal(
      compareOutputs(bytes, { a: Uint8Array.of(10, 10) }, { a: Uint8Array.of(12, 8) }).equal,
      true,
    );
    assert.equal(
      compareOutputs(bytes, { a: Uint8Array.of(10, 10) }, { a: Uint8Array.of(13, 8) }).equal,
      false,
    );
  });

  it("refuses f32 outputs that do not hold whole values", () => {
    const found = compareOutputs(tolerance({}), { a: new Uint8Array(6) }, { a: new Uint8Array(6) });
    assert.equal(found.mismatches[0]?.kind, "length");
  });
});
