import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, rm, statfs, writeFile } from "node:fs/promises";
import { describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { getEscrowEvents, getJob, type WattleClient } from "@wattle/sdk";
import { fetchResult, runJob } from "@wattle/sdk/jobs";
import type { JsonRpcProvider } from "ethers";
import { SQUARES, SQUARES_OUTPUT } from "../runtime/support/programs.ts";
import { RPC_FAULTS, startFaultyRpc } from "../support/faultyRpc.ts";
import { jobOf } from "../support/jobRequests.ts";
import type { TestProvider } from "../support/market.ts";
import { suiteMarket } from "../support/suiteMarket.ts";
import { startTestWorker } from "../support/testWorker.ts";
import { until } from "../support/until.ts";
import { startWorkerProcess } from "../support/workerProcess.ts";

// Faults that take longer than a suite for every change should: `.ci/full` runs them.

const FAULT_MS = 6000;
const MIB = 2 ** 20;

const submissionsOf = async (client: WattleClient, { id }: TestProvider): Promise<number> =>
  (await getEscrowEvents(client, { types: ["job-submitted"], provider: id })).length;

describe("a worker whose endpoint fails", { concurrency: 3 }, () => {
  const market = suiteMarket();

  for (const fault of RPC_FAULTS) {
    it(`submits once, and can be paid, when it fails for seconds by "${fault}"`, async (test) => {
      const client = await market().addClient();
      const rpc = await startFaultyRpc(market().chain.rpcUrl);
      test.after(rpc.close);
      const provider = await market().addProvider({
        config: {
          rpcUrls: [rpc.url],
          chain: { confirmations: 1, pollIntervalMs: 100, rpcTimeoutMs: 1000, bumpAfterMs: 3000 },
        },
      });
      // From the moment when there is something to submit.
      const worker = await startTestWorker(provider, (change) => {
        if (change === "job:uploaded") rpc.fault = fault;
      });
      const { jobId, jobKey } = await runJob(client, { ...jobOf(SQUARES), ...provider.hastyOffer });
      await worker.untilStep(jobId, "uploaded");
      await sleep(FAULT_MS);
      assert.ok((rpc.met.get(fault) ?? 0) > 0, "nothing met the fault");
      rpc.fault = null;
      await worker.untilStep(jobId, "paid");
      assert.equal(await submissionsOf(client, provider), 1);
      const { outputs } = await fetchResult(client, { job: await getJob(client, { jobId }), jobKey });
      assert.deepEqual(outputs.get("squares"), SQUARES_OUTPUT);
      await worker.stop();
    });
  }
});

describe("a worker whose result's block is replaced", () => {
  const market = suiteMarket();

  it("submits the same result again", async () => {
    const client = await market().addClient();
    const provider = await market().addProvider();
    const rpc = client.provider as JsonRpcProvider;
    const worker = await startTestWorker(provider);
    const { jobId } = await runJob(client, { ...jobOf(SQUARES), ...provider.offer });
    const snapshot: unknown = await rpc.send("evm_snapshot", []);
    await worker.untilStep(jobId, "submitted");
    const before = await getJob(client, { jobId });
    assert.equal(before.state, "submitted");
    await rpc.send("evm_revert", [snapshot]);
    assert.equal((await getJob(client, { jobId })).state, "active");
    await rpc.send("hardhat_mine", ["0x8"]);
    const again = await until("it is submitted again", async () => {
      const job = await getJob(client, { jobId });
      return job.state === "submitted" && job;
    });
    const digest = (job: typeof before) =>
      job.events.flatMap((event) => (event.type === "job-submitted" ? [event.resultDigest] : []));
    assert.deepEqual(digest(again), digest(before));
    await worker.stop();
  });
});

describe("a worker whose disk is full", () => {
  const market = suiteMarket();

  it("goes on when there is room again, and submits once", async (test) => {
    const client = await market().addClient();
    const provider = await market().addProvider({ declineSeconds: 240, slackSeconds: 600 });
    const { stateFolder } = provider;
    await mkdir(stateFolder, { recursive: true, mode: 0o700 });
    try {
      const mount = ["--map-root-user", "--mount", "mount", "-t", "tmpfs", "tmpfs", stateFolder];
      execFileSync("unshare", mount, { stdio: "ignore" });
    } catch {
      test.diagnostic("not run: this system lets nobody mount a small disk (unshare, mount)");
      return;
    }
    const script = `mount -t tmpfs -o size=8m,mode=700 tmpfs "${stateFolder}" && exec "$@"`;
    const worker = await startWorkerProcess(provider, [
      ...["unshare", "--map-root-user", "--mount", "sh", "-c", script, "sh"],
    ]);
    // The disk as the worker sees it.
    const disk = `/proc/${worker.pid}/root${stateFolder}`;
    const { bavail, bsize } = await statfs(disk);
    assert.ok(bavail * bsize < 8 * MIB, "the disk is not small");
    await writeFile(`${disk}/ballast`, Buffer.alloc(bavail * bsize));
    const { jobId } = await runJob(client, { ...jobOf(SQUARES), ...provider.hastyOffer });
    await until("it says so", () => worker.events.some(({ event }) => event.event === "problem"));
    await sleep(3000);
    assert.equal(worker.ending(), null, "a full disk is no reason to end");
    await rm(`${disk}/ballast`);
    await until("it is paid", async () => (await getJob(client, { jobId })).state === "completed", 90_000);
    assert.equal(await submissionsOf(client, provider), 1);
    assert.equal(await worker.stop(), 0);
  });
});
