import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { after, before, describe, it } from "node:test";
import { promisify } from "node:util";
import { getHearing, type WattleClient } from "@wattle/sdk";
import { discloseJob } from "@wattle/sdk/jobs";
import { loadConfig } from "../../src/config/loadConfig.ts";
import { examine } from "../../src/doctor/examine.ts";
import { describeEvent } from "../../src/events/describeEvent.ts";
import { openCourt, type TestCase, type TestCourt, untilDrawn } from "../support/court.ts";
import { SUMS } from "../support/jobRequests.ts";
import { type Market, openMarket, type TestProvider } from "../support/market.ts";
import { startTestWorker, stopTestWorkers, TEST_FLAGS, type TestWorker } from "../support/testWorker.ts";
import { until } from "../support/until.ts";
import { MAIN } from "../support/workerProcess.ts";

describe("a juror's worker that is stopped", { concurrency: false }, () => {
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

  /** A court with one juror, whose worker knows that it was drawn. */
  const drawn = async (stopWaitSeconds: number) => {
    const place = await openCourt(market, 1);
    const { court } = place;
    const juror = await place.addJuror({
      config: { juror: { courts: [court], commitReserveSeconds: 20, stopWaitSeconds } },
    });
    const worker = await startTestWorker(juror);
    const opened = await place.dispute(client, SUMS);
    await untilDrawn(client, court, opened.caseId);
    await worker.untilEvent("hearing", ({ step }) => step === "drawn");
    return { place, juror, worker, opened };
  };
  const disclose = async ({ court }: TestCourt, { caseId, jobKey, copies }: TestCase): Promise<void> => {
    await discloseJob(client, { court, caseId, jobKey, copies });
  };
  const untilCount = async (
    place: TestCourt,
    caseId: string,
    type: "vote-committed" | "vote-revealed",
  ): Promise<void> => {
    await until(type, async () => (await place.count(caseId, type)) === 1, 60_000);
  };
  const dutiesOf = async (worker: TestWorker) =>
    (await worker.untilEvent("stopping")).hearings.map(({ duty, isAwaited }) => [duty, isAwaited]);
  const leavesAtOnce = async (worker: TestWorker): Promise<void> => {
    const stopping = worker.stop();
    assert.deepEqual(await dutiesOf(worker), [
      ["commit", true],
      ["reveal", true],
    ]);
    assert.ok(!hasStopped(worker));
    await worker.stop({ breakOff: true });
    await stopping;
    assert.ok(hasStopped(worker));
  };
  const hasStopped = ({ events }: TestWorker): boolean => events.some(({ event }) => event === "stopped");

  it("stays until it has committed and revealed what is due soon", async () => {
    const { place, worker, opened } = await drawn(3600);
    const { caseId } = opened;
    const { deadlines } = await getHearing(client, { court: place.court, caseId });
    const stopping = worker.stop();
    assert.deepEqual(await dutiesOf(worker), [
      ["commit", true],
      ["reveal", true],
    ]);
    await disclose(place, opened);
    await untilCount(place, caseId, "vote-committed");
    assert.ok(!hasStopped(worker));
    await place.passTo(deadlines.commitUntil + 1);
    await untilCount(place, caseId, "vote-revealed");
    await stopping;
    assert.ok(hasStopped(worker));
  });

  it("leaves what is due later, says when it has to be back, and is", async () => {
    const { place, juror, worker, opened } = await drawn(0);
    const { caseId } = opened;
    const { deadlines } = await getHearing(client, { court: place.court, caseId });
    await worker.stop();
    assert.deepEqual(await dutiesOf(worker), [
      ["commit", false],
      ["reveal", false],
    ]);
    const words = describeEvent(await worker.untilEvent("stopping"));
    const last = new Date(deadlines.revealUntil * 1000).toISOString();
    assert.match(words, /be back for the commit of seat 0 in case 0x[0-9a-f]{8}… until /);
    assert.ok(words.includes(`until ${last}`), words);
    await doctorTells(juror);
    await statusTells(juror, caseId);

    const second = await startTestWorker(juror);
    await disclose(place, opened);
    await untilCount(place, caseId, "vote-committed");
    await second.untilEvent("hearing", ({ step }) => step === "committed");
    await second.stop();
    assert.deepEqual(await dutiesOf(second), [["reveal", false]]);
    const third = await startTestWorker(juror);
    await place.passTo(deadlines.commitUntil + 1);
    await untilCount(place, caseId, "vote-revealed");
    await third.untilEvent("hearing", ({ step }) => step === "revealed");
    await third.stop();
    assert.deepEqual(await dutiesOf(third), []);
  });

  it("leaves at once when it is told so, also while it waits", async () => {
    const { juror, worker } = await drawn(3600);
    await leavesAtOnce(worker);
    // One that has not looked at the chain yet knows from its last life what it owes.
    await leavesAtOnce(await startTestWorker(juror));
  });
});

/** The doctor sees the seat, and what it owes. */
async function doctorTells({ configFile, operator }: TestProvider): Promise<void> {
  const findings = await examine(await loadConfig(configFile, {}, TEST_FLAGS), operator.privateKey);
  const details = (check: string): string[] =>
    findings.filter((finding) => finding.check.startsWith(check)).map(({ detail }) => detail);
  assert.match(details("seats with").join(), /^0 \(held, 16 units, 4 at risk\)$/);
  const [commit = "", reveal = ""] = details("hearing");
  assert.match(commit, /^the commit of seat 0 in case 0x/);
  assert.match(reveal, /^the reveal of seat 0 in case 0x/);
}

/** And `status` lists both. */
async function statusTells({ configFile }: TestProvider, caseId: string): Promise<void> {
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [MAIN, "status", "--json", "--config", configFile]);
  const { hearings } = JSON.parse(stdout) as { hearings: { caseId: string; seat: number; owes: string[] }[] };
  assert.deepEqual(
    hearings.map((hearing) => [hearing.caseId, hearing.seat, hearing.owes]),
    [[caseId, 0, ["commit", "reveal"]]],
  );
}
