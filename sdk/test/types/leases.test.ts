import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { id, Interface, ZeroAddress } from "ethers";
import { leaseEscrowAbi } from "../../src/abis/leaseEscrow.ts";
import type { AbiParameter, PlainValue } from "../../src/abi/plain.ts";
import {
  decodeLeaseTerms,
  decodeSignedLeaseOffer,
  encodeLeaseTerms,
  encodeSignedLeaseOffer,
  InvalidArgumentError,
  LEASE_STATES,
  leaseAccrualAt,
  leaseIdOf,
  type LeaseOffer,
  type LeaseSlot,
  type LeaseTerms,
  leaseWindowsOf,
} from "../../src/index.ts";

type AbiFunction = Extract<(typeof leaseEscrowAbi)[number], { type: "function" }>;
type Inputs<Name extends AbiFunction["name"]> = Extract<AbiFunction, { name: Name }>["inputs"];
type Struct<Name extends AbiFunction["name"]> =
  Inputs<Name> extends readonly [infer First extends AbiParameter, ...unknown[]] ? PlainValue<First> : never;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Fields<T> = { readonly [Key in keyof T]: T[Key] };

// These lines do not compile when an interface differs from the ABI that the contract was compiled to.
const termsAreTheAbis: Same<Fields<LeaseTerms>, Struct<"leaseIdOf">> = true;
const offersAreTheAbis: Same<Fields<LeaseOffer>, Struct<"hashOffer">> = true;

const offer: LeaseOffer = {
  provider: "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC",
  taker: ZeroAddress,
  token: "0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65",
  ratePerSecond: 2n ** 95n,
  minFundedSeconds: 60,
  maxLeaseSeconds: 366 * 86_400,
  graceSeconds: 300,
  slots: 2,
  maxFills: 2 ** 32 - 1,
  expiresAt: 2 ** 40 - 1,
  authEpoch: 7,
  machineId: id("machine"),
  tag: id("tag"),
  salt: 2n ** 256n - 1n,
};

const terms: LeaseTerms = {
  orderHash: id("order"),
  fill: 3,
  client: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
  provider: offer.provider,
  payout: "0x90F79bf6EB2c4f870365E785982E1f101E93b906",
  token: offer.token,
  ratePerSecond: 7n,
  openedAt: 1_000,
  leaseSeconds: 500,
  graceSeconds: 100,
};

const slot: LeaseSlot = {
  state: "running",
  openedBlock: 9,
  seenAt: 1_050,
  fundedSeconds: 200,
  servedSeconds: 40,
  paidSeconds: 30,
};

const signature = `0x${"ab".repeat(65)}`;

describe("a lease's terms", () => {
  it("have the fields of the contract's struct", () => {
    assert.ok(termsAreTheAbis && offersAreTheAbis);
    const abi = new Interface(leaseEscrowAbi);
    const [tuple] = abi.getFunction("leaseIdOf")?.inputs ?? [];
    assert.deepEqual(
      tuple?.components?.map(({ name }) => name),
      Object.keys(terms),
    );
    assert.equal(encodeLeaseTerms(terms), `0x${abi.encodeFunctionData("leaseIdOf", [terms]).slice(10)}`);
  });

  it("survive being stored", () => {
    assert.deepEqual(decodeLeaseTerms(encodeLeaseTerms(terms)), terms);
    assert.notEqual(leaseIdOf({ ...terms, fill: 4 }), leaseIdOf(terms));
  });

  it("error: InvalidArgumentError", () => {
    assert.throws(() => encodeLeaseTerms({ ...terms, client: "0x12" }), InvalidArgumentError);
    assert.throws(() => decodeLeaseTerms("0x1234"), InvalidArgumentError);
  });
});

