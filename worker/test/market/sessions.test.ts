import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import { getSession, startCloseSession, topUpSession } from "@wattle/sdk";
import type { WorkerEvent } from "../../src/events/workerEvent.ts";
import { HOLD, SUM_WORDS, sumOf, wordsOf } from "../runtime/support/servedPrograms.ts";
import { processesNaming } from "../runtime/support/testRuntime.ts";
import { addSeller, CALL_PRICE, redeemedOf, startSession } from "../support/calls.ts";
import { type Market, openMarket } from "../support/market.ts";
import { startTestWorker, stopTestWorkers } from "../support/testWorker.ts";
import { until } from "../support/until.ts";
import { startWorkerProcess } from "../support/workerProcess.ts";

describe("a worker that sells calls", { concurrency: true }, () => {
  let market: Market;
  before(async () => {
    market = await openMarket();
  });
  after(async () => {
    await stopTestWorkers();
    await market.close();
  });

  it("answers calls, survives a kill between and in calls, and redeems when the payer leaves", async () => {
    const { provider, url } = await addSeller(market, { sum: SUM_WORDS });
    let worker = await startWorkerProcess(provider);
    const session = await startSession(market, url, provider);
    let paid = 0n;
    /** A caller that tries again with the same receipt until it has its answer. */
    const call = async (words: readonly number[]): Promise<bigint> => {
      const amount = paid + CALL_PRICE;
      const answer = await until("an answer", () =>
        session.call("sum", wordsOf(words), amount).catch(() => null),
      );
      assert.equal(answer.status, 200, JSON.stringify(answer.refusal));
      assert.deepEqual(answer.output, sumOf(words), "computed for this input");
      paid = amount;
      return answer.consumed ?? 0n;
    };
    for (let n = 0; n < 5; n++) assert.equal(await call([n, n + 1]), paid);

    await worker.kill();
    worker = await startWorkerProcess(provider);
    for (let n = 0; n < 5; n++)
      assert.equal(await call([n, 7]), paid, "no call is charged twice, none is lost");

    // Killed with calls under way, several times: the caller repeats what it got no answer to.
    for (let round = 0; round < 3; round++) {
      const calls = (async () => {
        for (let n = 0; n < 20; n++) assert.equal(await call([round, n]), paid);
      })();
      setTimeout(() => void worker.kill(), 30 + 20 * round);
      await until("the kill", () => worker.ending() !== null);
      worker = await startWorkerProcess(provider);
      await calls;
    }
    assert.equal(paid, CALL_PRICE * 70n);
    assert.equal(await redeemedOf(session), 0n, "it waits, for nobody said what the token is worth");

    const { terms } = await getSession(session.client, session);
    const { graceUntil } = await startCloseSession(session.client, { terms });
    await until("the redemption", async () => (await redeemedOf(session)) === paid);
    const head = await session.client.provider.getBlock("latest");
    assert.ok((head?.timestamp ?? Infinity) <= graceUntil, "within the grace");
    const refused = await session.call("sum", wordsOf([1]), paid + CALL_PRICE);
    assert.deepEqual([refused.status, refused.refusal["error"]], [410, "session-over"]);
    const told = JSON.stringify(worker.events);
    assert.ok(!/0x[0-9a-f]{130}/i.test(told), "no signature is told");
    assert.equal(await worker.stop(), 0);
    assert.deepEqual(processesNaming(provider.stateFolder), [], "no process is left");
  });

  it("lets no process outlive the worker, nor its session's quiet", async () => {
    const { provider, url } = await addSeller(market, { sum: SUM_WORDS }, {}, { idleSeconds: 3 });
    const worker = await startWorkerProcess(provider);
    const session = await startSession(market, url, provider);
    assert.equal((await session.call("sum", wordsOf([1]), CALL_PRICE)).status, 200);
    const children = (): number[] => processesNaming(`${provider.stateFolder}/runs`);
    assert.ok(children().length > 0);
    await until("the idle process is gone", () => children().length === 0);
    assert.equal((await session.call("sum", wordsOf([1]), 2n * CALL_PRICE)).status, 200);
    await worker.kill();
    await until("the process is gone", () => children().length === 0);
  });

  it("kills a call that never ends, charges nothing for it, and redeems only what was delivered", async () => {
    const { provider, url } = await addSeller(market, { hold: HOLD }, { callLimitMs: 3000 });
    const worker = await startTestWorker(provider);
    const session = await startSession(market, url, provider);
    const first = await session.call("hold", wordsOf([5]), CALL_PRICE);
    assert.deepEqual([first.status, first.consumed], [200, CALL_PRICE]);
    const startedAt = performance.now();
    const failed = await session.call("hold", wordsOf([1]), 2n * CALL_PRICE);
    assert.deepEqual([failed.status, failed.refusal["error"]], [500, "call-failed"]);
    assert.ok(performance.now() - startedAt < 60_000);
    const { terms } = await getSession(session.client, session);
    await startCloseSession(session.client, { terms });
    await until("the redemption", async () => (await redeemedOf(session)) > 0n);
    assert.equal(await redeemedOf(session), CALL_PRICE, "not the receipt of the call that failed");
    await worker.stop();
  });

  it("serves the next call for the receipt of one that failed", async () => {
    const { provider, url } = await addSeller(market, { hold: HOLD }, { callLimitMs: 3000 });
    const worker = await startTestWorker(provider);
    const session = await startSession(market, url, provider);
    assert.equal((await session.call("hold", wordsOf([1]), CALL_PRICE)).status, 500);
    const next = await session.call("hold", wordsOf([9]), CALL_PRICE);
    assert.deepEqual([next.status, next.consumed, next.output], [200, CALL_PRICE, wordsOf([9])]);
    await worker.stop();
  });

  it("goes on after a top-up", async () => {
    const { provider, url } = await addSeller(market, { sum: SUM_WORDS });
    const worker = await startTestWorker(provider);
    const session = await startSession(market, url, provider, { calls: 1 });
    assert.equal((await session.call("sum", wordsOf([1]), CALL_PRICE)).status, 200);
    const refused = await session.call("sum", wordsOf([2]), 2n * CALL_PRICE);
    assert.deepEqual(
      [refused.status, refused.refusal["due"], refused.refusal["deposited"]],
      [402, String(2n * CALL_PRICE), String(CALL_PRICE)],
    );
    const { terms } = await getSession(session.client, session);
    await topUpSession(session.client, { terms, amount: CALL_PRICE });
    await until(
      "it goes on",
      async () => (await session.call("sum", wordsOf([2]), 2n * CALL_PRICE)).status === 200,
    );
    await worker.stop();
  });

  it("redeems several sessions in one transaction, once they are worth it", async () => {
    const { provider, url } = await addSeller(market, { sum: SUM_WORDS });
    const sessions = await Promise.all([1, 2, 3].map(async () => startSession(market, url, provider)));
    const withoutPrices = await startTestWorker(provider);
    for (const session of sessions)
      assert.equal((await session.call("sum", wordsOf([1]), CALL_PRICE)).status, 200);
    assert.deepEqual(await Promise.all(sessions.map(redeemedOf)), [0n, 0n, 0n], "worth nothing so far");
    await withoutPrices.stop();

    // Now a call is worth a hundred thousand times what it costs: all three are due at the first look.
    const file = JSON.parse(await readFile(provider.configFile, "utf8")) as { sessions: object };
    const redeem = { weiPerToken: { [market.token]: "100" }, minFactor: 1 };
    await writeFile(provider.configFile, JSON.stringify({ ...file, sessions: { ...file.sessions, redeem } }));
    const worker = await startTestWorker(provider);
    await until("all are redeemed", async () =>
      (await Promise.all(sessions.map(redeemedOf))).every((redeemed) => redeemed === CALL_PRICE),
    );
    const isRedemption = (event: WorkerEvent): boolean =>
      event.event === "transaction" && event.kind === "redeem" && event.status === "mined";
    await until("it says so", () => worker.events.some(isRedemption));
    assert.equal(worker.events.filter(isRedemption).length, 1);
    await worker.stop();
  });

  it("is measured: prints calls a second over HTTP, each with a receipt of its own", async () => {
    const { provider, url } = await addSeller(market, { sum: SUM_WORDS });
    const worker = await startWorkerProcess(provider);
    const session = await startSession(market, url, provider);
    await session.call("sum", wordsOf([0]), CALL_PRICE);
    const calls = 200;
    const startedAt = performance.now();
    for (let n = 2; n < calls + 2; n++) {
      const answer = await session.call("sum", wordsOf([n]), CALL_PRICE * BigInt(n));
      assert.deepEqual(answer.output, sumOf([n]));
    }
    const tookMs = performance.now() - startedAt;
    console.log(
      `a session: ${(tookMs / calls).toFixed(2)} ms a call, signing included, ${((calls * 1000) / tookMs).toFixed(0)} a second`,
    );
    await worker.kill();
  });
});
