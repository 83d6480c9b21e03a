import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { LeaseSlot, LeaseTerms } from "@wattle/sdk";
import { ZeroAddress, ZeroHash } from "ethers";
import { checkInPeriodOf, earnedOf, nextLeaseStep, servedSecondsOf } from "../../src/leases/nextLeaseStep.ts";

const OPENED_AT = 1_000_000;
const terms: LeaseTerms = {
  orderHash: ZeroHash,
  fill: 1,
  client: ZeroAddress,
  provider: ZeroAddress,
  payout: ZeroAddress,
  token: ZeroAddress,
  ratePerSecond: 7n,
  openedAt: OPENED_AT,
  leaseSeconds: 1000,
  graceSeconds: 90,
};
const open: LeaseSlot = {
  state: "open",
  openedBlock: 1,
  seenAt: OPENED_AT,
  fundedSeconds: 500,
  servedSeconds: 0,
  paidSeconds: 0,
};
const running = (seenAfter: number, servedSeconds = seenAfter): LeaseSlot => ({
  ...open,
  state: "running",
  seenAt: OPENED_AT + seenAfter,
  servedSeconds,
});

describe("nextLeaseStep", () => {
  const cases: [string, LeaseSlot, number, ReturnType<typeof nextLeaseStep>][] = [
    ["a new lease: at once", open, 0, { do: "check-in", canWait: false }],
    [
      "one that was just seen: a third of the grace later",
      running(10),
      10,
      { do: "wait", until: OPENED_AT + 40 },
    ],
    ["one that others may wait with", running(10), 25, { do: "check-in", canWait: true }],
    ["one that is due", running(10), 40, { do: "check-in", canWait: false }],
    ["one after an absence", running(10), 400, { do: "check-in", canWait: false }],
    [
      "one that is counted to its end",
      { ...running(910), fundedSeconds: 1000 },
      950,
      { do: "wait", until: OPENED_AT + 1001 },
    ],
    ["the last second", { ...running(800), fundedSeconds: 1000 }, 1000, { do: "check-in", canWait: false }],
    ["one that is over", { ...running(910), fundedSeconds: 1000 }, 1001, { do: "close" }],
    ["one that nobody came to", open, 1001, { do: "close" }],
    ["an empty one, held for its grace", running(500), 589, { do: "check-in", canWait: false }],
    ["an exhausted one", running(550), 591, { do: "close" }],
    ["a closed one", { ...running(5), state: "closed" }, 9, { do: "wait", until: null }],
    ["one that the chain took back", { ...open, state: "none" }, 9, { do: "wait", until: null }],
  ];
  for (const [what, slot, seconds, step] of cases) {
    test(what, () => assert.deepEqual(nextLeaseStep(terms, slot, OPENED_AT + seconds, null), step));
  }

  test("a period that the operator named, but shorter than the grace", () => {
    assert.equal(checkInPeriodOf(terms, 15), 15);
    assert.equal(checkInPeriodOf(terms, 500), 89);
    assert.equal(checkInPeriodOf({ ...terms, graceSeconds: 1 }, null), 1);
  });
});

describe("what a lease earns", () => {
  test("is what was served, as far as funded, and not yet paid", () => {
    assert.equal(servedSecondsOf(terms, open, OPENED_AT + 50), 0);
    assert.equal(servedSecondsOf(terms, running(10), OPENED_AT + 50), 50);
    assert.equal(servedSecondsOf(terms, running(10), OPENED_AT + 500), 100);
    assert.equal(servedSecondsOf(terms, running(950), OPENED_AT + 2000), 1000);
    assert.equal(earnedOf(terms, { ...running(480), paidSeconds: 400 }, OPENED_AT + 560), 700n);
  });
});
