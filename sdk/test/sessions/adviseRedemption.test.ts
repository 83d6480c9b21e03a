import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, it } from "node:test";
import { InvalidArgumentError } from "../../src/index.ts";
import {
  adviseRedemption,
  BATCHED_REDEMPTION_GAS,
  REDEMPTION_GAS,
  type RedeemableSession,
} from "../../src/sessions/index.ts";

const POLICY = {
  gasPriceWei: 2n,
  gasPerRedemption: 100n,
  gasPerFurther: 40n,
  weiPerToken: { numerator: 1n, denominator: 1n },
  minFactor: 5,
};
const LATER = 100_000;
const advise = (sessions: readonly (readonly [bigint, number])[], changes: Partial<typeof POLICY> = {}) =>
  adviseRedemption(
    sessions.map(([unredeemed, secondsLeft]): RedeemableSession => ({ unredeemed, secondsLeft })),
    { ...POLICY, ...changes },
  );

describe("the advice on a redemption", () => {
  it("counts with the gas that was measured", async () => {
    const path = new URL("../../../snapshots/gas.json", import.meta.url);
    const gas = JSON.parse(await readFile(path, "utf8")) as Record<string, number>;
    const single = BigInt(gas["session: redeem, warm"] ?? 0);
    const twenty = BigInt(gas["session: redeem in a batch of 20, a receipt"] ?? 0) * 20n;
    assert.equal(REDEMPTION_GAS, single);
    assert.equal(BATCHED_REDEMPTION_GAS, (twenty - single + 18n) / 19n);
  });

  it("waits until it brings the wanted multiple of its gas", () => {
    assert.deepEqual(advise([[999n, LATER]]), { redeem: [], reason: "wait", gainWei: 999n, costWei: 200n });
    assert.deepEqual(advise([[1_000n, LATER]]), {
      redeem: [0],
      reason: "pays",
      gainWei: 1_000n,
      costWei: 200n,
    });
    assert.equal(advise([[300n, LATER]], { minFactor: 1.5 }).reason, "pays");
    assert.equal(advise([[299n, LATER]], { minFactor: 1.5 }).reason, "wait");
  });

  it("shares the gas of a transaction among its receipts", () => {
    // By itself 200 wei, together 200 + 2 × 80.
    assert.equal(advise([[600n, LATER]]).reason, "wait");
    const together = advise([
      [600n, LATER],
      [600n, LATER],
      [600n, LATER],
    ]);
    assert.deepEqual(together, { redeem: [0, 1, 2], reason: "pays", gainWei: 1_800n, costWei: 360n });
  });

  it("leaves those that do not pay for their own part", () => {
    const { redeem, gainWei, costWei } = advise([
      [80n, LATER],
      [2_000n, LATER],
      [0n, 1],
      [81n, LATER],
    ]);
    assert.deepEqual([redeem, gainWei, costWei], [[1, 3], 2_081n, 280n]);
  });

  it("puts nothing off that could be lost, and takes the others along", () => {
    const mixed = [
      [150n, LATER],
      [130n, 1_800],
    ] as const;
    assert.deepEqual(advise(mixed), { redeem: [], reason: "nothing", gainWei: 280n, costWei: 280n });
    const worth = [
      [151n, LATER],
      [130n, 1_800],
    ] as const;
    assert.deepEqual(advise(worth), { redeem: [0, 1], reason: "last-chance", gainWei: 281n, costWei: 280n });
    assert.equal(advise([[250n, 1_801]]).reason, "wait");
    assert.equal(
      advise([[250n, -5]]).reason,
      "last-chance",
      "also after the grace: nobody may have closed it",
    );
  });

  it("never redeems what costs more than it brings", () => {
    assert.equal(advise([[200n, 1]]).reason, "nothing");
    assert.equal(advise([[80n, 1]]).costWei, 0n);
    assert.equal(advise([]).reason, "nothing");
  });

  it("takes a token's worth as a fraction", () => {
    const weiPerToken = { numerator: 1n, denominator: 3_000n };
    assert.equal(advise([[2_999_999n, LATER]], { weiPerToken }).reason, "wait");
    assert.equal(advise([[3_000_000n, LATER]], { weiPerToken }).reason, "pays");
    assert.equal(
      advise([[3_000n, LATER]], { gasPriceWei: 0n, weiPerToken }).reason,
      "pays",
      "gas is free here",
    );
  });

  it("error: InvalidArgumentError", () => {
    for (const changes of [
      { gasPriceWei: -1n },
      { weiPerToken: { numerator: 1n, denominator: 0n } },
      { weiPerToken: { numerator: -1n, denominator: 1n } },
      { minFactor: -1 },
      { minFactor: Number.NaN },
    ]) {
      assert.throws(() => advise([[1n, 1]], changes), InvalidArgumentError);
    }
  });
});
