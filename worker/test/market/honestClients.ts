import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { acceptResult, getJob, type WattleClient } from "@wattle/sdk";
import { fetchResult, runJob } from "@wattle/sdk/jobs";
import { ENDLESS_ALONE, SQUARES, SQUARES_OUTPUT } from "../runtime/support/programs.ts";
import {
  balanceOf,
  claimOf,
  INCREMENT,
  jobOf,
  lockedOf,
  NUMBERS,
  PRICE,
  SUMS,
} from "../support/jobRequests.ts";
import { COLLATERAL, type Market, type TestProvider } from "../support/market.ts";
import { startTestWorker, type TestWorker } from "../support/testWorker.ts";
import { until } from "../support/until.ts";

/** Stories of jobs that are meant well. */
export function honestClients(market: () => Market): void {
  describe("a worker with honest clients", { concurrency: false }, () => {
    let client: WattleClient;
    let provider: TestProvider;
    let worker: TestWorker;
    before(async () => {
      client = await market().addClient();
      provider = await market().addProvider();
      worker = await startTestWorker(provider);
    });
    after(async () => worker.stop());

    it("says what it runs on", () => {
      const { isSoftware, adapter, sandbox, memoryLimit, operator, relay, energyMeter } = worker.started;
      assert.equal(isSoftware, true);
      assert.match(adapter, /swiftshader/i);
      assert.ok(["bubblewrap", "none"].includes(sandbox) && memoryLimit.length > 0);
      assert.deepEqual([operator, relay, energyMeter], [provider.operator.address, market().relay.url, null]);
    });

    it("runs a job with an encrypted input, and pays out when the client accepts", async () => {
      const before = await balanceOf(client, provider.payout.address);
      const opened = await runJob(client, {
        ...jobOf(INCREMENT),
        ...provider.offer,
        inputs: { numbers: NUMBERS },
      });
      await worker.untilStep(opened.jobId, "submitted");
      assert.equal(await lockedOf(client, provider), COLLATERAL);
      const onChain = await getJob(client, { jobId: opened.jobId });
      const { result, outputs } = await fetchResult(client, { job: onChain, jobKey: opened.jobKey });
      assert.deepEqual(outputs.get("sums"), SUMS);
      assert.equal(result.usage.energyMillijoules, null);
      await acceptResult(client, { terms: opened.terms });
      await worker.untilStep(opened.jobId, "paid");
      await until(
        "payout",
        async () => (await balanceOf(client, provider.payout.address)) === before + PRICE,
      );
      assert.equal(await claimOf(client, provider.payout.address), 0n);
      assert.equal(await lockedOf(client, provider), 0n);
      assert.deepEqual(worker.stepsOf(opened.jobId), [
        ...["seen", "checked", "running", "ran", "uploaded", "submitting", "submitted", "paid"],
      ]);
      const progress = worker.events.filter(
        (event) => event.event === "progress" && event.jobId === opened.jobId,
      );
      assert.ok(progress.length > 0);
    });

    it("submits a program that fails as a result, and settles when the client says nothing", async () => {
      const broken = { ...SQUARES, source: "this is no WGSL" };
      const { jobId, jobKey } = await runJob(client, { ...jobOf(broken), ...provider.hastyOffer });
      await worker.untilStep(jobId, "paid");
      const { result } = await fetchResult(client, {
        job: await getJob(client, { jobId }),
        jobKey,
      });
      assert.equal(result.outcome.status, "failed");
      assert.deepEqual(result.outputs, []);
    });

    it("submits a run that reached its limit as a result", async () => {
      const { jobId, jobKey } = await runJob(client, {
        ...jobOf(ENDLESS_ALONE),
        ...provider.hastyOffer,
        runLimitSeconds: 1,
      });
      await worker.untilStep(jobId, "submitted");
      const { result } = await fetchResult(client, {
        job: await getJob(client, { jobId }),
        jobKey,
      });
      assert.deepEqual(result.outcome, { status: "run-limit" });
      // Far beyond the limit, for a slow machine; a run without an end would not come back at all.
      assert.ok(result.usage.runMs >= 1000 && result.usage.runMs < 60_000, `${result.usage.runMs} ms`);
      await worker.untilStep(jobId, "paid");
    });

    it("runs jobs one after the other", async () => {
      const opened = [];
      for (let count = 0; count < 3; count++)
        opened.push(await runJob(client, { ...jobOf(SQUARES), ...provider.offer }));
      for (const { jobId } of opened) await worker.untilStep(jobId, "submitted");
      const running = new Set<string>();
      for (const event of worker.events) {
        if (event.event !== "job" || !opened.some(({ jobId }) => jobId === event.jobId)) continue;
        if (event.step === "running") running.add(event.jobId);
        if (event.step === "ran") running.delete(event.jobId);
        assert.ok(running.size <= 1, "two jobs ran at once");
      }
      for (const { jobId, jobKey } of opened) {
        const { outputs } = await fetchResult(client, {
          job: await getJob(client, { jobId }),
          jobKey,
        });
        assert.deepEqual(outputs.get("squares"), SQUARES_OUTPUT);
      }
    });
  });
}
