import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import { getEscrowEvents, getJob, type WattleClient } from "@wattle/sdk";
import { fetchResult, runJob } from "@wattle/sdk/jobs";
import { processesNaming } from "../runtime/support/testRuntime.ts";
import { openBadJob } from "../support/badJob.ts";
import { balanceOf, INCREMENT, jobOf, lockedOf, NUMBERS, PRICE, SUMS } from "../support/jobRequests.ts";
import { bytes32 } from "../support/jobs.ts";
import { COLLATERAL, type Market, type TestProvider } from "../support/market.ts";
import { surviveCrashes } from "../support/surviveCrashes.ts";
import { until } from "../support/until.ts";

const jobSteps = (...steps: string[]): string[] => steps.map((step) => `job:${step}`);
const transactionOf = (kind: string): string[] =>
  ["open", "signed", "mined"].map((status) => `transaction:${kind}:${status}`);

/** Stories of workers that are killed at every step that they write down. */
export function kills(market: () => Market): void {
  describe("a worker that is killed at every step", { concurrency: true }, () => {
    const nonceOf = async (client: WattleClient, { operator }: TestProvider): Promise<number> =>
      client.provider.getTransactionCount(operator.address);

    it("finishes a job, submits it once, and is paid", async () => {
      const client = await market().addClient();
      const provider = await market().addProvider({ declineSeconds: 240, slackSeconds: 600 });
      const opened = await runJob(client, {
        ...jobOf(INCREMENT),
        ...provider.hastyOffer,
        inputs: { numbers: NUMBERS },
      });
      const { jobId, jobKey } = opened;
      await surviveCrashes(provider, [
        ...jobSteps("seen", "checked", "running", "ran", "uploaded", "submitting", "submitted", "paid"),
        ...["submit", "settle", "payout"].flatMap(transactionOf),
      ]);
      const submitted = await getEscrowEvents(client, { types: ["job-submitted"], provider: provider.id });
      assert.equal(submitted.length, 1);
      const { outputs } = await fetchResult(client, { job: await getJob(client, { jobId }), jobKey });
      assert.deepEqual(outputs.get("sums"), SUMS);
      assert.equal(await balanceOf(client, provider.payout.address), PRICE);
      assert.equal(await nonceOf(client, provider), 3, "one transaction each to submit, settle and pay out");
      assert.equal(await lockedOf(client, provider), 0n);
      assert.deepEqual(processesNaming(provider.stateFolder), [], "processes are left");
      assert.deepEqual(await readdir(join(provider.stateFolder, "jobs")), [], "files are left");
    });

    it("declines a bad job once", async () => {
      const client = await market().addClient();
      const provider = await market().addProvider({ declineSeconds: 240 });
      const jobId = await openBadJob(client, provider, { specRoot: bytes32(1) });
      await surviveCrashes(provider, [
        ...jobSteps("seen", "refused", "declined"),
        ...transactionOf("decline"),
      ]);
      assert.equal((await getJob(client, { jobId })).state, "declined");
      assert.equal(await nonceOf(client, provider), 1);
      assert.equal(await lockedOf(client, provider), 0n);
    });

    it("forfeits once what it can neither run nor decline", async () => {
      const client = await market().addClient();
      const provider = await market().addProvider({ declineSeconds: 1, slackSeconds: 600 });
      const jobId = await openBadJob(client, provider, { specRoot: bytes32(1) });
      const { openedAt } = await getJob(client, { jobId });
      await until("the window has closed", async () => {
        const block = await client.provider.getBlock("latest");
        return (block?.timestamp ?? 0) > openedAt + 2;
      });
      await surviveCrashes(provider, [
        ...jobSteps("seen", "refused", "abandoned", "forfeited"),
        ...transactionOf("forfeit"),
      ]);
      const last = (await getJob(client, { jobId })).events.at(-1);
      assert.ok(last?.type === "job-expired" && last.forfeited && last.slashed < COLLATERAL);
      assert.equal(await nonceOf(client, provider), 1);
      assert.equal(await lockedOf(client, provider), 0n);
    });
  });
}
