import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { closeLease, getLeaseSlot, type WattleClient } from "@wattle/sdk";
import { balanceOf, claimOf } from "../support/jobRequests.ts";
import { bytes32 } from "../support/jobs.ts";
import { addLessor, checkInsOf, LEASE_RATE, offerLease, startLease } from "../support/leases.ts";
import { type Market, openMarket } from "../support/market.ts";
import { startTestWorker, stopTestWorkers } from "../support/testWorker.ts";
import { until } from "../support/until.ts";
import { startWorkerProcess } from "../support/workerProcess.ts";

describe("a worker that lets its machine", { concurrency: true }, () => {
  let market: Market;
  before(async () => {
    market = await openMarket();
  });
  after(async () => {
    await stopTestWorkers();
    await market.close();
  });

  const untilCheckIns = async (client: WattleClient, leaseId: string, count: number): Promise<void> => {
    await until(
      `${count} check-ins`,
      async () => (await checkInsOf(client, leaseId)).length >= count,
      120_000,
    );
  };

  /** What a lease brought in, be it still in the vault or paid out by the worker already. */
  const untilBrought = async (client: WattleClient, account: string, seconds: number): Promise<void> => {
    const brought = async (): Promise<bigint> =>
      (await claimOf(client, account)) + (await balanceOf(client, account));
    await until(
      `the pay of ${seconds} seconds`,
      async () => (await brought()) === LEASE_RATE * BigInt(seconds),
    );
  };

  it("checks in at once and again; is not paid for its absence after a kill; resumes", async () => {
    const graceSeconds = 20;
    const { provider, offer } = await addLessor(market, { graceSeconds, config: { checkInEverySeconds: 3 } });
    const client = await market.addClient();
    let worker = await startWorkerProcess(provider);
    const { leaseId, terms } = await startLease(client, offer);
    await untilCheckIns(client, leaseId, 3);
    await worker.kill();
    const before = await checkInsOf(client, leaseId);
    const last = before.at(-1);
    assert.ok(last !== undefined);
    for (const [index, { at, servedSeconds }] of before.entries()) {
      const previous = before[index - 1];
      const served = previous === undefined ? 0 : previous.servedSeconds + at - previous.at;
      assert.equal(servedSeconds, served, "each second between two check-ins");
    }
    const absence = graceSeconds + 5;
    await until(
      "the absence",
      async () => ((await client.provider.getBlock("latest"))?.timestamp ?? 0) > last.at + absence,
      120_000,
    );
    worker = await startWorkerProcess(provider);
    await untilCheckIns(client, leaseId, before.length + 2);
    const after = await checkInsOf(client, leaseId);
    const back = after[before.length];
    assert.ok(back !== undefined && back.at > last.at + absence);
    assert.equal(
      back.servedSeconds,
      last.servedSeconds + graceSeconds,
      "the grace and no more of the absence",
    );

    const closed = await closeLease(client, { terms });
    await until("the worker knows", () =>
      worker.events.some(({ event }) => event.event === "lease" && event.state === "closed"),
    );
    const { servedSeconds } = await getLeaseSlot(client, { leaseId });
    await untilBrought(client, terms.payout, servedSeconds);
    const count = (await checkInsOf(client, leaseId)).length;
    const sent = worker.events.length;
    await until(
      "some looks at the chain",
      async () => (await client.provider.getBlockNumber()) > closed.blockNumber + 8,
    );
    assert.equal((await checkInsOf(client, leaseId)).length, count);
    assert.deepEqual(
      worker.events.slice(sent).filter(({ event }) => event.event === "problem"),
      [],
    );
    assert.equal(await worker.stop(), 0);
  });

  it("checks in on all leases in one transaction, but not on those of another machine", async () => {
    const { provider, offer } = await addLessor(market, {
      graceSeconds: 60,
      config: { checkInEverySeconds: 4 },
    });
    const client = await market.addClient();
    const foreign = await startLease(client, await offerLease(market, provider, bytes32(9), 60));
    const leases = [await startLease(client, offer), await startLease(client, offer)];
    const worker = await startTestWorker(provider);
    for (const { leaseId } of leases) await untilCheckIns(client, leaseId, 2);
    const [first = [], second = []] = await Promise.all(
      leases.map(async ({ leaseId }) =>
        (await checkInsOf(client, leaseId)).map(({ transactionHash }) => transactionHash),
      ),
    );
    assert.deepEqual(first.slice(0, 2), second.slice(0, 2));
    assert.deepEqual(await checkInsOf(client, foreign.leaseId), []);
    const told = worker.events.filter(
      (event) => event.event === "problem" && event.name === "LeaseUnknownMachine",
    );
    assert.equal(told.length, 1);
    await worker.stop();
  });

  it("takes what a lease earned when it is over, and frees the offer's slot", async () => {
    const { provider, offer } = await addLessor(market, { graceSeconds: 60 });
    const client = await market.addClient();
    const worker = await startTestWorker(provider);
    const { leaseId, terms } = await startLease(client, offer, 12);
    await untilCheckIns(client, leaseId, 1);
    await until("it is closed", async () => (await getLeaseSlot(client, { leaseId })).state === "closed");
    const [checkIn] = await checkInsOf(client, leaseId);
    const earned = terms.openedAt + terms.leaseSeconds - (checkIn?.at ?? 0);
    // Up to the last second.
    await untilBrought(client, terms.payout, earned);
    await worker.stop();
  });

  it("withdraws while a lease runs, where that is worth its gas", async () => {
    const withdraw = { weiPerToken: { [market.token]: "1000000" }, minFactor: 1, everySeconds: 3 };
    const { provider, offer } = await addLessor(market, { graceSeconds: 60, config: { withdraw } });
    const client = await market.addClient();
    const worker = await startTestWorker(provider);
    const { leaseId } = await startLease(client, offer);
    await until("a withdrawal", async () => (await getLeaseSlot(client, { leaseId })).paidSeconds > 0);
    assert.equal((await getLeaseSlot(client, { leaseId })).state, "running");
    await worker.stop();
  });
});
