import assert from "node:assert/strict";
import { chmod } from "node:fs/promises";
import { before, describe, it } from "node:test";
import { getJob, type WattleClient } from "@wattle/sdk";
import { runJob } from "@wattle/sdk/jobs";
import { execa } from "execa";
import type { WorkerEvent } from "../../src/events/workerEvent.ts";
import { ENDLESS_ALONE } from "../runtime/support/programs.ts";
import { compileCacheOf } from "../support/compileCache.ts";
import { jobOf } from "../support/jobRequests.ts";
import type { Market, TestProvider } from "../support/market.ts";
import { TEST_FLAGS } from "../support/testWorker.ts";
import { MAIN } from "../support/workerProcess.ts";

const SANDBOX_FLAGS = TEST_FLAGS.allowUnsandboxed ? ["--allow-unsandboxed"] : [];

const start = (provider: TestProvider, args: readonly string[], key = provider.operator.privateKey) =>
  execa(process.execPath, [MAIN, ...args, "--config", provider.configFile], {
    env: { WATTLE_OPERATOR_KEY: key, ...compileCacheOf(provider) },
    reject: false,
    timeout: 180_000,
  });

/** Stories of the command line. */
export function commands(market: () => Market): void {
  describe("wattle-worker", { concurrency: false }, () => {
    let client: WattleClient;
    let provider: TestProvider;
    before(async () => {
      client = await market().addClient();
      provider = await market().addProvider();
    });

    it("doctor finds nothing wrong with a good set-up", async () => {
      const { stdout, exitCode } = await start(provider, ["doctor", "--json", ...SANDBOX_FLAGS]);
      const { isReady, findings } = JSON.parse(stdout) as {
        isReady: boolean;
        findings: { check: string; status: string }[];
      };
      assert.equal(isReady, true, stdout);
      assert.equal(exitCode, 0);
      const checks = findings.map(({ check }) => check);
      for (const check of [
        "chain",
        "provider",
        "operator",
        "gas money",
        "stake",
        "payout",
        "relay",
        "sandbox",
        "GPU",
      ]) {
        assert.ok(checks.includes(check), check);
      }
      assert.ok(!stdout.includes(provider.operator.privateKey.slice(2)), "the key shows");
    });

    it("doctor says what is wrong, and what to do", async () => {
      const stranger = market().chain.accounts[0];
      const { stdout, exitCode } = await start(provider, ["doctor", ...SANDBOX_FLAGS], stranger?.privateKey);
      assert.equal(exitCode, 2);
      assert.match(stdout, /FAIL {2}chain and provider .* is no operator of provider/);
      assert.match(stdout, /→ Let the provider's owner add it/);
    });

    it("run tells everything as JSON, and ends by Ctrl-C when the running job is submitted", async () => {
      const worker = start(provider, ["run", "--json", ...SANDBOX_FLAGS]);
      const events: WorkerEvent[] = [];
      let jobId: string | null = null;
      for await (const line of worker) {
        const event = JSON.parse(line) as WorkerEvent & { level: string; time: string; msg: string };
        assert.ok(event.level && event.time && event.msg);
        events.push(event);
        if (event.event === "started") {
          ({ jobId } = await runJob(client, {
            ...jobOf(ENDLESS_ALONE),
            ...provider.offer,
            runLimitSeconds: 2,
          }));
        }
        if (event.event === "job" && event.step === "running") worker.kill("SIGINT");
      }
      const { exitCode, stderr } = await worker;
      assert.deepEqual([exitCode, stderr], [0, ""]);
      assert.equal((await getJob(client, { jobId: jobId ?? "" })).state, "submitted");
      const names = new Set(events.map(({ event }) => event));
      for (const name of [
        "started",
        "job",
        "progress",
        "result",
        "transaction",
        "stopping",
        "stopped",
      ] as const) {
        assert.ok(names.has(name), name);
      }
    });

    it("run leaves at once on a second Ctrl-C, and the next start finishes the job", async () => {
      const first = start(provider, ["run", "--json", ...SANDBOX_FLAGS]);
      let jobId = "";
      for await (const line of first) {
        const event = JSON.parse(line) as WorkerEvent;
        if (event.event === "started") {
          ({ jobId } = await runJob(client, {
            ...jobOf(ENDLESS_ALONE),
            ...provider.offer,
            runLimitSeconds: 2,
          }));
        }
        if (event.event === "job" && event.step === "running") first.kill("SIGTERM");
        if (event.event === "stopping") first.kill("SIGTERM");
      }
      assert.equal((await first).exitCode, 130);
      const second = start(provider, ["run", "--json", ...SANDBOX_FLAGS]);
      for await (const line of second) {
        const event = JSON.parse(line) as WorkerEvent;
        if (event.event === "job" && event.step === "submitted" && event.jobId === jobId)
          second.kill("SIGTERM");
      }
      assert.equal((await second).exitCode, 0);
    });

    it("status shows jobs and transactions", async () => {
      const { stdout, exitCode } = await start(provider, ["status", "--json"]);
      const { jobs, transactions } = JSON.parse(stdout) as {
        jobs: { step: string }[];
        transactions: { kind: string; status: string }[];
      };
      assert.equal(exitCode, 0);
      assert.deepEqual(
        jobs.map(({ step }) => step),
        ["submitted", "submitted"],
      );
      assert.ok(transactions.every(({ kind, status }) => kind === "submit" && status === "mined"));
      const words = await start(provider, ["status"]);
      assert.match(words.stdout, /submitted .*\n[^]*submit 0x/);
    });

    it("run refuses a set-up that cannot work, and says why", async () => {
      const other = await market().addProvider();
      await chmod(`${other.configFile.replace(/\.json$/, "")}.identity`, 0o644);
      const { exitCode, stderr } = await start(other, ["run", ...SANDBOX_FLAGS]);
      assert.equal(exitCode, 2);
      assert.match(stderr, /others can read it \(mode 644\)[^]*chmod 600/);
      const keyless = await start(provider, ["run", ...SANDBOX_FLAGS], "");
      assert.equal(keyless.exitCode, 2);
      assert.match(keyless.stderr, /WATTLE_OPERATOR_KEY/);
    });

    it("run keeps a second worker out of the same state", async () => {
      const worker = start(provider, ["run", "--json", ...SANDBOX_FLAGS]);
      for await (const line of worker) {
        const event = JSON.parse(line) as WorkerEvent;
        if (event.event !== "started") continue;
        const second = await start(provider, ["run", ...SANDBOX_FLAGS]);
        assert.equal(second.exitCode, 2);
        assert.match(second.stderr, /Another worker is using the state folder/);
        worker.kill("SIGTERM");
      }
      assert.equal((await worker).exitCode, 0);
    });
  });
}
