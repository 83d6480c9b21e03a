import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Request } from "@wattle/sdk";
import { Wallet, ZeroAddress, ZeroHash } from "ethers";
import { policySchema, requestPolicySchema } from "../../src/config/schema.ts";
import { JobRefusedError } from "../../src/jobs/refusal.ts";
import { checkRequest } from "../../src/requests/checkRequest.ts";

const TOKEN = Wallet.createRandom().address;
const ARBITER = Wallet.createRandom().address;
const PROVIDER = Wallet.createRandom().address;

const rules = {
  provider: PROVIDER,
  policy: policySchema.parse({}),
  requests: requestPolicySchema.parse({
    minRatePerSecond: { [TOKEN]: "5" },
    maxCollateral: "100",
    adjudicators: [ZeroAddress, ARBITER],
  }),
};

/** A request that the rules allow, at the edge of each of them. */
const request: Request = {
  client: Wallet.createRandom().address,
  taker: ZeroAddress,
  token: TOKEN,
  adjudicator: ARBITER,
  startRatePerSecond: 1n,
  maxRatePerSecond: 5n,
  startsAt: 0,
  riseSeconds: 0,
  collateral: 100n,
  disputeFee: 0n,
  runLimitSeconds: 60,
  declineSeconds: 30,
  slackSeconds: 60,
  reviewSeconds: 604_800,
  rulingSeconds: 3600,
  noRulingBps: 5000,
  minGpuCount: 0,
  minVramMib: 0,
  gpuModel: ZeroHash,
  region: "0x0000000000000000",
  minStake: 0n,
  expiresAt: 1,
  epoch: 0,
  specDigest: ZeroHash,
  specRoot: ZeroHash,
  tag: ZeroHash,
  salt: 0n,
};

describe("the terms of a request", () => {
  it("are fine up to the edge of each rule, and give the least rate", () => {
    assert.equal(checkRequest(request, rules), 5n);
    assert.equal(checkRequest({ ...request, rulingSeconds: 2_592_000 }, rules), 5n);
  });

  const traps: readonly (readonly [string, Partial<Request>, RegExp])[] = [
    ["no time to decline", { declineSeconds: 29 }, /decline window of 29 s is less than the 30 s/],
    ["no time to deliver", { slackSeconds: 59 }, /slack of 59 s is less than the 60 s/],
    ["a review without end", { reviewSeconds: 604_801 }, /review of 604801 s exceeds the 604800 s/],
    ["no time to rule", { rulingSeconds: 3599 }, /time for a ruling of 3599 s is less than the 3600 s/],
    ["a ruling without end", { rulingSeconds: 2_592_001 }, /time for a ruling of 2592001 s exceeds/],
    ["nothing without a ruling", { noRulingBps: 4999 }, /part without a ruling of 4999 ten-thousandths/],
    ["too much at stake", { collateral: 101n }, /locks 101/],
    ["somebody unknown to judge", { adjudicator: PROVIDER }, /adjudicator/],
    ["too little to earn", { maxRatePerSecond: 4n }, /at most 4/],
  ];
  for (const [what, change, reason] of traps) {
    it(`are refused with ${what}`, () => {
      assert.throws(
        () => checkRequest({ ...request, ...change }, rules),
        (error) => error instanceof JobRefusedError && reason.test(error.message),
      );
    });
  }

  it("need no time for a ruling where nobody is to rule", () => {
    assert.equal(checkRequest({ ...request, adjudicator: ZeroAddress, rulingSeconds: 1 }, rules), 5n);
  });
});