describe("signed offers of leases as JSON", () => {
  it("come back as they were, without what stands beside them", () => {
    const encoded = JSON.stringify({ ...encodeSignedLeaseOffer({ offer, signature }), seenAt: 7 });
    assert.deepEqual(decodeSignedLeaseOffer(JSON.parse(encoded)), { offer, signature });
  });

  it("error: InvalidArgumentError, with the field", () => {
    const rejects = (changes: Record<string, unknown>, message: RegExp): void => {
      const encoded = encodeSignedLeaseOffer({ offer, signature });
      assert.throws(
        () => decodeSignedLeaseOffer({ ...encoded, offer: { ...encoded.offer, ...changes } }),
        (error) => error instanceof InvalidArgumentError && message.test(error.message),
      );
    };
    rejects({ graceSeconds: undefined }, /offer\.graceSeconds is missing, not a whole number/);
    rejects({ graceSeconds: 2 ** 32 }, /offer\.graceSeconds .*at most 32 bits/);
    rejects({ ratePerSecond: 5 }, /offer\.ratePerSecond is 5, not a decimal string/);
    rejects({ minRunSeconds: 1 }, /offer\.minRunSeconds is no field/);
    rejects({ token: { address: offer.token } }, /offer\.token is an object of its own, not an address/);
    rejects({ slots: [1] }, /offer\.slots is a list, not a whole number/);
    const encoded = encodeSignedLeaseOffer({ offer, signature });
    assert.throws(
      () => decodeSignedLeaseOffer({ ...encoded, signature: "0xabc" }),
      /signature is "0xabc", not bytes/,
    );
    assert.throws(
      () => decodeSignedLeaseOffer({ offer, signature }),
      /ratePerSecond is \d+, not a decimal string/,
    );
  });
});

describe("what follows from a lease's slot", () => {
  it("is when it runs dry, takes no top-up any more, and may be closed", () => {
    assert.deepEqual(leaseWindowsOf(terms, slot), {
      endsAt: 1_500,
      dryAt: 1_210,
      presentUntil: 1_150,
      topUpUntil: 1_310,
      closableFrom: 1_151,
    });
    const nearlySpent = leaseWindowsOf(terms, { ...slot, fundedSeconds: 10, paidSeconds: 10 });
    assert.deepEqual(
      [nearlySpent.dryAt, nearlySpent.topUpUntil, nearlySpent.closableFrom],
      [1_020, 1_120, 1_121],
    );
  });

  it("knows of no end of money before the first check-in, beyond the lease, and once closed", () => {
    const open = leaseWindowsOf(terms, { ...slot, state: "open", servedSeconds: 0, paidSeconds: 0 });
    assert.deepEqual([open.dryAt, open.topUpUntil, open.closableFrom], [null, 1_500, 1_151]);
    const full = leaseWindowsOf(terms, { ...slot, fundedSeconds: 490, seenAt: 1_450 });
    assert.deepEqual([full.dryAt, full.presentUntil, full.closableFrom], [null, 1_500, 1_501]);
    const closed = { endsAt: 1_500, dryAt: null, presentUntil: null, topUpUntil: null, closableFrom: null };
    assert.deepEqual(leaseWindowsOf(terms, { ...slot, state: "closed" }), closed);
    assert.deepEqual(leaseWindowsOf(terms, { ...slot, state: "none" }), closed);
  });

  it("is what it comes to, second by second", () => {
    const at = (second: number, changes: Partial<LeaseSlot> = {}) =>
      leaseAccrualAt({ ...slot, ...changes, terms }, second);
    assert.deepEqual(at(1_060), {
      servedSeconds: 50,
      earnedAmount: 140n,
      restAmount: 1_050n,
      isSpent: false,
      isClosableByAnyone: false,
    });
    assert.deepEqual([at(1_150).servedSeconds, at(1_151).servedSeconds], [140, 140]);
    assert.deepEqual([at(1_150).isClosableByAnyone, at(1_151).isClosableByAnyone], [false, true]);
    assert.equal(at(1_000).servedSeconds, 40, "before the last check-in nothing is taken back");
    const empty = at(1_120, { fundedSeconds: 10, paidSeconds: 10 });
    assert.deepEqual([empty.earnedAmount, empty.restAmount, empty.isSpent], [0n, 0n, false]);
    assert.equal(at(1_121, { fundedSeconds: 10, paidSeconds: 10 }).isSpent, true);
    assert.deepEqual([at(1_500).isSpent, at(1_501).isSpent], [false, true]);
    assert.equal(
      at(1_600, { seenAt: 1_450 }).servedSeconds,
      90,
      "the lease's last second is the last that counts",
    );
    assert.equal(at(1_060, { state: "open", servedSeconds: 0, paidSeconds: 0 }).servedSeconds, 0);
    const closed = at(1_060, { state: "closed", paidSeconds: 40 });
    assert.deepEqual(closed, {
      servedSeconds: 40,
      earnedAmount: 0n,
      restAmount: 0n,
      isSpent: true,
      isClosableByAnyone: false,
    });
    assert.deepEqual(LEASE_STATES, ["none", "open", "running", "closed"]);
  });
});
