import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { getBytes, hexlify, Signature, toBeHex, TypedDataEncoder } from "ethers";
import { sessionIdOf } from "../../src/index.ts";
import {
  createPayee,
  type CreatePayeeParameters,
  PaymentDueError,
  type ReceiptFault,
  ReceiptInvalidError,
} from "../../src/sessions/index.ts";
import { receiptDigester } from "../../src/sessions/receiptDigest.ts";
import { recoverKey as recoverInBrowser } from "../../src/sessions/recoverKey.browser.ts";
import { recoverKey } from "../../src/sessions/recoverKey.ts";
import { RECEIPT_TYPES, receiptDomain } from "../../src/types/receiptTypedData.ts";
import { makeReceipt, MARKET, OTHER_KEY, PAYER_KEY, SESSION_ID, TERMS } from "./support/sampleSession.ts";

const payeeOf = (changes: Partial<CreatePayeeParameters> = {}) =>
  createPayee({ ...MARKET, terms: TERMS, deposited: 1_000n, redeemed: 0n, ...changes });

const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

/** The same signature with the other `s`, which ecrecover takes and the contracts do not. */
function malleable(signature: string): string {
  const { r, s, v } = Signature.from(signature);
  return `${r}${toBeHex(ORDER - BigInt(s), 32).slice(2)}${(v === 27 ? 28 : 27).toString(16)}`;
}

describe("a payee", () => {
  it("remembers the highest good receipt", async () => {
    const payee = payeeOf();
    const [low, high] = [await makeReceipt(30n), await makeReceipt(70n)];
    assert.equal(payee.received, null);
    assert.deepEqual(payee.check(low), { raises: true, covered: 30n });
    assert.deepEqual(payee.check(high), { raises: true, covered: 70n });
    assert.deepEqual(payee.check(low), { raises: false, covered: 30n });
    assert.deepEqual(payee.check(high), { raises: false, covered: 70n });
    assert.deepEqual(payee.received, high);
    assert.equal(payee.sessionId, SESSION_ID);
  });

  it("books calls that the receipts pay for, up to the deposit", async () => {
    const payee = payeeOf({ deposited: 100n });
    assert.equal(payee.covers(40n), false);
    assert.equal(payee.due(40n), 40n);
    payee.check(await makeReceipt(80n));
    assert.equal(payee.charge(40n), 40n);
    assert.equal(payee.charge(40n), 80n);
    assert.equal(payee.due(40n), 120n);
    payee.check(await makeReceipt(120n));
    assert.equal(payee.covers(40n), false, "the deposit covers half of it");
    payee.update({ deposited: 150n, redeemed: 0n });
    assert.equal(payee.covers(40n), true);
    assert.equal(payee.charge(40n), 120n);
  });

  it("knows what a redemption would bring", async () => {
    const payee = payeeOf({ deposited: 100n, redeemed: 20n });
    assert.equal(payee.unredeemed, 0n);
    payee.check(await makeReceipt(15n));
    assert.equal(payee.unredeemed, 0n, "less than was redeemed");
    payee.check(await makeReceipt(50n));
    assert.equal(payee.unredeemed, 30n);
    payee.check(await makeReceipt(500n));
    assert.equal(payee.unredeemed, 80n, "at most the deposit");
    payee.update({ deposited: 200n, redeemed: 100n });
    assert.equal(payee.unredeemed, 100n);
  });

  it("says when that is worth its gas", async () => {
    const payee = payeeOf();
    payee.check(await makeReceipt(500n));
    const policy = { gasPriceWei: 1n, gasPerRedemption: 100n, gasPerFurther: 50n, minFactor: 4 };
    const worth = (numerator: bigint, secondsLeft = 10_000): boolean =>
      payee.isWorthRedeeming({ ...policy, weiPerToken: { numerator, denominator: 500n }, secondsLeft });
    assert.equal(worth(399n), false);
    assert.equal(worth(400n), true);
    assert.equal(worth(101n, 1_800), true, "at the end, more than its gas is enough");
    assert.equal(worth(100n, 1_800), false);
    assert.equal(
      payee.adviseRedemption({ ...policy, weiPerToken: { numerator: 1n, denominator: 1n }, secondsLeft: 1 })
        .reason,
      "pays",
    );
  });

  it("goes on after a restart", async () => {
    const received = await makeReceipt(70n);
    const payee = payeeOf({ received, consumed: 60n });
    assert.deepEqual(payee.received, received);
    assert.equal(payee.covers(11n), false);
    assert.equal(payee.charge(10n), 70n);
    const forged = { ...received, cumulativeAmount: 700n };
    assert.throws(() => payeeOf({ received: forged }), ReceiptInvalidError);
    assert.equal(payeeOf({ received: null }).received, null);
  });

  it("error: PaymentDueError", async () => {
    const payee = payeeOf({ deposited: 100n });
    payee.check(await makeReceipt(30n));
    payee.charge(20n);
    assert.throws(
      () => payee.charge(11n),
      (error: PaymentDueError) => {
        assert.ok(error instanceof PaymentDueError);
        assert.match(
          error.message,
          /a receipt for 31 base units .* there is one for 30, and 100 are deposited/,
        );
        assert.deepEqual([error.due, error.received, error.deposited], [31n, 30n, 100n]);
        return true;
      },
    );
    assert.throws(() => payee.charge(81n), /Raise the deposit with topUpSession/);
    assert.equal(payee.consumed, 20n);
  });

  it("error: ReceiptInvalidError", async () => {
    const payee = payeeOf();
    const good = await makeReceipt(50n);
    const otherSession = sessionIdOf({ ...TERMS, salt: 2n });
    const escrow = TERMS.token;
    const faults: [string, Parameters<typeof payee.check>[0], ReceiptFault][] = [
      ["another session's", await makeReceipt(50n, { sessionId: otherSession }), "session"],
      [
        "another session's under this id",
        { ...(await makeReceipt(50n, { sessionId: otherSession })), sessionId: SESSION_ID },
        "signature",
      ],
      ["another chain's", await makeReceipt(50n, { market: { ...MARKET, chainId: 1 } }), "signature"],
      [
        "another contract's",
        await makeReceipt(50n, { market: { ...MARKET, sessionEscrow: escrow } }),
        "signature",
      ],
      ["another key's", await makeReceipt(50n, { key: OTHER_KEY }), "signature"],
      ["raised after it was signed", { ...good, cumulativeAmount: 51n }, "signature"],
      ["malleable", { ...good, signature: malleable(good.signature) }, "signature"],
      [
        "in the short form",
        { ...good, signature: Signature.from(good.signature).compactSerialized },
        "signature",
      ],
      ["of zeros", { ...good, signature: `0x${"00".repeat(65)}` }, "signature"],
      ["of ones", { ...good, signature: `0x${"ff".repeat(64)}1b` }, "signature"],
      ["with v as 0 or 1", { ...good, signature: good.signature.slice(0, -2) + "00" }, "signature"],
      ["no hex", { ...good, signature: "z".repeat(132) }, "signature"],
      ["empty", { ...good, signature: "" }, "signature"],
      ["negative", { ...good, cumulativeAmount: -1n }, "amount"],
      ["too large", { ...good, cumulativeAmount: 1n << 128n }, "amount"],
    ];
    for (const [name, receipt, fault] of faults) {
      assert.throws(
        () => payee.check(receipt),
        (error: ReceiptInvalidError) => {
          assert.ok(error instanceof ReceiptInvalidError, name);
          assert.equal(error.fault, fault, name);
          return true;
        },
      );
    }
    assert.equal(payee.received, null);
    assert.equal(
      payee.check({ ...good, sessionId: SESSION_ID.toUpperCase().replace("0X", "0x") }).raises,
      true,
    );
  });
});

