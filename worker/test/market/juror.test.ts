import assert from "node:assert/strict";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import {
  applyRuling,
  commitVote,
  drawPanel,
  getHearing,
  getJob,
  prepareVote,
  type WattleClient,
} from "@wattle/sdk";
import { discloseJob } from "@wattle/sdk/jobs";
import type { JsonRpcProvider } from "ethers";
import type { HearingEvent, WorkerEvent } from "../../src/events/workerEvent.ts";
import { HearingFollower } from "../../src/juror/hearingFollower.ts";
import type { HearingStep } from "../../src/juror/hearingRecord.ts";
import { openState } from "../../src/store/openState.ts";
import { openCourt, SEAT_FEE, type TestCase, type TestCourt, untilDrawn } from "../support/court.ts";
import { balanceOf, claimOf, PRICE, SUMS } from "../support/jobRequests.ts";
import { type Market, openMarket, type TestProvider } from "../support/market.ts";
import { surviveCrashes } from "../support/surviveCrashes.ts";
import { startTestWorker, stopTestWorkers } from "../support/testWorker.ts";
import { until } from "../support/until.ts";

const WRONG = new Uint8Array(SUMS).fill(9, 4, 5);

describe("a worker that judges disputes", { concurrency: false }, () => {
  let market: Market;
  let client: WattleClient;
  /** With panels of one. */
  let single: TestCourt;
  /** Its only juror. */
  let juror: TestProvider;
  before(async () => {
    market = await openMarket("hardhat");
    client = await market.addClient();
    single = await openCourt(market, 1);
    juror = await single.addJuror();
  });
  after(async () => {
    await stopTestWorkers();
    await market.close();
  });

  const hearingOf = ({ court }: TestCourt, caseId: string) => getHearing(client, { court, caseId });
  const disclose = async ({ court }: TestCourt, { caseId, jobKey }: TestCase): Promise<void> => {
    await untilDrawn(client, court, caseId);
    const { failed } = await discloseJob(client, { court, caseId, jobKey });
    assert.deepEqual(failed, []);
  };
  const untilVotes = async (
    court: TestCourt,
    caseId: string,
    type: "vote-committed" | "vote-revealed",
    votes: number,
  ) => until(`${votes} × ${type}`, async () => (await court.count(caseId, type)) >= votes);
  const untilFinished = async (court: TestCourt, caseId: string): Promise<void> => {
    await until("it is finished", async () => (await hearingOf(court, caseId)).stage === "finished", 60_000);
  };
  const earned = async ({ payout }: TestProvider): Promise<bigint> =>
    (await claimOf(client, payout.address)) + (await balanceOf(client, payout.address));

  it("three judge a right result, a wrong one, and one that nobody disclosed", async () => {
    const court = await openCourt(market, 3);
    // One after the other: two cannot take the same place.
    const jurors = [await court.addJuror(), await court.addJuror(), await court.addJuror()];
    const workers = await Promise.all(jurors.map((juror) => startTestWorker(juror)));
    const right = await court.dispute(client, SUMS);
    const wrong = await court.dispute(client, WRONG);
    const secret = await court.dispute(client, WRONG);
    const cases = [right, wrong, secret].map(({ caseId }) => caseId);
    await Promise.all([
      disclose(court, right),
      disclose(court, wrong),
      untilDrawn(client, court.court, secret.caseId),
    ]);
    for (const { caseId } of [right, wrong]) await untilVotes(court, caseId, "vote-committed", 3);
    assert.equal(await court.count(secret.caseId, "vote-committed"), 0, "it may still be disclosed");

    const { deadlines } = await hearingOf(court, secret.caseId);
    await court.passTo(deadlines.commitUntil - 20 - 20 + 1);
    await untilVotes(court, secret.caseId, "vote-committed", 3);
    const hearingsOf = (step: HearingStep): HearingEvent[] =>
      workers.flatMap(({ events }) =>
        events.filter((event) => event.event === "hearing").filter((event) => event.step === step),
      );
    await until("all know of their commitments", () => hearingsOf("committed").length === 9);
    for (const event of (["drawn", "judged", "committed"] as const).flatMap(hearingsOf))
      assert.deepEqual([event.providerRight, event.reason], [null, null], "a log tells no answer yet");

    await court.passTo(deadlines.commitUntil + 1);
    for (const caseId of cases) await untilVotes(court, caseId, "vote-revealed", 3);
    const states = await Promise.all(cases.map((caseId) => hearingOf(court, caseId)));
    assert.deepEqual(
      states.map(({ votes }) => votes),
      [
        { right: 3, wrong: 0 },
        { right: 0, wrong: 3 },
        { right: 3, wrong: 0 },
      ],
    );
    await until("all know of their votes", () => hearingsOf("revealed").length === 9);
    const reasons = [/outputs agree/, /1 of 16 values of "sums" differ/, /key is not disclosed/];
    for (const event of hearingsOf("revealed")) {
      assert.match(event.reason ?? "", reasons[cases.indexOf(event.caseId)] ?? /never/);
      assert.equal(event.providerRight, event.caseId !== wrong.caseId);
    }

    const { payout } = (await getJob(client, { jobId: right.caseId })).terms;
    const before = {
      client: await claimOf(client, await addressOf(client)),
      provider: await claimOf(client, payout),
    };
    await court.passTo(Math.max(...states.map((state) => state.deadlines.appealUntil)) + 1);
    for (const caseId of cases) {
      await untilFinished(court, caseId);
      await applyRuling(client, { terms: (await getJob(client, { jobId: caseId })).terms });
    }
    for (const juror of jurors) assert.equal(await earned(juror), 3n * SEAT_FEE);
    assert.equal(await claimOf(client, payout), before.provider + 2n * PRICE);
    // What it paid for the wrong result comes back; its share of the slash waits in staking.
    assert.equal(await claimOf(client, await addressOf(client)), before.client + PRICE);
    const stories = await Promise.all(cases.map(async (jobId) => (await getJob(client, { jobId })).state));
    assert.deepEqual(stories, ["completed", "refunded", "completed"]);
    for (const worker of workers) await worker.stop();
  });

  it("reveals after its state was lost; is not deceived by a limit that was never reached", async () => {
    const opened = await single.dispute(client, "run-limit");
    const { caseId } = opened;
    const first = await startTestWorker(juror);
    await disclose(single, opened);
    await untilVotes(single, caseId, "vote-committed", 1);
    await first.stop();
    await rm(juror.stateFolder, { recursive: true });
    const { deadlines } = await hearingOf(single, caseId);
    await single.passTo(deadlines.commitUntil + 1);
    const second = await startTestWorker(juror);
    await untilVotes(single, caseId, "vote-revealed", 1);
    assert.deepEqual((await hearingOf(single, caseId)).votes, { right: 0, wrong: 1 });
    await single.passTo(deadlines.appealUntil + 1);
    await untilFinished(single, caseId);
    await second.stop();
  });

  it("commits once and reveals once, though it is killed after every step", async () => {
    const before = await earned(juror);
    const opened = await single.dispute(client, WRONG);
    const { caseId } = opened;
    const untilKilledAfter = async (change: string): Promise<void> => {
      await until(change, async () => {
        const crashes = await readFile(`${juror.configFile}.crashes`, "utf8").catch(() => "");
        return crashes.includes(`${change}\n`);
      });
    };
    const story = async (): Promise<void> => {
      await disclose(single, opened);
      const { deadlines } = await hearingOf(single, caseId);
      // Not before it knows: a window that has closed leaves nothing to note.
      await untilKilledAfter("hearing:committed");
      await single.passTo(deadlines.commitUntil + 1);
      await untilKilledAfter("hearing:revealed");
      await single.passTo(deadlines.appealUntil + 1);
    };
    const steps = ["judged", "committed", "revealed"].map((step) => `hearing:${step}`);
    const sent = ["commit", "reveal"].flatMap((kind) =>
      ["open", "signed", "mined"].map((status) => `transaction:${kind}:${status}`),
    );
    const changes = [...steps, ...sent];
    await Promise.all([story(), surviveCrashes(juror, changes, changes)]);
    assert.equal(await single.count(caseId, "vote-committed"), 1);
    assert.equal(await single.count(caseId, "vote-revealed"), 1);
    const last = await startTestWorker(juror);
    await untilFinished(single, caseId);
    await last.stop();
    assert.equal(await earned(juror), before + SEAT_FEE);
  });

  it("a draw that the chain takes back is gone, and judged when it comes again", async () => {
    const rpc = client.provider as JsonRpcProvider;
    const { court } = single;
    const { chainId, deployment } = client;
    const owner = { chainId, escrow: deployment.contracts.jobEscrow, provider: juror.id };
    const state = openState(join(market.folder, "reorg"), owner);
    const told: WorkerEvent[] = [];
    const onEvent = (event: WorkerEvent): void => void told.push(event);
    const config = { courts: [court], drawPanels: false };
    const common = { client, provider: juror.id, config, confirmations: 2, onEvent };
    const follower = new HearingFollower({ ...common, hearings: state.hearings });
    const follow = async (): Promise<void> => {
      const block = await rpc.getBlock("latest");
      assert.ok(block?.hash != null);
      const head = { number: block.number, hash: block.hash, timestamp: block.timestamp };
      await follower.follow(head, new AbortController().signal);
    };
    await rpc.send("evm_setIntervalMining", [0]);
    const { caseId } = await single.dispute(client, WRONG);
    const name = { court, caseId };
    const { openedCase, seedBlock } = await hearingOf(single, caseId);
    await rpc.send("hardhat_mine", ["0x3"]);
    assert.ok((await rpc.getBlockNumber()) > seedBlock);
    await follow();
    assert.deepEqual(state.hearings.seatsOf(name), []);
    const forkedAt = await rpc.getBlockNumber();
    const before: unknown = await rpc.send("evm_snapshot", []);
    await drawPanel(client, { court, openedCase });
    await follow();
    assert.deepEqual(
      state.hearings.seatsOf(name).map(({ step }) => step),
      ["drawn"],
    );
    await rpc.send("evm_revert", [before]);
    await rpc.send("hardhat_mine", ["0x4"]);
    follower.rewind(forkedAt);
    await follow();
    assert.deepEqual(follower.readingOf(name)?.hearing?.panel, []);
    await drawPanel(client, { court, openedCase });
    await follow();
    assert.equal(follower.readingOf(name)?.hearing?.panel.length, 1);
    assert.equal(told.length, 1, "the same seat is told of once");

    // Long settled, a case is read again only when something is told of it.
    await rpc.send("hardhat_mine", ["0x14"]);
    await follow();
    await follow();
    const vote = prepareVote(juror.owner, { court, caseId, seat: 0, providerRight: true });
    await commitVote(juror.owner, { vote });
    await follow();
    assert.equal(follower.readingOf(name)?.hearing?.panel[0]?.commitment, vote.commitment);
    state.close();
  });
});

async function addressOf({ signer }: WattleClient): Promise<string> {
  assert.ok(signer !== null);
  return signer.getAddress();
}
