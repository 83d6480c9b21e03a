import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
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

  before(async () => {
    market = await openMarket();
    await setUpProvider(market);
    await setUpBuyer(market);
    proxy = await startEndpoint(async (body, response) => {
      if (mood === "ill") return void response.writeHead(503).end();
      const headers = { "content-type": "application/json" };
      const answer = await fetch(market.chain.rpcUrl, { method: "POST", headers, body });
      const text = await answer.text();
      if (mood === "well" || !body.includes("eth_sendRawTransaction")) response.end(text);
    });
  });

  after(async () => {
    await proxy.close();
    await market.close();
  });

  /** The stranger's client, over the endpoint that fails, and over more. */
  function connect(...more: readonly string[]): WattleClient {
    const { deployment, accounts } = market.chain;
    const provider = createRpcProvider([proxy.url, ...more], { chainId: deployment.chainId, timeoutMs: 300 });
    const signer = accounts[4] ?? assert.fail("no account");
    return createWattleClient({ provider, signer, deployment, pollingIntervalMs: 50 });
  }

  const pause = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => setTimeout(resolve, milliseconds));

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
    await pause(300);
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
    assert.ok(performance.now() - startedAt < 3000);
    mood = "well";
  });

  it("does not end the wait for a transaction that is on its way", async () => {
    await market.rpc("evm_setIntervalMining", [0]);
    await market.rpc("evm_setAutomine", [false]);
    const key = market.operator.address;
    const sent: string[] = [];
    const sending = setWithdrawer(connect(), { key, allowed: true, onHash: (hash) => sent.push(hash) });
    while (sent.length === 0) await pause(20);
    mood = "ill";
    await market.rpc("evm_mine", []);
    await pause(300);
    mood = "well";
    assert.deepEqual(sent, [(await sending).hash]);
    await market.rpc("evm_setAutomine", [true]);
  });

  it("takes a transaction that it never confirmed for sent", async () => {
    mood = "mute";
    const client = connect(market.chain.rpcUrl);
    const { hash } = await setWithdrawer(client, { key: market.payout.address, allowed: true });
    const sends = proxy.bodies.filter((body) => body.includes("eth_sendRawTransaction"));
    assert.ok(sends.length > 0, "the mute endpoint was asked");
    assert.equal((await market.reader.provider.getTransactionReceipt(hash))?.status, 1);
    mood = "well";
  });
});
