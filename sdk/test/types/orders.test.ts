import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { id, Interface, ZeroAddress } from "ethers";
import { jobEscrowAbi } from "../../src/abis/jobEscrow.ts";
import type { AbiParameter, PlainValue } from "../../src/abi/plain.ts";
import {
  decodeSignedOffer,
  decodeSignedRequest,
  encodeSignedOffer,
  encodeSignedRequest,
  InvalidArgumentError,
  type Offer,
  rateOfRequest,
  type Request,
} from "../../src/index.ts";

type AbiFunction = Extract<(typeof jobEscrowAbi)[number], { type: "function"; name: "hashRequest" }>;
type Struct = AbiFunction["inputs"][0] extends infer First extends AbiParameter ? PlainValue<First> : never;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Fields<T> = { readonly [Key in keyof T]: T[Key] };

// This line does not compile when the interface differs from the ABI that the contract was compiled to.
const requestsAreTheAbis: Same<Fields<Request>, Struct> = true;

const shared = {
  taker: ZeroAddress,
  token: "0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65",
  adjudicator: "0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc",
  collateral: 2n ** 79n,
  disputeFee: 0n,
  declineSeconds: 10,
  slackSeconds: 20,
  reviewSeconds: 3600,
  rulingSeconds: 86_400,
  noRulingBps: 5000,
  expiresAt: 2 ** 40 - 1,
  tag: id("tag"),
  salt: 2n ** 256n - 1n,
};

const offer: Offer = {
  ...shared,
  provider: "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC",
  ratePerSecond: 2n ** 95n,
  minRunSeconds: 1,
  maxRunSeconds: 600,
  slots: 2,
  maxFills: 2 ** 32 - 1,
  authEpoch: 7,
  machineId: id("machine"),
};

const request: Request = {
  ...shared,
  client: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
  startRatePerSecond: 10n,
  maxRatePerSecond: 21n,
  startsAt: 1000,
  riseSeconds: 10,
  runLimitSeconds: 120,
  minGpuCount: 1,
  minVramMib: 16_384,
  gpuModel: id("model"),
  region: "0x6465000000000000",
  minStake: 5n,
  epoch: 0,
  specDigest: id("spec"),
  specRoot: id("root"),
};

const signature = `0x${"ab".repeat(65)}`;

/** Sends a value through JSON, as a website would. */
const travel = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("signed orders as JSON", () => {
  it("come back as they were", () => {
    assert.ok(requestsAreTheAbis);
    const names = new Interface(jobEscrowAbi).getFunction("hashRequest")?.inputs[0]?.components ?? [];
    assert.deepEqual(new Set(Object.keys(request)), new Set(names.map(({ name }) => name)));
    assert.deepEqual(decodeSignedOffer(travel(encodeSignedOffer({ offer, signature }))), {
      offer,
      signature,
    });
    const signed = { request, signature, store: "https://relay.example" };
    assert.deepEqual(decodeSignedRequest(travel(encodeSignedRequest(signed))), signed);
    const { store: _, ...bare } = encodeSignedRequest(signed);
    assert.equal(decodeSignedRequest(bare).store, "", "a request without a store says none");
  });

  it("leave out what stands beside the order", () => {
    const encoded = { ...encodeSignedOffer({ offer, signature }), orderHash: id("x"), seenAt: 7 };
    assert.deepEqual(decodeSignedOffer(encoded), { offer, signature });
  });

  it("error: InvalidArgumentError, with the field", () => {
    const rejects = (changes: Record<string, unknown>, message: RegExp): void => {
      const encoded = encodeSignedRequest({ request, signature, store: "" });
      assert.throws(
        () => decodeSignedRequest({ ...encoded, request: { ...encoded.request, ...changes } }),
        (error) => error instanceof InvalidArgumentError && message.test(error.message),
      );
    };
    rejects({ client: undefined }, /request\.client is missing, not an address/);
    rejects({ client: "0x70997970C51812dc3A010C7d01b50e0d17dc79c8" }, /request\.client .*not an address/);
    rejects({ client: 7 }, /request\.client is 7, not an address/);
    rejects({ expiresAt: 2 ** 40 }, /request\.expiresAt .*at most 40 bits/);
    rejects({ epoch: -1 }, /request\.epoch is -1/);
    rejects({ epoch: 0.5 }, /request\.epoch is 0.5/);
    rejects({ epoch: "0" }, /request\.epoch is "0", not a whole number/);
    rejects({ minStake: (2n ** 128n).toString() }, /request\.minStake .*at most 128 bits/);
    rejects({ minStake: "0x10" }, /request\.minStake .*decimal/);
    rejects({ minStake: "01" }, /request\.minStake .*decimal/);
    rejects({ minStake: 5 }, /request\.minStake is 5/);
    rejects({ region: "0x6465" }, /request\.region .*8 bytes/);
    rejects({ specRoot: "root" }, /request\.specRoot .*32 bytes/);
    rejects({ pirce: 1 }, /request\.pirce is no field/);
    for (const wrong of [null, [], "text", 7]) {
      assert.throws(() => decodeSignedRequest(wrong), InvalidArgumentError);
      assert.throws(() => decodeSignedOffer({ offer: wrong, signature }), /offer is .*not an object/);
    }
    assert.throws(
      () => decodeSignedOffer({ ...encodeSignedOffer({ offer, signature: "0xabc" }) }),
      /signature/,
    );
    const wrongStore = { ...encodeSignedRequest({ request, signature, store: "" }), store: 7 };
    assert.throws(() => decodeSignedRequest(wrongStore), /store is no text/);
  });
});

describe("a request's rate", () => {
  it("rises in a straight line, rounded down, and stays", () => {
    const rateAt = (second: number): bigint => rateOfRequest(request, 1000 + second);
    assert.deepEqual([-1, 0, 1, 5, 9, 9.99, 10, 11].map(rateAt), [10n, 10n, 11n, 15n, 19n, 19n, 21n, 21n]);
  });

  it("is the highest from its start where it does not rise", () => {
    const flat = { ...request, riseSeconds: 0 };
    assert.equal(rateOfRequest(flat, 999), 10n);
    assert.equal(rateOfRequest(flat, 1000), 21n);
  });
});
