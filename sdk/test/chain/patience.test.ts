import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import {
  createRpcProvider,
  createWattleClient,
  declineJob,
  jobIdOf,
  type JobTerms,
  RpcUnreachableError,
  setWithdrawer,
  takeOffer,
  watchEscrowEvents,
  watchJob,
  type WattleClient,
} from "../../src/index.ts";
import { startEndpoint, type TestEndpoint } from "../rpc/server.ts";
import { type Market, openMarket } from "../support/market.ts";
import { makeOffer, setUpBuyer, setUpProvider, SPEC } from "../support/provider.ts";

describe("an endpoint that fails for a moment", () => {
  let market: Market;
  let proxy: TestEndpoint;
  /** What the endpoint does with a request: pass it on, break, or pass it on and never answer. */
  let mood: "well" | "ill" | "mute" = "well";
  /** How often it broke. */
  let broken = 0;

  before(async () => {
    market = await openMarket();
    await setUpProvider(market);
    await setUpBuyer(market);
    proxy = await startEndpoint(async (body, response) => {
      if (mood === "ill") {
        broken++;
        return void response.writeHead(503).end();
      }
      const headers = { "content-type": "application/json" };
      const answer = await fetch(market.chain.rpcUrl, { method: "POST", headers, body });
      const text = await answer.text();
      if (mood === "well" || !body.includes("eth_sendRawTransaction")) response.end(text);
    });
  });

  afterEach(async () => {
    mood = "well";
    await market.rpc("evm_setAutomine", [true]);
  });

  after(async () => {
    await proxy.close();
    await market.close();
  });

  /** The stranger's client, over the endpoint that fails, and over more where that one hangs. */
  function connect(timeoutMs = 30_000, ...more: readonly string[]): WattleClient {
    const { deployment, accounts } = market.chain;
    const provider = createRpcProvider([proxy.url, ...more], { chainId: deployment.chainId, timeoutMs });
    const signer = accounts[4] ?? assert.fail("no account");
    return createWattleClient({ provider, signer, deployment, pollingIntervalMs: 50 });
  }

  /** Waits until the endpoint has broken thrice, which no attempt may end. */
  async function breaks(attempt: Promise<unknown>): Promise<void> {
    const ended = attempt.then(() => assert.fail("it ended while the endpoint was ill"));
    const enough = broken + 3;
    while (broken < enough) await Promise.race([sleep(20), ended]);
    ended.catch(() => undefined);
  }

  async function open(): Promise<JobTerms> {
    const signed = await makeOffer(market);
    return (await takeOffer(market.buyer.client, { ...signed, runLimitSeconds: 30, ...SPEC })).terms;
  }

  it("does not end a watch", async () => {
    const terms = await open();
    const watch = watchJob(connect(), { jobId: jobIdOf(terms) });
    assert.equal((await watch.next()).value?.state, "active");
    mood = "ill";
    const change = watch.next();
    await declineJob(market.operator.client, { terms, reason: "a test" });
    await breaks(change);
    mood = "well";
    assert.equal((await change).value?.state, "declined");
    assert.equal((await watch.next()).done, true);
  });

  it("ends a watch when it takes longer than its patience", async () => {
    const fromBlock = await market.reader.provider.getBlockNumber();
    const watch = watchEscrowEvents(connect(), { fromBlock, patienceMs: 200 });
    assert.equal((await watch.next()).value.fromBlock, fromBlock);
    mood = "ill";
    const startedAt = performance.now();
    await assert.rejects(watch.next(), RpcUnreachableError);
    // Without a word about it, it would be a minute.
    assert.ok(performance.now() - startedAt < 30_000);
  });

  it("does not end the wait for a transaction that is on its way", async () => {
    await market.rpc("evm_setIntervalMining", [0]);
    await market.rpc("evm_setAutomine", [false]);
    const key = market.operator.address;
    const sent: string[] = [];
    const sending = setWithdrawer(connect(), { key, allowed: true, onHash: (hash) => sent.push(hash) });
    while (sent.length === 0) await Promise.race([sleep(20), sending]);
    mood = "ill";
    await market.rpc("evm_mine", []);
    await breaks(sending);
    mood = "well";
    assert.deepEqual(sent, [(await sending).hash]);
  });

  it("takes a transaction that it never confirmed for sent", async () => {
    mood = "mute";
    const client = connect(2_000, market.chain.rpcUrl);
    const { hash } = await setWithdrawer(client, { key: market.payout.address, allowed: true });
    const sends = proxy.bodies.filter((body) => body.includes("eth_sendRawTransaction"));
    assert.ok(sends.length > 0, "the mute endpoint was asked");
    assert.equal((await market.reader.provider.getTransactionReceipt(hash))?.status, 1);
  });
});
