import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { chainPartyCheck, createRelay, type Relay } from "@wattle/relay";
import {
  approveMarket,
  commitVote,
  concedeJob,
  createWattleClient,
  depositPayment,
  disputeJob,
  getCourtRules,
  getHearing,
  getJob,
  getJobSlot,
  mintFaucetToken,
  openCase,
  prepareVote,
  revealVote,
  type WattleClient,
} from "@wattle/sdk";
import { blobUrl } from "@wattle/sdk/blobs";
import { discloseJob, runJob, type RunJobReturnType } from "@wattle/sdk/jobs";
import { openCourt, SEAT_FEE, type TestCourt, untilDrawn } from "../support/court.ts";
import { INCREMENT, jobOf, lockedOf, NUMBERS } from "../support/jobRequests.ts";
import { type Market, openMarket, type TestProvider } from "../support/market.ts";
import { startTestWorker, stopTestWorkers, type TestWorker } from "../support/testWorker.ts";
import { until } from "../support/until.ts";

/** Nobody but the accused draws. */
const DRAWS_NOT = { commitReserveSeconds: 20, drawPanels: false };

describe("a worker whose provider's result is disputed", { concurrency: false }, () => {
  let market: Market;
  let client: WattleClient;
  before(async () => {
    market = await openMarket();
    client = await market.addClient();
  });
  after(async () => {
    await stopTestWorkers();
    await market.close();
  });

  /** Has the accused provider's worker do a job rightly, and disputes it all the same. */
  const disputeRight = async (place: TestCourt, worker: TestWorker): Promise<RunJobReturnType> => {
    const opened = await runJob(client, {
      ...jobOf(INCREMENT),
      ...place.offer,
      inputs: { numbers: NUMBERS },
    });
    await worker.untilStep(opened.jobId, "submitted");
    await disputeJob(client, { terms: opened.terms });
    return opened;
  };
  const hearingOf = ({ court }: TestCourt, caseId: string) => getHearing(client, { court, caseId });
  const disclose = async (
    { court }: TestCourt,
    { jobId, jobKey, copies }: RunJobReturnType,
  ): Promise<void> => {
    const { failed } = await discloseJob(client, { court, caseId: jobId, jobKey, copies });
    assert.deepEqual(failed, []);
  };
  const untilHeard = async ({ court }: TestCourt, jobId: string): Promise<void> => {
    await until("a case", async () => (await getJobSlot(client, { jobId })).caseOpened, 60_000);
    await untilDrawn(client, court, jobId);
  };
  const untilState = async (jobId: string, state: string): Promise<void> => {
    await until(`it is ${state}`, async () => (await getJob(client, { jobId })).state === state, 60_000);
  };
  const kindsOf = ({ events }: TestWorker): string[] =>
    events
      .filter((event) => event.event === "transaction" && event.status === "mined")
      .map((event) => (event.event === "transaction" ? event.kind : ""));

  /** The chain may show what a transaction did before the worker has read its receipt. */
  const untilMined = async (worker: TestWorker, kind: string): Promise<void> => {
    await worker.untilEvent("transaction", (event) => event.kind === kind && event.status === "mined");
  };

  it("opens the case and draws where its client does neither, and has the ruling applied", async () => {
    const place = await openCourt(market, 1, { config: { disputes: { patienceSeconds: 0 } } });
    const juror = await startTestWorker(
      await place.addJuror({ config: { juror: { ...DRAWS_NOT, courts: [place.court] } } }),
    );
    const worker = await startTestWorker(place.accused);
    const opened = await disputeRight(place, worker);
    const { jobId } = opened;
    await untilHeard(place, jobId);
    await disclose(place, opened);
    await until("a vote", async () => (await place.count(jobId, "vote-committed")) === 1, 60_000);
    const { deadlines } = await hearingOf(place, jobId);
    await place.passTo(deadlines.commitUntil + 1);
    await until("an answer", async () => (await place.count(jobId, "vote-revealed")) === 1, 60_000);
    await place.passTo(deadlines.appealUntil + 1);
    await worker.untilStep(jobId, "paid");
    await untilMined(worker, "apply-ruling");
    const kinds = kindsOf(worker);
    for (const kind of ["open-case", "draw", "apply-ruling"])
      assert.equal(kinds.filter((mined) => mined === kind).length, 1, kind);
    assert.ok(!kinds.includes("appeal"));
    assert.equal(await lockedOf(client, place.accused), 0n);
    const told = worker.events.filter((event) => event.event === "dispute");
    assert.deepEqual([told[0]?.stage, told[0]?.isCourt], [null, true]);
    assert.ok(told.some(({ stage }) => stage === "committing"));
    assert.equal(told.at(-1)?.ruling, "provider-right");
    await worker.stop();
    await juror.stop();
  });

  it("spends no more on it than it may, and takes its part when nobody ruled", async () => {
    const place = await openCourt(market, 1, {
      config: { disputes: { patienceSeconds: 0, maxGasWei: "1000" } },
    });
    await place.addJuror();
    const worker = await startTestWorker(place.accused);
    const { jobId, terms } = await disputeRight(place, worker);
    const { message } = await worker.untilEvent("problem", (event) => event.jobId === jobId);
    assert.match(message, /open-case may cost \d+ wei, and 1000 are left of disputes.maxGasWei/);
    const { state, caseOpened, steppedAt } = await getJobSlot(client, { jobId });
    assert.deepEqual([state, caseOpened], ["disputed", false]);
    await place.passTo(steppedAt + terms.rulingSeconds + 1);
    await untilState(jobId, "split");
    assert.equal(await lockedOf(client, place.accused), 0n, "its collateral is free");
    await untilMined(worker, "split");
    await worker.stop();
  });

  it("appeals a wrong ruling within its budget, and a second panel runs the job again", async () => {
    const maxAppealFee = { [market.token]: String(3n * SEAT_FEE) };
    const place = await openCourt(market, 1, { config: { disputes: { patienceSeconds: 0, maxAppealFee } } });
    const { court } = place;
    const jurors: TestProvider[] = [];
    for (let count = 0; count < 4; count++)
      jurors.push(await place.addJuror({ config: { juror: { ...DRAWS_NOT, courts: [court] } } }));
    await fundOperator(market, place);
    const worker = await startTestWorker(place.accused);
    const opened = await disputeRight(place, worker);
    const { jobId } = opened;
    await untilHeard(place, jobId);
    const { panel, deadlines } = await hearingOf(place, jobId);
    const [drawn] = panel;
    const liar = jurors.find(({ id }) => id === drawn?.juror);
    assert.ok(drawn !== undefined && liar !== undefined);
    const { seat } = drawn;
    const vote = prepareVote(client, { court, caseId: jobId, seat, providerRight: false });
    await commitVote(liar.owner, { vote });
    await place.passTo(deadlines.commitUntil + 1);
    await revealVote(liar.owner, { vote });
    await place.passTo(deadlines.revealUntil + 1);
    const honest = await Promise.all(
      jurors.filter((juror) => juror !== liar).map((juror) => startTestWorker(juror)),
    );
    await until(
      "a second panel",
      async () => (await hearingOf(place, jobId)).appealPanel.length === 3,
      60_000,
    );
    await disclose(place, opened);
    await until("its votes", async () => (await place.count(jobId, "vote-committed")) === 4, 60_000);
    await place.passTo(deadlines.appealCommitUntil + 1);
    await until("its answers", async () => (await place.count(jobId, "vote-revealed")) === 4, 60_000);
    assert.deepEqual((await hearingOf(place, jobId)).appealVotes, { right: 3, wrong: 0 });
    await place.passTo(deadlines.appealRevealUntil + 1);
    await worker.untilStep(jobId, "paid");
    for (const kind of ["appeal", "apply-ruling"]) await untilMined(worker, kind);
    await until("it is finished", async () => (await hearingOf(place, jobId)).stage === "finished", 60_000);
    for (const juror of honest) {
      const reasons = juror.events.filter((event) => event.event === "hearing" && event.step === "revealed");
      assert.match(
        reasons.map((event) => (event.event === "hearing" ? event.reason : "")).join(),
        /outputs agree/,
      );
      await juror.stop();
    }
    await worker.stop();
  });

  it("is paid when its client concedes while jurors work; whoever had committed is paid too", async () => {
    const place = await openCourt(market, 1, { config: { disputes: { openCases: false } } });
    const juror = await place.addJuror();
    const judging = await startTestWorker(juror);
    const worker = await startTestWorker(place.accused);
    const opened = await disputeRight(place, worker);
    const { jobId, terms } = opened;
    await openCase(client, { terms });
    await untilDrawn(client, place.court, jobId);
    await disclose(place, opened);
    await until("a vote", async () => (await place.count(jobId, "vote-committed")) === 1, 60_000);
    await concedeJob(client, { terms });
    await worker.untilStep(jobId, "paid");
    await until("it is finished", async () => (await hearingOf(place, jobId)).stage === "finished", 60_000);
    assert.equal(await place.count(jobId, "seat-paid"), 1);
    await judging.untilEvent("hearing", (event) => event.caseId === jobId && event.step === "finished");
    assert.ok(!kindsOf(worker).includes("apply-ruling"));
    await judging.stop();
    await worker.stop();
  });

  it("puts its result back where it is owed, if the store has lost it", async () => {
    const lost = await startRelay(market, client, "before", 0);
    const place = await openCourt(market, 1, {
      endpoint: lost.url,
      config: { disputes: { openCases: false } },
    });
    const worker = await startTestWorker(place.accused);
    const job = { ...jobOf(INCREMENT), ...place.offer, inputs: { numbers: NUMBERS } };
    const { jobId, terms } = await runJob(client, job);
    await worker.untilStep(jobId, "submitted");
    const { resultRoot } = await getJob(client, { jobId });
    assert.ok(resultRoot !== null);
    await lost.close();
    const empty = await startRelay(market, client, "after", Number(new URL(lost.url).port));
    try {
      const isThere = async (): Promise<boolean> =>
        (await fetch(blobUrl(empty.url, resultRoot), { method: "HEAD" })).ok;
      assert.equal(await isThere(), false);
      await disputeJob(client, { terms });
      await until("the result is back", isThere, 60_000);
      await worker.stop();
    } finally {
      await empty.close();
    }
  });
});

/** Gives the operator of the accused a claim that the court may move: an appeal's fee is the caller's. */
async function fundOperator({ chain, token }: Market, { accused, court }: TestCourt): Promise<void> {
  const { rpcUrl, deployment } = chain;
  const client = createWattleClient({ rpcUrls: rpcUrl, deployment, signer: accused.operator });
  const { appealFee: amount } = await getCourtRules(client, { court });
  await mintFaucetToken(client, { token, amount });
  await depositPayment(client, { token, amount });
  await approveMarket(client, { token, amount, market: court });
  client.provider.destroy();
}

/** A relay of the accused's own. */
async function startRelay(
  { chain, token, folder }: Market,
  client: WattleClient,
  name: string,
  port: number,
): Promise<Relay> {
  const { chainId, contracts } = chain.deployment;
  const partyCheck = chainPartyCheck({ client, acceptedTokens: [{ token, minAmount: 1n }] });
  const place = { chainId: BigInt(chainId), escrow: contracts.jobEscrow, partyCheck };
  return createRelay({ dataDir: join(folder, name), port, ...place });
}
