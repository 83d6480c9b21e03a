import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { slashingCourtAbi } from "../../src/abis/slashingCourt.ts";
import type { AbiParameter, PlainValue } from "../../src/abi/plain.ts";
import { COURT_STAGES, type CourtRules, type OpenedCase, SEAT_FAULTS } from "../../src/index.ts";

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

  it("count stages and faults as the contract does", () => {
    assert.equal(COURT_STAGES.indexOf("drawing"), 1);
    assert.equal(COURT_STAGES.indexOf("finished"), 9);
    assert.deepEqual(SEAT_FAULTS, ["none", "incoherent", "silent", "unrevealed"]);
  });
});
