import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, beforeEach, describe, it } from "node:test";
import { takeOffer, type WattleClient } from "@wattle/sdk";
import type { JsonRpcProvider } from "ethers";
import { ChainClock, type Head } from "../../src/chain/chainClock.ts";
import { ChainFollower } from "../../src/chain/chainFollower.ts";
import type { WorkerEvent } from "../../src/events/workerEvent.ts";
import { openState, type WorkerState } from "../../src/store/openState.ts";
import { bytes32 } from "../support/jobs.ts";
import { type Market, openMarket, type TestProvider } from "../support/market.ts";

describe("following the chain", () => {
  let market: Market;
  let client: WattleClient;
  let rpc: JsonRpcProvider;
  let provider: TestProvider;
  let count = 0;
  let state: WorkerState;
  let events: WorkerEvent[];

  before(async () => {
    market = await openMarket("hardhat");
    client = await market.addClient();
    rpc = client.provider as JsonRpcProvider;
    provider = await market.addProvider({ slots: 100 });
    await rpc.send("evm_setIntervalMining", [0]);
  });
  after(async () => market.close());
  beforeEach(() => {
    const owner = {
      chainId: client.chainId,
      escrow: client.deployment.contracts.jobEscrow,
      provider: provider.id,
    };
    state?.close();
    state = openState(join(market.folder, `follow-${count++}`), owner);
    events = [];
  });
  after(() => state.close());

  const follower = (confirmations: number): ChainFollower =>
    new ChainFollower({
      client,
      state,
      provider: provider.id,
      confirmations,
      onEvent: (event) => events.push(event),
    });
  const head = async (): Promise<Head> => {
    const block = await rpc.getBlock("latest");
    if (block?.hash == null) throw new Error("the chain has no blocks");
    return { number: block.number, hash: block.hash, timestamp: block.timestamp };
  };
  const follow = async (confirmations = 3): Promise<void> => {
    await follower(confirmations).follow(await head(), new AbortController().signal);
  };
  const open = async (): Promise<string> => {
    const specDigest = bytes32(20 + (count % 200));
    const taken = await takeOffer(client, {
      ...provider.offer,
      runLimitSeconds: 20,
      specDigest,
      specRoot: bytes32(1),
    });
    return taken.jobId;
  };
  const known = (): string[] => state.jobs.unfinished().map(({ jobId }) => jobId);
  const mine = async (blocks: number): Promise<unknown> =>
    rpc.send("hardhat_mine", [`0x${blocks.toString(16)}`]);

  it("finds the jobs of one provider, once, and passes blocks that have enough others on top", async () => {
    const other = await market.addProvider();
    const jobId = await open();
    await takeOffer(client, {
      ...other.offer,
      runLimitSeconds: 20,
      specDigest: bytes32(2),
      specRoot: bytes32(1),
    });
    await follow();
    await follow();
    assert.ok(known().includes(jobId));
    assert.equal(state.jobs.unfinished().length, known().length);
    const { number } = await head();
    assert.equal(state.blocks.last()?.number, number - 2);
    assert.equal(events.filter((event) => event.event === "job" && event.jobId === jobId).length, 1);
  });

  it("sees a job that the node had not told of before", async () => {
    const jobId = await open();
    const { number, hash } = await head();
    // As if the node that answered about events had been a few blocks behind.
    state.blocks.pass({ number, hash });
    await follow(1);
    assert.ok(known().includes(jobId));
  });

  it("drops a job whose block was replaced, and takes it up again where it is now", async () => {
    const snapshot = await rpc.send("evm_snapshot", []);
    const jobId = await open();
    await follow();
    state.jobs.change(jobId, { step: "checked" });
    await rpc.send("evm_revert", [snapshot]);
    await mine(4);
    await follow();
    assert.ok(!known().includes(jobId));
    assert.ok(events.some((event) => event.event === "reorg" && event.jobIds.includes(jobId)));
    // The same taker, terms and fill number make the same job.
    assert.equal(await open(), jobId);
    await follow();
    assert.equal(state.jobs.find(jobId)?.step, "checked");
    assert.equal(state.jobs.find(jobId)?.isOrphaned, false);
  });

  it("rewinds to the last common block after a deep reorganization", async () => {
    await follow(1);
    const common = (await head()).number;
    const snapshot = await rpc.send("evm_snapshot", []);
    const jobId = await open();
    await mine(6);
    await follow(1);
    assert.ok(known().includes(jobId));
    await rpc.send("evm_revert", [snapshot]);
    await rpc.send("evm_increaseTime", [5]);
    await mine(20);
    await follow(1);
    assert.ok(!known().includes(jobId));
    assert.ok(events.some((event) => event.event === "reorg" && event.commonBlock === common));
    assert.equal(state.blocks.last()?.number, (await head()).number);
  });

  it("does nothing while the node is behind", async () => {
    const behind = await head();
    await open();
    await follow(1);
    const before = [known(), state.blocks.last()];
    await follower(1).follow(behind, new AbortController().signal);
    assert.deepEqual([known(), state.blocks.last()], before);
    assert.ok(!events.some(({ event }) => event === "reorg"));
  });

  it("finds every job that has not ended when it starts from nothing", async () => {
    const before = new Set([await open(), await open()]);
    await follow();
    for (const jobId of before) assert.ok(known().includes(jobId));
  });
});

describe("the chain's clock", () => {
  it("goes on between blocks, whatever the machine's clock says", () => {
    let elapsedMs = 0;
    const clock = new ChainClock(() => elapsedMs);
    clock.update({ number: 1, hash: "0x01", timestamp: 1000 });
    elapsedMs = 2500;
    assert.equal(clock.now(), 1002);
    clock.update({ number: 1, hash: "0x01", timestamp: 1000 });
    assert.equal(clock.now(), 1002, "the same block again");
    clock.update({ number: 2, hash: "0x02", timestamp: 1001 });
    assert.equal(clock.now(), 1001);
  });
});
