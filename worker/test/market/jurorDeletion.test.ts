import assert from "node:assert/strict";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { rm } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { chainPartyCheck, createRelay, type Relay } from "@wattle/relay";
import { applyRuling, getHearing, getJob, updateProfile, type WattleClient } from "@wattle/sdk";
import { buildTree, cidOfRoot } from "@wattle/sdk/blobs";
import { discloseJob, type DisclosureProgress } from "@wattle/sdk/jobs";
import type { HearingEvent } from "../../src/events/workerEvent.ts";
import { examineResult } from "../../src/juror/examineResult.ts";
import { openCourt, type TestCase, type TestCourt, untilDrawn } from "../support/court.ts";
import { SUMS } from "../support/jobRequests.ts";
import { type Market, openMarket } from "../support/market.ts";
import { startTestWorker, stopTestWorkers, type TestWorker } from "../support/testWorker.ts";
import { until } from "../support/until.ts";

const WRONG = new Uint8Array(SUMS).fill(9, 4, 5);

describe("a provider that deletes what jurors need", { concurrency: false }, () => {
  let market: Market;
  let client: WattleClient;
  let place: TestCourt;
  let juror: TestWorker;
  /** The accused provider's own; jurors have that of the market. */
  let relay: Relay;
  let dataDir: string;

  before(async () => {
    market = await openMarket();
    client = await market.addClient();
    const { chain, token, folder } = market;
    dataDir = join(folder, "accused");
    relay = await createRelay({
      dataDir,
      chainId: BigInt(chain.deployment.chainId),
      escrow: chain.deployment.contracts.jobEscrow,
      partyCheck: chainPartyCheck({ client, acceptedTokens: [{ token, minAmount: 1n }] }),
    });
    place = await openCourt(market, 1, { endpoint: relay.url });
    const config = { stores: { allowed: [relay.url] } };
    juror = await startTestWorker(await place.addJuror({ config }));
  });
  after(async () => {
    await stopTestWorkers();
    await relay.close();
    await market.close();
  });

  const remove = async (roots: readonly string[]): Promise<void> => {
    for (const root of roots) {
      for (const name of [cidOfRoot(root), `${cidOfRoot(root)}.dag`])
        await rm(join(dataDir, "blobs", name), { force: true });
    }
  };
  const rootsOf = async ({ copies }: TestCase): Promise<string[]> =>
    Promise.all(copies.map(async (bytes) => (await buildTree(bytes)).root));
  const endpointOf = async (endpoint: string): Promise<void> => {
    const { owner, id: provider, payout, identity } = place.accused;
    const profile = { payout: payout.address, encryptionKey: identity.publicKey, endpoint };
    await updateProfile(owner, { provider, ...profile });
  };
  /** Lets the juror vote, and the market apply what it ruled. Returns what it told of its vote. */
  const judge = async ({ caseId }: TestCase, at = place, by = juror): Promise<HearingEvent> => {
    const { court } = at;
    const { deadlines } = await getHearing(client, { court, caseId });
    await until("a commitment", async () => (await at.count(caseId, "vote-committed")) === 1, 60_000);
    await at.passTo(deadlines.commitUntil + 1);
    const isTold = (event: HearingEvent): boolean => event.caseId === caseId && event.step === "revealed";
    const told = await by.untilEvent("hearing", isTold);
    await at.passTo(deadlines.appealUntil + 1);
    await applyRuling(client, { terms: (await getJob(client, { jobId: caseId })).terms });
    return told;
  };

  it("is judged by what the client left with the jurors: manifest and inputs are gone, its result is not", async () => {
    const opened = await place.dispute(client, WRONG);
    const { caseId, jobKey, copies } = opened;
    await remove(await rootsOf(opened));
    // What its registry entry says now is its word alone as well.
    await endpointOf("nowhere");
    await untilDrawn(client, place.court, caseId);
    const { failed } = await discloseJob(client, { court: place.court, caseId, jobKey, copies });
    assert.deepEqual(failed, []);
    const { providerRight, reason } = await judge(opened);
    assert.equal(providerRight, false);
    assert.match(reason ?? "", /1 of 16 values of "sums" differ/);
    assert.equal((await getJob(client, { jobId: caseId })).state, "refunded");
    await endpointOf(relay.url);
  });

  it("gains nothing by deleting its result too, be it wrong or right", async () => {
    const opened = await place.dispute(client, SUMS);
    const { caseId, jobKey, copies } = opened;
    const { resultRoot } = await getJob(client, { jobId: caseId });
    assert.ok(resultRoot !== null);
    await remove([...(await rootsOf(opened)), resultRoot]);
    await untilDrawn(client, place.court, caseId);
    await discloseJob(client, { court: place.court, caseId, jobKey, copies });
    await whileAskedFor(resultRoot, async (asked) => {
      // The second time only after the first has come to its end.
      await until("a second look", () => asked() > 1, 60_000);
    });
    const { deadlines } = await getHearing(client, { court: place.court, caseId });
    // It may still come, until a run could not end in time any more.
    await place.passTo(deadlines.commitUntil - 20 - 20 + 1);
    const { providerRight, reason } = await judge(opened);
    assert.equal(providerRight, false);
    assert.match(reason ?? "", /of what the provider owes: No location delivered the blob/);
    assert.equal((await getJob(client, { jobId: caseId })).state, "refunded");
  });

  it("that gives back nothing of its own is judged rightly where its result was right", async () => {
    const opened = await place.dispute(client, SUMS);
    const { caseId, jobKey, copies } = opened;
    await remove(await rootsOf(opened));
    await untilDrawn(client, place.court, caseId);
    await discloseJob(client, { court: place.court, caseId, jobKey, copies });
    const { providerRight, reason } = await judge(opened);
    assert.equal(providerRight, true);
    assert.match(reason ?? "", /outputs agree/);
    assert.equal((await getJob(client, { jobId: caseId })).state, "completed");
  });

  it("gains nothing by a store that jurors do not ask: its client leaves the result with them", async () => {
    const other = await openCourt(market, 1, { endpoint: relay.url });
    const { court } = other;
    const stranger = await startTestWorker(await other.addJuror());
    const opened = await other.dispute(client, WRONG);
    const { caseId, jobKey, copies } = opened;
    await untilDrawn(client, court, caseId);
    const parts = new Set<string>();
    const onProgress = ({ part }: DisclosureProgress): void => void parts.add(part);
    const { failed } = await discloseJob(client, { court, caseId, jobKey, copies, onProgress });
    assert.deepEqual(failed, []);
    assert.deepEqual([...parts], ["manifest", 'input "numbers"', "result", 'output "sums"']);
    const { providerRight, reason } = await judge(opened, other, stranger);
    assert.equal(providerRight, false);
    assert.match(reason ?? "", /1 of 16 values of "sums" differ/);
    await stranger.stop();
  });

  it("or keeps jurors waiting for its result has not delivered it", async () => {
    const { caseId, jobKey } = await place.dispute(client, SUMS);
    const job = await getJob(client, { jobId: caseId });
    const run = async (): Promise<never> => assert.fail("there is nothing to compare it with");
    const given = { job, identity: jobKey.identity, stores: [relay.url], run };
    const examined = await examineResult(client, { ...given, resultWithinMs: 0 });
    assert.ok(examined.kind === "provider-owes" && examined.mayCome);
    assert.match(examined.fault, /did not arrive in time/);
    const signal = AbortSignal.abort(new Error("the panel's time is over"));
    await assert.rejects(examineResult(client, { ...given, resultWithinMs: 0, signal }), /time is over/);
  });
});

/** Counts how often a relay of this process is asked for a blob. */
async function whileAskedFor(root: string, work: (asked: () => number) => Promise<void>): Promise<void> {
  let asked = 0;
  const onRequest = (message: unknown): void => {
    const { request } = message as { readonly request: IncomingMessage };
    if (request.url === `/blobs/${cidOfRoot(root)}.dag`) asked++;
  };
  subscribe("http.server.request.start", onRequest);
  try {
    await work(() => asked);
  } finally {
    unsubscribe("http.server.request.start", onRequest);
  }
}