describe("the check of a receipt", () => {
  it("hashes as EIP-712 says", () => {
    const digestOf = receiptDigester(MARKET, SESSION_ID);
    for (const cumulativeAmount of [0n, 1n, 2n ** 64n - 1n, 2n ** 64n, 2n ** 128n - 1n, 12_345n]) {
      const value = { sessionId: SESSION_ID, cumulativeAmount };
      const expected = TypedDataEncoder.hash(receiptDomain(MARKET), RECEIPT_TYPES, value);
      assert.equal(hexlify(digestOf(cumulativeAmount)), expected);
    }
  });

  it("recovers the same keys in Node and in browsers", async () => {
    const digest = receiptDigester(MARKET, SESSION_ID)(50n);
    const { signature } = await makeReceipt(50n);
    for (const hex of [
      signature,
      malleable(signature),
      `0x${"00".repeat(65)}`,
      `0x${"ff".repeat(64)}1c`,
      "0x12",
    ]) {
      const [inNode, inBrowser] = [
        recoverKey(digest, getBytes(hex)),
        recoverInBrowser(digest, getBytes(hex)),
      ];
      assert.deepEqual(inNode, inBrowser, hex);
    }
    assert.equal(hexlify(recoverKey(digest, getBytes(signature)) ?? "0x"), PAYER_KEY.signingKey.publicKey);
  });

  it("takes less than a millisecond", async () => {
    // Other work on the machine is no work of the check, so the time is told and nothing fails by it.
    const receipts = await Promise.all(
      Array.from({ length: 300 }, (_, index) => makeReceipt(BigInt(index + 1))),
    );
    const wallMs: number[] = [];
    for (let round = 0; round < 4; round++) {
      const payee = payeeOf();
      for (const receipt of receipts) {
        const from = performance.now();
        payee.check(receipt);
        wallMs.push(performance.now() - from);
      }
      assert.equal(payee.received?.cumulativeAmount, 300n);
    }
    wallMs.sort((left, right) => left - right);
    const at = (part: number): string => (wallMs[Math.floor(wallMs.length * part)] ?? NaN).toFixed(3);
    console.log(`a receipt: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`);
  });
});
