import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, beforeEach, describe, it } from "node:test";
import {
  getSession,
  openSession,
  signLeaseOffer,
  prepareLeaseOffer,
  startCloseSession,
  topUpSession,
  type SignedLeaseOffer,
  type WattleClient,
} from "@wattle/sdk";
import type { JsonRpcProvider } from "ethers";
import type { Head } from "../../src/chain/chainClock.ts";
import { LeaseFollower } from "../../src/leases/leaseFollower.ts";
import { SessionFollower } from "../../src/sessions/sessionFollower.ts";
import { openState, type WorkerState } from "../../src/store/openState.ts";
import { bytes32 } from "../support/jobs.ts";
import { LEASE_RATE, startLease } from "../support/leases.ts";
import { type Market, openMarket, type TestProvider } from "../support/market.ts";

describe("following sessions and leases along a chain that takes blocks back", { concurrency: false }, () => {
  const machineId = bytes32(5);
  let market: Market;
  let client: WattleClient;
  let rpc: JsonRpcProvider;
  let provider: TestProvider;
  let offer: SignedLeaseOffer;
  let state: WorkerState;
  let count = 0;
  let ended: string[];
  let sessions: SessionFollower;
  let leases: LeaseFollower;

  before(async () => {
    market = await openMarket("hardhat");
    client = await market.addClient();
    rpc = client.provider as JsonRpcProvider;
    provider = await market.addProvider();
    const prepared = await prepareLeaseOffer(provider.owner, {
      ...{ provider: provider.id, token: market.token, ratePerSecond: LEASE_RATE, machineId },
      ...{ minFundedSeconds: 1, slots: 100, maxFills: 100 },
    });
    offer = await signLeaseOffer(provider.owner, { offer: prepared });
    await rpc.send("evm_setIntervalMining", [0]);
  });
  after(async () => {
    state.close();
    await market.close();
  });
  beforeEach(() => {
    const { chainId, deployment } = client;
    state?.close();
    const owner = { chainId, escrow: deployment.contracts.jobEscrow, provider: provider.id };
    state = openState(join(market.folder, `reorg-${count++}`), owner);
    ended = [];
    const common = { client, provider: provider.id, confirmations: 2, onEvent: () => {} };
    const onEnd = (sessionId: string): void => void ended.push(sessionId);
    sessions = new SessionFollower({ ...common, sessions: state.sessions, onEnd });
    leases = new LeaseFollower({ ...common, leases: state.leases, machineIds: [machineId] });
  });

  const follow = async (): Promise<void> => {
    const block = await rpc.getBlock("latest");
    assert.ok(block?.hash != null);
    const head: Head = { number: block.number, hash: block.hash, timestamp: block.timestamp };
    const { signal } = new AbortController();
    await sessions.follow(head, signal);
    await leases.follow(head, signal);
  };
  const open = async (): Promise<string> => {
    const expiresAt = ((await rpc.getBlock("latest"))?.timestamp ?? 0) + 7200;
    const terms = { provider: provider.id, token: market.token, graceSeconds: 3600, expiresAt };
    return (await openSession(client, { ...terms, amount: 1000n })).sessionId;
  };
  const snapshot = async (): Promise<unknown> => rpc.send("evm_snapshot", []);
  const revert = async (to: unknown, blocks: number): Promise<void> => {
    await rpc.send("evm_revert", [to]);
    await rpc.send("evm_increaseTime", [3]);
    await rpc.send("hardhat_mine", [`0x${blocks.toString(16)}`]);
  };
  const stateOf = (sessionId: string): string | undefined => state.sessions.find(sessionId)?.slot.state;

  it("a session whose opening is taken back is served no more", async () => {
    const before = await snapshot();
    const sessionId = await open();
    await follow();
    assert.equal(stateOf(sessionId), "open");
    state.sessions.receive(sessionId, { amount: 5n, signature: "0x12" });
    await revert(before, 4);
    await follow();
    assert.equal(stateOf(sessionId), "none");
    assert.deepEqual(ended, [sessionId]);
    assert.equal(
      state.sessions.find(sessionId)?.received.amount,
      5n,
      "what was promised is kept all the same",
    );
  });

  it("a session whose closing is taken back goes on", async () => {
    const sessionId = await open();
    const before = await snapshot();
    const { terms } = await getSession(client, { sessionId });
    await startCloseSession(client, { terms });
    await follow();
    assert.equal(stateOf(sessionId), "closing");
    await revert(before, 4);
    await follow();
    assert.equal(stateOf(sessionId), "open");
    assert.equal(state.sessions.find(sessionId)?.slot.graceUntil, null);
  });

  it("after a deep reorganization everything is read anew", async () => {
    const [early, before] = [await open(), await snapshot()];
    const common = await rpc.getBlockNumber();
    await topUpSession(client, { terms: (await getSession(client, { sessionId: early })).terms, amount: 1n });
    await revert(before, 1);
    const late = await open();
    const lease = await startLease(client, offer);
    // As if those blocks had been passed long ago, and with other contents.
    state.sessions.pass(common + 40);
    state.leases.pass(common + 40);
    await rpc.send("hardhat_mine", ["0x50"]);
    await follow();
    assert.equal(stateOf(late), undefined);
    sessions.rewind(common);
    leases.rewind(common);
    await follow();
    assert.equal(stateOf(late), "open");
    assert.equal(state.leases.find(lease.leaseId)?.slot.state, "open");
  });

  it("a lease whose opening is taken back is none, and forgotten once that stays", async () => {
    await follow();
    const before = await snapshot();
    const { leaseId } = await startLease(client, offer);
    await follow();
    assert.equal(state.leases.find(leaseId)?.slot.state, "open");
    await revert(before, 4);
    await follow();
    assert.equal(state.leases.find(leaseId)?.slot.state, "none");
    await rpc.send("hardhat_mine", ["0x20"]);
    await follow();
    assert.equal(state.leases.find(leaseId), null);
  });
});
