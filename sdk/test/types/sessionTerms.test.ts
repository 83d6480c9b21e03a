import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { id, Interface } from "ethers";
import { sessionEscrowAbi } from "../../src/abis/sessionEscrow.ts";
import type { AbiParameter, PlainValue } from "../../src/abi/plain.ts";
import {
  decodeContractError,
  decodeSessionTerms,
  encodeSessionTerms,
  InvalidArgumentError,
  SESSION_STATES,
  sessionIdOf,
  type SessionTerms,
} from "../../src/index.ts";

type AbiFunction = Extract<(typeof sessionEscrowAbi)[number], { type: "function" }>;
type Inputs<Name extends AbiFunction["name"]> = Extract<AbiFunction, { name: Name }>["inputs"];
type Struct<Name extends AbiFunction["name"]> =
  Inputs<Name> extends readonly [infer First extends AbiParameter, ...unknown[]] ? PlainValue<First> : never;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** An interface as a plain type, which compares like one. */
type Fields<T> = { readonly [Key in keyof T]: T[Key] };

// This line does not compile when the interface differs from the ABI that the contract was compiled to.
const termsAreTheAbis: Same<Fields<SessionTerms>, Struct<"sessionIdOf">> = true;

const terms: SessionTerms = {
  payer: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
  payerKey: "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC",
  provider: "0x90F79bf6EB2c4f870365E785982E1f101E93b906",
  payout: "0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65",
  token: "0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc",
  expiresAt: 1_800_000_000,
  graceSeconds: 3_600,
  salt: 2n ** 255n,
};
const abi = new Interface(sessionEscrowAbi);

describe("a session's terms", () => {
  it("have the fields of the contract's struct", () => {
    assert.ok(termsAreTheAbis);
    const [tuple] = abi.getFunction("sessionIdOf")?.inputs ?? [];
    assert.deepEqual(
      tuple?.components?.map(({ name }) => name),
      Object.keys(terms),
    );
    const call = abi.encodeFunctionData("sessionIdOf", [terms]);
    assert.equal(encodeSessionTerms(terms), `0x${call.slice(10)}`);
  });

  it("survive being stored", () => {
    assert.deepEqual(decodeSessionTerms(encodeSessionTerms(terms)), terms);
    assert.notEqual(sessionIdOf({ ...terms, salt: 4n }), sessionIdOf(terms));
  });

  it("error: InvalidArgumentError", () => {
    assert.throws(() => encodeSessionTerms({ ...terms, payer: "0x12" }), InvalidArgumentError);
    assert.throws(() => decodeSessionTerms("0x1234"), InvalidArgumentError);
  });
});

describe("a session's state", () => {
  const refused = (current: number, allowed: bigint) =>
    decodeContractError({
      data: abi.encodeErrorResult("SessionEscrow_UnexpectedState", [id("session"), current, allowed]),
    });

  it("stands in refusals by its name", () => {
    assert.deepEqual(SESSION_STATES, ["none", "open", "closing", "closed"]);
    assert.match(refused(3, 6n).message, /is closed; this call needs it to be open or closing\./);
    assert.match(refused(0, 2n).message, /is unknown to the market; this call needs it to be open\./);
    assert.match(refused(1, 1n).message, /is open; this call needs it to be new\./);
  });

  it("tells whether a retry can help", () => {
    assert.equal(refused(0, 2n).retryable, true, "an endpoint may lag behind the opening");
    assert.equal(refused(2, 2n).retryable, false, "a closing session is never open again");
  });

  it("comes with both amounts of a receipt that is too old", () => {
    const stale = decodeContractError({
      data: abi.encodeErrorResult("SessionEscrow_ReceiptStale", [id("session"), 40n, 50n, 90n]),
    });
    assert.match(
      stale.message,
      /for 40 base units .* pays nothing: 50 of 90 deposited were redeemed before\./,
    );
  });
});
