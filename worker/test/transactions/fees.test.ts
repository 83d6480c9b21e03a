import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { bumpedFees, firstFees } from "../../src/transactions/fees.ts";
import { seededIntegers } from "../runtime/support/random.ts";

const fees = (maxFeePerGas: bigint, maxPriorityFeePerGas: bigint) => ({ maxFeePerGas, maxPriorityFeePerGas });
const cap = (maxFeePerGasCap: bigint) => ({ maxFeePerGasCap });

describe("fees", () => {
  it("begin with what the chain suggests, up to the cap", () => {
    assert.deepEqual(firstFees(fees(100n, 2n), cap(1000n)), fees(100n, 2n));
    assert.deepEqual(firstFees(fees(100n, 20n), cap(10n)), fees(10n, 10n));
  });

  it("rise by at least an eighth, or to what the chain suggests by now", () => {
    assert.deepEqual(bumpedFees(fees(800n, 80n), fees(100n, 2n), cap(10_000n)), fees(900n, 90n));
    assert.deepEqual(bumpedFees(fees(800n, 80n), fees(2000n, 85n), cap(10_000n)), fees(2000n, 90n));
    assert.deepEqual(bumpedFees(fees(1n, 0n), fees(0n, 0n), cap(10n)), fees(2n, 0n));
  });

  it("stay when the cap leaves no room", () => {
    assert.equal(bumpedFees(fees(900n, 90n), fees(100n, 2n), cap(1000n)), null);
  });

  it("rise by an eighth and never above the cap, whatever they are", () => {
    const random = seededIntegers();
    for (let round = 0; round < 500; round++) {
      const maxFee = BigInt(random());
      const previous = fees(maxFee, maxFee / BigInt((random() % 9) + 1));
      const limit = BigInt(random()) * 2n;
      const bumped = bumpedFees(previous, fees(BigInt(random()), BigInt(random())), cap(limit));
      if (bumped === null) continue;
      assert.ok(bumped.maxFeePerGas * 8n >= previous.maxFeePerGas * 9n);
      assert.ok(bumped.maxPriorityFeePerGas * 8n >= previous.maxPriorityFeePerGas * 9n);
      assert.ok(bumped.maxFeePerGas <= limit && bumped.maxPriorityFeePerGas <= bumped.maxFeePerGas);
    }
  });
});
