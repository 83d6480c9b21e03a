import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { nextTransactionStep, type TransactionFacts } from "../../src/transactions/nextTransactionStep.ts";
import { seededIntegers } from "../runtime/support/random.ts";

const BUMP_AFTER_MS = 1000;
const facts = (change: Partial<TransactionFacts> = {}): TransactionFacts => ({
  last: { nonce: 7, ageMs: 0 },
  isIncluded: false,
  latestNonce: 7,
  pendingNonce: 8,
  isUnderpriced: false,
  ...change,
});
const step = (change: Partial<TransactionFacts> = {}) => nextTransactionStep(facts(change), BUMP_AFTER_MS);

describe("nextTransactionStep", () => {
  it("signs with the next free nonce, behind what the node has waiting", () => {
    assert.deepEqual(step({ last: null, latestNonce: 7, pendingNonce: 7 }), { do: "sign", nonce: 7 });
    assert.deepEqual(step({ last: null, latestNonce: 7, pendingNonce: 9 }), { do: "sign", nonce: 9 });
  });

  it("does not trust a count of waiting transactions that is behind the chain", () => {
    assert.deepEqual(step({ last: null, latestNonce: 7, pendingNonce: 5 }), { do: "sign", nonce: 7 });
  });

  it("is done once one of the attempts is included", () => {
    assert.deepEqual(step({ isIncluded: true, latestNonce: 8 }), { do: "finish" });
  });

  it("waits while the node has it", () => {
    assert.deepEqual(step(), { do: "wait" });
  });

  it("gives it to the node again when the node has lost it, as after a restart", () => {
    assert.deepEqual(step({ pendingNonce: 7 }), { do: "broadcast" });
  });

  it("bumps what waits too long, or is too cheap", () => {
    assert.deepEqual(step({ last: { nonce: 7, ageMs: BUMP_AFTER_MS } }), { do: "bump" });
    assert.deepEqual(step({ isUnderpriced: true }), { do: "bump" });
  });

  it("signs anew when another transaction of the same key took the nonce", () => {
    assert.deepEqual(step({ latestNonce: 8, pendingNonce: 8 }), { do: "sign", nonce: 8 });
  });

  it("signs anew when what was waiting before it has vanished", () => {
    assert.deepEqual(step({ last: { nonce: 9, ageMs: 0 }, pendingNonce: 7 }), { do: "sign", nonce: 7 });
  });
});

describe("a transaction in a world where nodes forget and keys are shared", () => {
  const random = seededIntegers();

  it("is included once, and leaves no nonce out", () => {
    for (let life = 0; life < 1000; life++) assert.equal(sendOnce(), 1);
  });

  /** Returns how many of the intent's attempts were included. */
  function sendOnce(): number {
    let latest = random() % 5;
    let waiting: { readonly nonce: number; readonly isOurs: boolean; readonly isCheap: boolean }[] = [];
    const attempts: number[] = [];
    let included = 0;
    let ageMs = 0;
    for (let moment = 0; moment < 500; moment++) {
      let pending = latest;
      while (waiting.some(({ nonce }) => nonce === pending)) pending++;
      const nonce = attempts.at(-1);
      const action = nextTransactionStep(
        {
          last: nonce === undefined ? null : { nonce, ageMs },
          isIncluded: included > 0,
          latestNonce: latest,
          pendingNonce: pending,
          isUnderpriced: false,
        },
        BUMP_AFTER_MS,
      );
      if (action.do === "finish") return included;
      if (action.do === "sign") {
        assert.ok(action.nonce <= pending, "left a nonce out");
        attempts.push(action.nonce);
        ageMs = 0;
      }
      if (action.do !== "wait") {
        const mine = attempts.at(-1) ?? 0;
        if (action.do === "bump") ageMs = 0;
        waiting = waiting.filter((transaction) => transaction.nonce !== mine || !transaction.isOurs);
        if (!waiting.some((transaction) => transaction.nonce === mine)) {
          waiting.push({ nonce: mine, isOurs: true, isCheap: action.do !== "bump" && random() % 3 === 0 });
        }
      }
      ageMs += random() % 400;
      // Somebody uses the key by hand.
      if (random() % 20 === 0 && !waiting.some((other) => other.nonce === latest)) {
        waiting.push({ nonce: latest, isOurs: false, isCheap: false });
      }
      if (random() % 15 === 0) waiting = waiting.filter(() => random() % 2 === 0);
      if (random() % 3 === 0) {
        const next = waiting.find((other) => other.nonce === latest && !other.isCheap);
        if (next !== undefined) {
          waiting = waiting.filter((other) => other !== next);
          latest++;
          if (next.isOurs) included++;
        }
      }
    }
    return included;
  }
});
