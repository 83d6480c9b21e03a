import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { id, Interface } from "ethers";
import { jobEscrowAbi } from "../../src/abis/jobEscrow.ts";
import type { AbiParameter, PlainValue } from "../../src/abi/plain.ts";
import {
  decodeTerms,
  encodeTerms,
  InvalidArgumentError,
  isFinalState,
  JOB_STATES,
  jobIdOf,
  type JobTerms,
  type Offer,
  priceOf,
  windowsOf,
} from "../../src/index.ts";

type AbiFunction = Extract<(typeof jobEscrowAbi)[number], { type: "function" }>;
type Inputs<Name extends AbiFunction["name"]> = Extract<AbiFunction, { name: Name }>["inputs"];
type Struct<Name extends AbiFunction["name"]> =
  Inputs<Name> extends readonly [infer First extends AbiParameter, ...unknown[]] ? PlainValue<First> : never;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** An interface as a plain type, which compares like one. */
type Fields<T> = { readonly [Key in keyof T]: T[Key] };

// These lines do not compile when an interface differs from the ABI that the contract was compiled to.
const termsAreTheAbis: Same<Fields<JobTerms>, Struct<"jobIdOf">> = true;
const offersAreTheAbis: Same<Fields<Offer>, Struct<"hashOffer">> = true;

const terms: JobTerms = {
  orderHash: id("order"),
  fill: 3,
  client: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
  provider: "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC",
  payout: "0x90F79bf6EB2c4f870365E785982E1f101E93b906",
  token: "0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65",
  adjudicator: "0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc",
  ratePerSecond: 2n ** 90n,
  collateral: 2n ** 95n,
  disputeFee: 7n,
  runLimitSeconds: 120,
  declineSeconds: 10,
  slackSeconds: 20,
  reviewSeconds: 3600,
  rulingSeconds: 86_400,
  noRulingBps: 5000,
  specDigest: id("spec"),
};

describe("a job's terms", () => {
  it("have the fields of the contract's struct", () => {
    assert.ok(termsAreTheAbis && offersAreTheAbis);
    const [tuple] = new Interface(jobEscrowAbi).getFunction("jobIdOf")?.inputs ?? [];
    assert.deepEqual(
      tuple?.components?.map(({ name }) => name),
      Object.keys(terms),
    );
    const call = new Interface(jobEscrowAbi).encodeFunctionData("jobIdOf", [terms]);
    assert.equal(encodeTerms(terms), `0x${call.slice(10)}`);
  });

  it("survive being stored", () => {
    assert.deepEqual(decodeTerms(encodeTerms(terms)), terms);
    assert.equal(jobIdOf(decodeTerms(encodeTerms(terms))), jobIdOf(terms));
    assert.notEqual(jobIdOf({ ...terms, fill: 4 }), jobIdOf(terms));
  });

  it("error: InvalidArgumentError", () => {
    assert.throws(() => encodeTerms({ ...terms, client: "0x12" }), InvalidArgumentError);
    assert.throws(() => decodeTerms("0x1234"), InvalidArgumentError);
  });

  it("tell price and windows, whose last second belongs to them", () => {
    assert.equal(priceOf(terms), 120n * 2n ** 90n);
    const openedAt = 1_000;
    assert.deepEqual(windowsOf(terms, { openedAt, submittedAt: null }), {
      declineUntil: 1_010,
      deliverUntil: 1_150,
      reviewUntil: null,
      rulingUntil: null,
    });
    const disputed = windowsOf(terms, { openedAt, submittedAt: 1_100, disputedAt: 1_200 });
    assert.equal(disputed.reviewUntil, 4_700);
    assert.equal(disputed.rulingUntil, 1_200 + terms.rulingSeconds);
  });
});

describe("a job's state", () => {
  it("is final from completed on", () => {
    assert.deepEqual(
      JOB_STATES.filter((state) => !isFinalState(state)),
      ["none", "active", "submitted", "disputed"],
    );
  });
});
