import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import {
  acceptResult,
  createRpcProvider,
  createWattleClient,
  declineJob,
  encodeAcceptResult,
  encodeSubmitResult,
  type EscrowEvent,
  expireJob,
  getEscrowEvents,
  getJob,
  jobIdOf,
  type JobTerms,
  publishOffer,
  submitResult,
  takeOffer,
  watchEscrowEvents,
  watchJob,
} from "../../src/index.ts";
import { answerJsonRpc, startEndpoint } from "../rpc/server.ts";
import { type Market, openMarket } from "../support/market.ts";
import { draftOffer, makeOffer, RESULT, setUpBuyer, setUpProvider, SPEC } from "../support/provider.ts";

describe("the market's events", () => {
  let market: Market;

  before(async () => {
    market = await openMarket();
    await setUpProvider(market);
    await setUpBuyer(market);
  });

  after(() => market.close());

  async function open(): Promise<JobTerms> {
    const signed = await makeOffer(market);
    return (await takeOffer(market.buyer.client, { ...signed, runLimitSeconds: 30, ...SPEC })).terms;
  }

  describe("getEscrowEvents", () => {
    it("tells all that happened, oldest first, and only what was asked for", async () => {
      const { operator, reader, owner, buyer } = market;
      const fromBlock = (await reader.provider.getBlockNumber()) + 1;
      const { orderHash } = await publishOffer(operator.client, { offer: await draftOffer(market) });
      const terms = await open();
      const jobId = jobIdOf(terms);
      await declineJob(operator.client, { terms, reason: "too large" });

      const events = await getEscrowEvents(reader, { fromBlock });
      assert.deepEqual(
        events.map(({ type }) => type),
        ["offer-published", "job-opened", "job-declined"],
      );
      const ofJob = await getEscrowEvents(reader, { jobId });
      assert.deepEqual(ofJob, events.slice(1));
      assert.deepEqual(await getEscrowEvents(reader, { orderHash }), events.slice(0, 1));
      assert.deepEqual(await getEscrowEvents(reader, { orderHash, types: ["offer-canceled"] }), []);
      assert.deepEqual(await getEscrowEvents(reader, { jobId, orderHash }), events);
      const [opened] = await getEscrowEvents(reader, { types: ["job-opened"], jobId });
      assert.deepEqual(opened?.terms, terms);
      assert.equal(opened.client, buyer.address);
      assert.equal((await getEscrowEvents(reader, { fromBlock, provider: owner.address })).length, 3);
      assert.deepEqual(await getEscrowEvents(reader, { fromBlock, provider: buyer.address }), []);
      const { blockNumber } = opened;
      const between = await getEscrowEvents(reader, { fromBlock: blockNumber, toBlock: blockNumber });
      assert.deepEqual(between, [opened]);
    });

    it("halves the range until an endpoint with limits answers", async (t) => {
      const jobs = [await open(), await open(), await open()];
      for (let block = 0; block < 120; block++) await market.rpc("evm_mine", []);
      const refused = { blocks: 0, logs: 0 };
      const strict = await startEndpoint(async (body, response) => {
        const answers = new Map<string, unknown>();
        for (const call of [JSON.parse(body)].flat() as { method: string; params: unknown[] }[]) {
          const answer = await limitedAnswer(call.method, call.params).catch((error: unknown) => error);
          answers.set(JSON.stringify([call.method, call.params]), answer);
        }
        answerJsonRpc((method, params) => {
          const answer = answers.get(JSON.stringify([method, params]));
          if (answer instanceof Error) throw Object.assign({ code: -32005, message: answer.message });
          return answer;
        })(body, response);
      });
      async function limitedAnswer(method: string, params: unknown[]): Promise<unknown> {
        const result = await market.rpc(method, params);
        if (method !== "eth_getLogs") return result;
        const { fromBlock, toBlock } = params[0] as { fromBlock: string; toBlock: string };
        if (Number(toBlock) - Number(fromBlock) >= 50) {
          refused.blocks++;
          throw new Error("exceed maximum block range: 50");
        }
        if ((result as unknown[]).length > 1) {
          refused.logs++;
          throw new Error("query returned more than 1 results");
        }
        return result;
      }
      const { chainId, deployment } = market.reader;
      const provider = createRpcProvider(strict.url, { chainId });
      t.after(async () => {
        provider.destroy();
        await strict.close();
      });
      const client = createWattleClient({ provider, deployment });
      const seen = await getEscrowEvents(client, {});
      assert.deepEqual(seen, await getEscrowEvents(market.reader, {}));
      assert.ok(seen.length >= 6);
      assert.ok(refused.blocks > 0, "the limit of blocks was met");
      assert.ok(refused.logs > 0, "the limit of logs was met");
      for (const terms of jobs) await declineJob(market.operator.client, { terms, reason: "a test" });
    });
  });

  describe("watchEscrowEvents", () => {
    it("goes on from a checkpoint without a gap, and holds back what is not deep enough", async (t) => {
      const { reader, operator } = market;
      const fromBlock = (await reader.provider.getBlockNumber()) + 1;
      const first = await open();
      const controller = new AbortController();
      t.after(() => controller.abort());
      const seen: EscrowEvent[] = [];
      let next = fromBlock;
      const watching = (async () => {
        const query = { fromBlock, depth: 2, pollingIntervalMs: 20, signal: controller.signal };
        for await (const batch of watchEscrowEvents(reader, query)) {
          assert.equal(batch.fromBlock, next);
          next = batch.toBlock + 1;
          seen.push(...batch.events);
          const head = await reader.provider.getBlockNumber();
          for (const { blockNumber } of batch.events) assert.ok(head - blockNumber >= 2);
          if (seen.length === 2) controller.abort(new Error("seen enough"));
        }
      })();
      const watched = assert.rejects(watching, /seen enough/);
      await declineJob(operator.client, { terms: first, reason: "a test" });
      await market.rpc("evm_mine", []);
      await market.rpc("evm_mine", []);
      await watched;
      assert.deepEqual(
        seen.map(({ type }) => type),
        ["job-opened", "job-declined"],
      );
    });
  });

  describe("watchJob", () => {
    it("yields each state up to the final one", async () => {
      const terms = await open();
      const states: string[] = [];
      for await (const job of watchJob(market.reader, { jobId: jobIdOf(terms), pollingIntervalMs: 20 })) {
        states.push(job.state);
        if (job.state === "active") await submitResult(market.operator.client, { terms, ...RESULT });
        if (job.state === "submitted") await acceptResult(market.buyer.client, { terms });
      }
      assert.deepEqual(states, ["active", "submitted", "completed"]);
    });

    it("ends when the signal says so", async () => {
      const terms = await open();
      const controller = new AbortController();
      const watch = watchJob(market.reader, { jobId: jobIdOf(terms), signal: controller.signal });
      assert.equal((await watch.next()).value?.state, "active");
      const waiting = watch.next();
      controller.abort(new Error("the user left"));
      await assert.rejects(waiting, /the user left/);
      await market.travel(80);
      await expireJob(market.stranger.client, { terms });
    });
  });

  it("tell a job's history also where two of its steps share a block", async () => {
    const terms = await open();
    const jobId = jobIdOf(terms);
    const { operator, buyer } = market;
    await market.rpc("evm_setIntervalMining", [0]);
    await market.rpc("evm_setAutomine", [false]);
    const gas = { gasLimit: 300_000n, maxPriorityFeePerGas: 10n ** 9n, maxFeePerGas: 10n ** 11n };
    const submit = encodeSubmitResult(operator.client, { terms, ...RESULT });
    await operator.client.signer?.sendTransaction({ ...submit, ...gas, maxPriorityFeePerGas: 10n ** 10n });
    await buyer.client.signer?.sendTransaction({ ...encodeAcceptResult(buyer.client, { terms }), ...gas });
    await market.rpc("evm_mine", []);
    await market.rpc("evm_setAutomine", [true]);
    const job = await getJob(market.reader, { jobId });
    assert.equal(job.state, "completed");
    assert.equal(job.submittedBlock, job.steppedBlock);
    assert.equal(job.submittedAt, job.steppedAt);
    assert.deepEqual(
      job.events.map(({ type }) => type),
      ["job-opened", "job-submitted", "job-completed"],
    );
  });
});
