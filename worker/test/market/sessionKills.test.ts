import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { getSession, getSessionEvents, startCloseSession } from "@wattle/sdk";
import { SUM_WORDS, sumOf, wordsOf } from "../runtime/support/servedPrograms.ts";
import { addSeller, CALL_PRICE, redeemedOf, startSession } from "../support/calls.ts";
import { type Market, openMarket } from "../support/market.ts";
import { surviveCrashes } from "../support/surviveCrashes.ts";
import { stopTestWorkers } from "../support/testWorker.ts";
import { until } from "../support/until.ts";

describe("a worker that is killed at every step of a session", () => {
  let market: Market;
  before(async () => {
    market = await openMarket();
  });
  after(async () => {
    await stopTestWorkers();
    await market.close();
  });

  it("charges each call once, loses no receipt, and redeems once", async () => {
    const { provider, url } = await addSeller(market, { sum: SUM_WORDS });
    const session = await startSession(market, url, provider);
    const calls = 4;
    const buy = async (): Promise<void> => {
      for (let n = 1; n <= calls; n++) {
        const paid = CALL_PRICE * BigInt(n);
        const answer = await until(
          `the answer to call ${n}`,
          async () => {
            const given = await session.call("sum", wordsOf([n, n]), paid).catch(() => null);
            return given?.status === 200 ? given : null;
          },
          180_000,
        );
        assert.deepEqual([answer.output, answer.consumed], [sumOf([n, n]), paid]);
      }
      const { terms } = await getSession(session.client, session);
      await startCloseSession(session.client, { terms });
    };
    const steps = ["open", "received", "delivered", "closing"].map((step) => `session:${step}`);
    const changes = ["open", "signed", "mined"].map((status) => `transaction:redeem:${status}`);
    await Promise.all([
      buy(),
      surviveCrashes(provider, [...steps, ...changes], ["session:", "transaction:redeem:"]),
    ]);
    assert.equal(await redeemedOf(session), CALL_PRICE * BigInt(calls));
    const redeemed = await getSessionEvents(session.client, { types: ["receipt-redeemed"] });
    assert.equal(redeemed.length, 1);
    const nonce = await session.client.provider.getTransactionCount(provider.operator.address);
    assert.ok(nonce <= 2, "one transaction, and perhaps the payout already");
  });
});
