import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { slashingCourtAbi } from "../../src/abis/slashingCourt.ts";
import type { AbiParameter, PlainValue } from "../../src/abi/plain.ts";
import type { CourtRules, OpenedCase } from "../../src/index.ts";

type AbiFunction = Extract<(typeof slashingCourtAbi)[number], { type: "function" }>;
type Last<Values extends readonly AbiParameter[]> = Values extends readonly [
  ...unknown[],
  infer Value extends AbiParameter,
]
  ? PlainValue<Value>
  : never;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** An interface as a plain type, which compares like one. */
type Fields<T> = { readonly [Key in keyof T]: T[Key] };

// These lines do not compile when an interface differs from the ABI that the contract was compiled to.
const caseIsTheAbis: Same<Fields<OpenedCase>, Last<Extract<AbiFunction, { name: "draw" }>["inputs"]>> = true;
const rulesAreTheAbis: Same<
  Fields<CourtRules>,
  Last<Extract<AbiFunction, { name: "rules" }>["outputs"]>
> = true;

describe("the types of a court", () => {
  it("are those of the ABI", () => {
    assert.ok(caseIsTheAbis && rulesAreTheAbis);
  });
});
