import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { before, describe, it } from "node:test";
import {
  addMachine,
  getEscrowEvents,
  getJob,
  type JobOpenedEvent,
  rateOfRequest,
  retireMachine,
  type WattleClient,
} from "@wattle/sdk";
import { fetchResult, RequestEndedError, runRequest, serveRequest } from "@wattle/sdk/jobs";
import { loadConfig } from "../../src/config/loadConfig.ts";
import { checkRequestSide } from "../../src/doctor/checkRequestSide.ts";
import { INCREMENT, jobOf, lockedOf, NUMBERS, SUMS } from "../support/jobRequests.ts";
import { bytes32 } from "../support/jobs.ts";
import { COLLATERAL, RATE } from "../support/market.ts";
import { addTaker, freshAdjudicator, type Peculiarity, postRequest } from "../support/openRequests.ts";
import { suiteMarket } from "../support/suiteMarket.ts";
import { startTestWorker, TEST_FLAGS } from "../support/testWorker.ts";
import { until } from "../support/until.ts";

// Each story with an adjudicator of its own, so that no worker takes the requests of another story.
describe("a worker that takes open requests", { concurrency: true }, () => {
  const market = suiteMarket();
  let client: WattleClient;
  before(async () => {
    client = await market().addClient();
  });

  const takesOf = async (orderHash: string): Promise<JobOpenedEvent[]> =>
    (await getEscrowEvents(client, { types: ["job-opened"] })).filter(
      ({ terms }) => terms.orderHash === orderHash,
    );
  const takeOf = async (orderHash: string): Promise<JobOpenedEvent> => {
    const [taken, ...more] = await takesOf(orderHash);
    assert.ok(taken !== undefined && more.length === 0, "it was taken once");
    return taken;
  };

  it("takes a public one when its rate has risen to the floor, and not before", async () => {
    const client = await market().addClient();
    const adjudicator = freshAdjudicator();
    const provider = await addTaker(market(), adjudicator);
    const worker = await startTestWorker(provider);
    const startsAt = Math.floor(Date.now() / 1000) + 2;
    const { request, orderHash, jobKey, manifest, inputKey, store } = await postRequest(
      market(),
      client,
      adjudicator,
      true,
      { request: { startRatePerSecond: 1n, maxRatePerSecond: 100n * RATE, startsAt, riseSeconds: 600 } },
    );
    const job = await serveRequest(client, { orderHash, expiresAt: request.expiresAt, store, inputKey });
    assert.ok(job.terms.ratePerSecond >= RATE, "taken too early");
    assert.ok(job.terms.ratePerSecond < 100n * RATE, "taken too late");
    assert.equal(job.terms.ratePerSecond, rateOfRequest(request, job.openedAt));
    assert.deepEqual(worker.requestStepsOf(orderHash), ["seen", "ready", "taking", "taken"]);
    const { outputs } = await fetchResult(client, { job, jobKey, manifest });
    assert.deepEqual(outputs.get("sums"), SUMS);
    // The client reads its own manifest again where it had put it.
    await fetchResult(client, { job, jobKey, store: market().relay.url });
    await worker.stop();
  });

  it("takes a private one, and gets its key by a hand-over", async () => {
    const client = await market().addClient();
    const adjudicator = freshAdjudicator();
    const worker = await startTestWorker(await addTaker(market(), adjudicator));
    const { program, comparison, requirements, runLimitSeconds } = jobOf(INCREMENT);
    let published = "";
    const { job, jobKey, manifest, orderHash, inputKey } = await runRequest(client, {
      job: {
        store: market().relay.url,
        isPublic: false,
        program,
        inputs: { numbers: NUMBERS },
        comparison,
        requirements,
      },
      request: {
        token: market().token,
        adjudicator,
        maxRatePerSecond: RATE,
        collateral: COLLATERAL,
        runLimitSeconds,
      },
      onPublished: ({ store }) => (published = store),
    });
    assert.equal(published, market().relay.url, "the key is not published");
    assert.equal(job.state, "submitted");
    const { outputs } = await fetchResult(client, { job, jobKey, manifest });
    assert.deepEqual(outputs.get("sums"), SUMS);
    assert.deepEqual(worker.requestStepsOf(orderHash), ["seen", "ready", "taking", "taken"]);
    assert.ok(!JSON.stringify(worker.events).includes(inputKey.identity), "the key was told");
    await worker.stop();
  });

  it("declines when no key comes; the request is open again, and another worker takes it", async () => {
    const client = await market().addClient();
    const adjudicator = freshAdjudicator();
    // What a busy machine needs to be in time: a margin that is most of the window.
    const reserves = { declineMarginSeconds: 45, deliverReserveSeconds: 2 };
    const providers = [
      await addTaker(market(), adjudicator, {}, { reserves }),
      await addTaker(market(), adjudicator, {}, { reserves }),
    ] as const;
    const workers = await Promise.all(providers.map(async (provider) => startTestWorker(provider)));
    const posted = await postRequest(market(), client, adjudicator, false, {
      request: { declineSeconds: 60 },
    });
    const { orderHash, request, store, inputKey } = posted;
    const winner = await Promise.race(
      workers.map(async (worker, index) => worker.untilRequest(orderHash, "taken").then(() => index)),
    );
    const [first, second] = winner === 0 ? [workers[0], workers[1]] : [workers[1], workers[0]];
    assert.ok(first !== undefined && second !== undefined);
    await second.untilRequest(orderHash, "lost");
    const { jobId } = await takeOf(orderHash);
    assert.match((await first.untilStep(jobId, "refused")) ?? "", /not handed over/);
    const taken: string[] = [];
    const job = await serveRequest(client, {
      orderHash,
      expiresAt: request.expiresAt,
      store,
      inputKey,
      onTaken: (opened) => taken.push(opened.jobId),
    });
    assert.equal((await getJob(client, { jobId })).state, "declined");
    assert.deepEqual(taken, [jobId, job.jobId]);
    assert.equal(job.terms.provider, providers[winner === 0 ? 1 : 0]?.id);
    assert.equal(job.state, "submitted");
    assert.deepEqual(first.requestStepsOf(orderHash).slice(-1), ["taken"], "it does not try again");
    await Promise.all(workers.map(async (worker) => worker.stop()));
  });

  it("loses a race to another worker, and goes on with other requests", async () => {
    const client = await market().addClient();
    const adjudicator = freshAdjudicator();
    const providers = [await addTaker(market(), adjudicator), await addTaker(market(), adjudicator)] as const;
    const workers = await Promise.all(providers.map(async (provider) => startTestWorker(provider)));
    const { orderHash } = await postRequest(market(), client, adjudicator, true);
    const ends = await Promise.all(
      workers.map(async (worker) =>
        until("the race is decided", () =>
          worker.requestStepsOf(orderHash).find((step) => step === "taken" || step === "lost"),
        ),
      ),
    );
    assert.deepEqual([...ends].sort(), ["lost", "taken"]);
    const loser = ends.indexOf("lost");
    const taker = providers[loser]?.id ?? "";
    const next = await postRequest(market(), client, adjudicator, true, { request: { taker } });
    await workers[loser]?.untilRequest(next.orderHash, "taken");
    const { jobId } = await takeOf(next.orderHash);
    await workers[loser]?.untilStep(jobId, "submitted");
    const takes = workers[loser]?.events.filter(
      (event) => event.event === "transaction" && event.kind === "take" && event.status === "failed",
    );
    assert.ok((takes?.length ?? 0) <= 1, "it did not try again and again");
    await takeOf(orderHash);
    await Promise.all(workers.map(async (worker) => worker.stop()));
  });

  it("finds the store of a request that it took again when its state is lost", async () => {
    const client = await market().addClient();
    const adjudicator = freshAdjudicator();
    const provider = await addTaker(market(), adjudicator);
    const first = await startTestWorker(provider);
    const { orderHash, request, store, inputKey } = await postRequest(market(), client, adjudicator, false);
    await first.untilRequest(orderHash, "taken");
    await first.stop({ breakOff: true });
    await rm(provider.stateFolder, { recursive: true });
    const second = await startTestWorker(provider);
    const job = await serveRequest(client, { orderHash, expiresAt: request.expiresAt, store, inputKey });
    assert.equal(job.state, "submitted");
    await second.stop();
  });

  describe("leaves alone", { concurrency: false }, () => {
    const cases: readonly (readonly [what: string, reason: RegExp, isPublic: boolean, Peculiarity])[] = [
      ["a long run", /run limit/, true, { request: { runLimitSeconds: 61 } }],
      ["too much collateral", /locks/, true, { request: { collateral: COLLATERAL + 1n } }],
      [
        "an adjudicator it does not know",
        /adjudicator/,
        true,
        { request: { adjudicator: freshAdjudicator() } },
      ],
      ["a rate that never reaches its floor", /at most/, true, { request: { maxRatePerSecond: RATE - 1n } }],
      ["one for somebody else", /only/, true, { request: { taker: freshAdjudicator() } }],
      ["a private one, if it is told so", /only after the take/, false, {}],
      ["a store that is not allowed", /does not fetch/, true, { store: "http://127.0.0.1:9" }],
      ["a text that is no store", /names no store/, true, { store: "nowhere" }],
      [
        "more memory than there is",
        /memory/,
        true,
        { job: { requirements: { bufferBytes: 16, memoryBytes: 2 ** 33 } } },
      ],
      ["a manifest that is not there", /cannot be fetched/, true, { request: { specRoot: bytes32(1) } }],
      ["a manifest of another digest", /digest/, true, { request: { specDigest: bytes32(1) } }],
      ["a machine that it has not", /machine/, true, { request: { minGpuCount: 8 } }],
    ];

    it("what its policy does not allow, and says why", async () => {
      const client = await market().addClient();
      const adjudicator = freshAdjudicator();
      const provider = await addTaker(market(), adjudicator, { maxRunSeconds: 60, takePrivate: false });
      const worker = await startTestWorker(provider);
      for (const [what, reason, isPublic, peculiarity] of cases) {
        const { orderHash } = await postRequest(market(), client, adjudicator, isPublic, peculiarity);
        assert.match((await worker.untilRequest(orderHash, "refused")) ?? "", reason, what);
        assert.deepEqual(await takesOf(orderHash), [], what);
      }
      assert.equal(await lockedOf(client, provider), 0n);
      await worker.stop();
    });

    it("all of them, if nobody says otherwise", async () => {
      const client = await market().addClient();
      const adjudicator = freshAdjudicator();
      const provider = await market().addProvider({ bound: { minRatePerSecond: 1n, adjudicator } });
      const worker = await startTestWorker(provider);
      const { orderHash, request, store, inputKey } = await postRequest(market(), client, adjudicator, true, {
        request: { expiresAt: Math.floor(Date.now() / 1000) + 15 },
      });
      const serving = serveRequest(client, { orderHash, expiresAt: request.expiresAt, store, inputKey });
      await assert.rejects(serving, (error) => error instanceof RequestEndedError && error.why === "expired");
      assert.deepEqual(worker.requestStepsOf(orderHash), []);
      await worker.stop();
    });
  });

  it("is told by the doctor what keeps it from them", async () => {
    const adjudicator = freshAdjudicator();
    const claim = { gpuModel: "test", gpuCount: 1, vramMib: 1024, region: "de", reportDigest: bytes32(1) };
    const provider = await addTaker(market(), adjudicator);
    const { machineId } = await addMachine(provider.owner, { provider: provider.id, claim });
    const config = await loadConfig(provider.configFile, {}, TEST_FLAGS);
    assert.ok(config.requests !== null);
    const { requests } = config;
    const look = async (change: Partial<typeof requests>): Promise<string[]> => {
      const changed = { ...config, requests: { ...requests, ...change } };
      const findings = await checkRequestSide(client, changed, provider.operator.address);
      return findings.map(({ status }) => status);
    };
    assert.deepEqual(await look({ machineId }), ["ok", "ok"]);
    assert.deepEqual(await look({ machineId: bytes32(9) }), ["ok", "warning"]);
    assert.deepEqual(await look({ machineId, adjudicators: [freshAdjudicator()] }), ["warning", "ok"]);
    await retireMachine(provider.owner, { provider: provider.id, machineId });
    assert.deepEqual(await look({ machineId }), ["ok", "warning"]);
    assert.deepEqual(await checkRequestSide(client, { ...config, requests: null }, ""), []);
  });
});
