import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { before, describe, it } from "node:test";
import { acceptResult, getJob, type SignedOffer, type WattleClient } from "@wattle/sdk";
import { runJob } from "@wattle/sdk/jobs";
import type { JobStep } from "../../src/jobs/jobRecord.ts";
import { ENDLESS_ALONE, SQUARES } from "../runtime/support/programs.ts";
import { openBadJob } from "../support/badJob.ts";
import { jobOf } from "../support/jobRequests.ts";
import { bytes32 } from "../support/jobs.ts";
import { COLLATERAL, type Market, type TestProvider } from "../support/market.ts";
import { startTestWorker } from "../support/testWorker.ts";
import { until } from "../support/until.ts";

/** Stories of workers that are stopped, and of what they find when they come back. */
export function restarts(market: () => Market): void {
  describe("a worker that is stopped and started", { concurrency: false }, () => {
    let client: WattleClient;
    before(async () => {
      client = await market().addClient();
    });

    /** A job of a worker that was stopped while it ran, and broke it off. */
    const brokenOff = async (provider: TestProvider, offer: SignedOffer): Promise<string> => {
      const worker = await startTestWorker(provider);
      const { jobId } = await runJob(client, { ...jobOf(ENDLESS_ALONE), ...offer, runLimitSeconds: 2 });
      await worker.untilStep(jobId, "running");
      await worker.stop({ breakOff: true });
      return jobId;
    };

    it("finishes what runs, declines what does not, and takes nothing more", async () => {
      const provider = await market().addProvider();
      // Both are there when the worker comes, so that the second need not be opened while the first runs.
      const open = async (): Promise<string> =>
        (await runJob(client, { ...jobOf(ENDLESS_ALONE), ...provider.offer, runLimitSeconds: 10 })).jobId;
      const jobs = [await open(), await open()];
      const worker = await startTestWorker(provider);
      const [running, waiting] = await until("one runs and one waits", () => {
        const isAt = (step: JobStep) => (jobId: string) => worker.stepsOf(jobId).at(-1) === step;
        const pair = [jobs.find(isAt("running")), jobs.find(isAt("checked"))];
        return pair.every((jobId) => jobId !== undefined) && pair;
      });
      await worker.stop();
      assert.deepEqual(worker.events.at(-1), { event: "stopped" });
      assert.equal((await getJob(client, { jobId: running ?? "" })).state, "submitted");
      assert.equal((await getJob(client, { jobId: waiting ?? "" })).state, "declined");
    });

    it("breaks off on request, and runs the job again after the next start", async () => {
      const provider = await market().addProvider();
      const jobId = await brokenOff(provider, provider.hastyOffer);
      const second = await startTestWorker(provider);
      await second.untilStep(jobId, "paid");
      assert.deepEqual(second.stepsOf(jobId).slice(0, 2), ["running", "ran"]);
      await second.stop();
    });

    it("keeps what it took in its last life, also when it is stopped before it has looked", async () => {
      const provider = await market().addProvider();
      const jobId = await brokenOff(provider, provider.offer);
      const second = await startTestWorker(provider);
      await second.stop();
      // It declines where it still may, and delivers where it may not.
      assert.notEqual((await getJob(client, { jobId })).state, "active");
    });

    it("learns everything from the chain when its state is lost", async () => {
      const provider = await market().addProvider({ hastyReviewSeconds: 12 });
      const first = await startTestWorker(provider);
      const done = await runJob(client, { ...jobOf(SQUARES), ...provider.offer });
      await first.untilStep(done.jobId, "submitted");
      await acceptResult(client, { terms: done.terms });
      await first.untilStep(done.jobId, "paid");
      const submitted = await runJob(client, { ...jobOf(SQUARES), ...provider.hastyOffer });
      await first.untilStep(submitted.jobId, "submitted");
      await first.stop();
      const active = await runJob(client, { ...jobOf(SQUARES), ...provider.hastyOffer });
      await rm(provider.stateFolder, { recursive: true });
      const second = await startTestWorker(provider);
      await second.untilStep(submitted.jobId, "paid");
      await second.untilStep(active.jobId, "paid");
      assert.deepEqual(second.stepsOf(done.jobId), [], "a job that had ended is nothing to it");
      assert.deepEqual(second.stepsOf(submitted.jobId), ["seen", "submitted", "paid"]);
      await second.stop();
    });

    it("forfeits early what it can neither decline any more nor run", async () => {
      const provider = await market().addProvider({ declineSeconds: 1 });
      const jobId = await openBadJob(client, provider, { specRoot: bytes32(1) });
      const openedAt = (await getJob(client, { jobId })).openedAt;
      await until("the window has closed", async () => {
        const block = await client.provider.getBlock("latest");
        return (block?.timestamp ?? 0) > openedAt + 2;
      });
      const worker = await startTestWorker(provider);
      await worker.untilStep(jobId, "forfeited");
      const onChain = await getJob(client, { jobId });
      const last = onChain.events.at(-1);
      assert.ok(last?.type === "job-expired" && last.forfeited);
      assert.ok(last.slashed < COLLATERAL, "giving up early is cheap");
      await worker.stop();
    });
  });
}
