import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { verifyTypedData } from "ethers";
import { InvalidArgumentError, type Receipt, UserRejectedError } from "../../src/index.ts";
import {
  CallBudgetExceededError,
  createPayer,
  type CreatePayerParameters,
  SessionDepositExceededError,
  SpendingCapExceededError,
} from "../../src/sessions/index.ts";
import { RECEIPT_TYPES, receiptDomain } from "../../src/types/receiptTypedData.ts";
import { MARKET, PAYER_KEY, SESSION_ID } from "./support/sampleSession.ts";

const payerOf = (changes: Partial<CreatePayerParameters> = {}) =>
  createPayer({
    ...MARKET,
    sessionId: SESSION_ID,
    deposited: 1_000n,
    signer: PAYER_KEY,
    maxPerCall: 100n,
    cap: 500n,
    ...changes,
  });

describe("a payer", () => {
  it("signs what all calls so far cost", async () => {
    const payer = payerOf();
    const receipts = [await payer.pay(10n), await payer.pay(100n), await payer.pay(1n)];
    assert.deepEqual(
      receipts.map(({ cumulativeAmount }) => cumulativeAmount),
      [10n, 110n, 111n],
    );
    for (const { sessionId, cumulativeAmount, signature } of receipts) {
      const value = { sessionId, cumulativeAmount };
      const signer = verifyTypedData(receiptDomain(MARKET), RECEIPT_TYPES, value, signature);
      assert.equal(signer, PAYER_KEY.address);
    }
    assert.equal(payer.signed, 111n);
    assert.deepEqual(await payer.last(), receipts[2]);
  });

  it("serves calls at the same time one after the other", async () => {
    const payer = payerOf({ maxPerCall: 7n });
    const receipts = await Promise.all(Array.from({ length: 20 }, () => payer.pay(7n)));
    assert.deepEqual(
      receipts.map(({ cumulativeAmount }) => cumulativeAmount),
      Array.from({ length: 20 }, (_, index) => 7n * BigInt(index + 1)),
    );
  });

  it("goes on where another left off, and never signs less", async () => {
    const payer = payerOf({ signedSoFar: 300n });
    assert.equal((await payer.last()).cumulativeAmount, 300n);
    assert.equal((await payer.pay(5n)).cumulativeAmount, 305n);
    await assert.rejects(payer.pay(0n), InvalidArgumentError);
    await assert.rejects(payer.pay(-5n), InvalidArgumentError);
    assert.equal((await payer.last()).cumulativeAmount, 305n);
  });

  it("tells each receipt before it hands it out, and spends nothing when that fails", async () => {
    const told: Receipt[] = [];
    let fails = false;
    const payer = payerOf({
      onSigned: (receipt) => {
        if (fails) throw new Error("disk full");
        told.push(receipt);
      },
    });
    const receipt = await payer.pay(10n);
    assert.deepEqual(told, [receipt]);
    fails = true;
    await assert.rejects(payer.pay(10n), /disk full/);
    assert.equal(payer.signed, 10n);
    fails = false;
    assert.equal((await payer.pay(10n)).cumulativeAmount, 20n, "the next one is served all the same");
  });

  it("error: CallBudgetExceededError", async () => {
    const payer = payerOf();
    await assert.rejects(payer.pay(101n), (error: CallBudgetExceededError) => {
      assert.ok(error instanceof CallBudgetExceededError);
      assert.match(error.message, /would cost 101 base units; the budget of one is 100\./);
      assert.deepEqual([error.amount, error.maxPerCall, error.retryable], [101n, 100n, false]);
      return true;
    });
    assert.equal((await payer.pay(100n)).cumulativeAmount, 100n);
  });

  it("error: SpendingCapExceededError", async () => {
    const payer = payerOf({ signedSoFar: 450n });
    await assert.rejects(payer.pay(51n), (error: SpendingCapExceededError) => {
      assert.ok(error instanceof SpendingCapExceededError);
      assert.match(error.message, /450 base units are signed already; 51 more would exceed the cap of 500\./);
      assert.deepEqual([error.signed, error.amount, error.cap], [450n, 51n, 500n]);
      return true;
    });
    assert.equal((await payer.pay(50n)).cumulativeAmount, 500n);
    await assert.rejects(payer.pay(1n), SpendingCapExceededError);
  });

  it("error: SessionDepositExceededError, until the payer is told of a top-up", async () => {
    const payer = payerOf({ deposited: 120n, cap: undefined });
    await payer.pay(100n);
    await assert.rejects(payer.pay(21n), (error: SessionDepositExceededError) => {
      assert.ok(error instanceof SessionDepositExceededError);
      assert.match(
        error.message,
        /100 base units are signed already; 21 more would exceed the 120 that were/,
      );
      assert.match(error.action, /topUpSession/);
      assert.deepEqual([error.signed, error.amount, error.deposited], [100n, 21n, 120n]);
      return true;
    });
    payer.setDeposited(121n);
    assert.equal((await payer.pay(21n)).cumulativeAmount, 121n);
  });

  it("error: UserRejectedError, and nothing is spent", async () => {
    let rejects = true;
    const payer = payerOf({
      signer: {
        signTypedData: (...values) =>
          rejects
            ? Promise.reject(Object.assign(new Error("no"), { code: "ACTION_REJECTED" }))
            : PAYER_KEY.signTypedData(...values),
      },
    });
    await assert.rejects(payer.pay(10n), UserRejectedError);
    rejects = false;
    assert.equal((await payer.pay(10n)).cumulativeAmount, 10n);
  });

  it("error: InvalidArgumentError for a negative amount", () => {
    for (const name of ["deposited", "maxPerCall", "cap", "signedSoFar"] as const) {
      assert.throws(() => payerOf({ [name]: -1n }), InvalidArgumentError, name);
    }
  });
});
