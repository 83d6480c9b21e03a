import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import {
  createWattleClient,
  depositPayment,
  depositStake,
  disputeJob,
  getClaim,
  getJob,
  getSlashClaim,
  getStake,
  type Job,
  mintFaucetToken,
  prepareOffer,
  publishOffer,
  registerProvider,
  submitResult,
  UNLIMITED_ALLOWANCE,
  type WattleClient,
} from "@wattle/sdk";
import { generateJobKey, type JobKey } from "@wattle/sdk/blobs";
import { runJob } from "@wattle/sdk/jobs";
import { openWgslRuntime, type Runtime } from "@wattle/worker";
import { Wallet } from "ethers";
import { createWeeksProgram } from "../../examples/weeks/weeksJob.ts";
import { madeUpPlace } from "../../examples/weeks/test/support/days.ts";
import { chainPartyCheck, createRelay, type Relay } from "../../relay/src/index.ts";
import { discloseKey } from "../../scripts/demo/court/discloseKey.ts";
import { judgeCase } from "../../scripts/demo/court/judgeCase.ts";
import { type Judge, settleDispute, type SettledDispute } from "../../scripts/demo/court/settleDispute.ts";
import { computeJob } from "../../scripts/demo/lazy/computeJob.ts";
import { deliverResult } from "../../scripts/demo/lazy/deliverResult.ts";
import { deployAdjudicator } from "../../scripts/deployment/deployAdjudicator.ts";
import { type DeployedChain, startLocalChain } from "../support/localChain.ts";

const UNIT = 10n ** 18n;
const COLLATERAL = 2n * UNIT;
// Two signers cannot share it evenly.
const FEE = UNIT + 1n;
const RUN_SECONDS = 60;
const PRICE = 1_000n * BigInt(RUN_SECONDS);

/** More weeks than one pass compares, so that leaving passes out matters. */
const JOB = createWeeksProgram([madeUpPlace("A", 400, 5, 200)], 7);

/** The same signers, the same code: what they rule depends on the result alone. */
describe("a dispute that an attested adjudicator's signers rule on by running the job again", () => {
  let folder: string;
  let chain: DeployedChain;
  let relay: Relay | undefined;
  let runtime: Runtime;
  let provider: WattleClient;
  let buyer: WattleClient;
  let providerKey: JobKey;
  let providerId: string;
  let adjudicator: string;
  let token: string;
  let store: string;
  let seats: { readonly client: WattleClient; readonly key: JobKey; readonly address: string }[];
  let judges: readonly Judge[];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "wattle-ruling-"));
    chain = await startLocalChain({ kind: "hardhat" });
    const { rpcUrl: rpcUrls, deployment } = chain;
    const clientFor = (signer: Wallet | DeployedChain["accounts"][number]): WattleClient =>
      createWattleClient({ rpcUrls, signer, deployment, pollingIntervalMs: 100 });
    const [one, two] = chain.accounts.map(clientFor);
    assert.ok(one !== undefined && two !== undefined);
    [provider, buyer] = [one, two];
    seats = await Promise.all(
      [0, 1, 2].map(async () => {
        const wallet = Wallet.createRandom();
        return {
          client: clientFor(new Wallet(wallet.privateKey)),
          key: await generateJobKey(),
          address: wallet.address,
        };
      }),
    );
    const signers = seats.map(({ address }) => address);
    adjudicator = await deployAdjudicator(chain.rpcUrl, {
      ...{ paymentVault: deployment.contracts.paymentVault, signers, threshold: 2 },
    });
    runtime = await openWgslRuntime({
      cacheFolder: join(folder, "cache"),
      workFolder: join(folder, "work"),
      sandbox: "unsandboxed",
      driver: "software",
    });
    judges = seats.map(({ client, key, address }, index) => ({
      name: `signer ${String(index)}`,
      address,
      recipient: key.recipient,
      judge: (jobId, disclosure, signal) =>
        judgeCase(client, { adjudicator, jobId, disclosure, identity: key.identity, runtime, signal }),
    }));
    token = deployment.tokens.stake;
    const opened = await createRelay({
      dataDir: join(folder, "relay"),
      chainId: BigInt(deployment.chainId),
      escrow: deployment.contracts.jobEscrow,
      partyCheck: chainPartyCheck({ client: provider, acceptedTokens: [{ token, minAmount: 1n }] }),
    });
    relay = opened;
    store = opened.url;
    providerKey = await generateJobKey();
    for (const client of [provider, buyer]) await mintFaucetToken(client, { token, amount: 100n * UNIT });
    providerId = String(await provider.signer?.getAddress());
    await registerProvider(provider, {
      payout: providerId,
      encryptionKey: providerKey.publicKey,
      endpoint: opened.url,
    });
    const stake = 50n * UNIT;
    await depositStake(provider, { provider: providerId, amount: stake, authorize: { limit: stake } });
    await depositPayment(buyer, { token, amount: 50n * UNIT, marketAllowance: UNLIMITED_ALLOWANCE });
  });

  after(async () => {
    // What could not be set up must not keep the rest running.
    await relay?.close();
    await chain.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function open(): Promise<{ job: Job; jobKey: JobKey }> {
    const offer = await prepareOffer(provider, {
      ...{ provider: providerId, token, ratePerSecond: 1_000n, collateral: COLLATERAL },
      ...{ adjudicator, disputeFee: FEE },
    });
    await publishOffer(provider, { offer });
    const { jobId, jobKey } = await runJob(buyer, {
      ...{ offer, signature: "0x", runLimitSeconds: RUN_SECONDS },
      program: JOB.program,
      inputs: Object.fromEntries(JOB.inputs),
      comparison: JOB.comparison,
      requirements: JOB.requirements,
    });
    return { job: await getJob(buyer, { jobId }), jobKey };
  }

  async function deliver(job: Job, mostPasses?: number): Promise<void> {
    const { identity } = providerKey;
    const passes = mostPasses === undefined ? {} : { mostPasses };
    const computed = await computeJob({ job, store, identity, runtime, ...passes });
    await deliverResult(provider, { job, ...computed });
  }

  /** Disputes and settles, and says by how much everybody's claims and stake changed. */
  async function dispute(
    { jobId }: Job,
    jobKey: JobKey,
  ): Promise<
    SettledDispute & { readonly changes: Record<string, bigint>; readonly reasons: readonly string[] }
  > {
    const holdings = async (): Promise<Record<string, bigint>> => {
      const claim = (account: string): Promise<bigint> => getClaim(buyer, { token, account });
      const client = String(await buyer.signer?.getAddress());
      const claims = await Promise.all(judges.map(({ address }) => claim(address)));
      return {
        client: await claim(client),
        compensation: await getSlashClaim(buyer, { account: client }),
        payout: await claim(providerId),
        stake: (await getStake(buyer, { provider: providerId })).committed,
        signers: claims.reduce((sum, amount) => sum + amount, 0n),
        adjudicator: await claim(adjudicator),
        market: await claim(chain.deployment.contracts.jobEscrow),
      };
    };
    const earlier = await holdings();
    const job = await getJob(buyer, { jobId });
    await disputeJob(buyer, { terms: job.terms });
    const reasons: string[] = [];
    const settled = await settleDispute(buyer, {
      ...{ job, jobKey, adjudicator, threshold: 2, judges, signal: AbortSignal.timeout(120_000) },
      onJudgement: (_, { reason }) => void reasons.push(reason),
    });
    const later = await holdings();
    const changes = Object.entries(later).map(([name, now]): [string, bigint] => [
      name,
      now - (earlier[name] ?? 0n),
    ]);
    return { ...settled, changes: Object.fromEntries(changes), reasons };
  }

  const PROVIDER_PAID = {
    client: -FEE,
    compensation: 0n,
    payout: PRICE,
    stake: 0n,
    signers: FEE,
    adjudicator: 0n,
    market: -PRICE,
  };
  const CLIENT_REFUNDED = {
    client: PRICE - FEE,
    compensation: COLLATERAL / 2n,
    payout: 0n,
    stake: -COLLATERAL,
    signers: FEE,
    adjudicator: 0n,
    market: -PRICE,
  };

  it("pays an honest provider that a client disputes wrongly", async () => {
    const { job, jobKey } = await open();
    await deliver(job);
    const { providerRight, ruledBy, changes, reasons } = await dispute(job, jobKey);
    assert.equal(providerRight, true);
    assert.equal(ruledBy.length, 2);
    assert.deepEqual(reasons, Array(3).fill("the outputs agree (exact)"));
    assert.deepEqual(changes, PROVIDER_PAID);
    assert.equal((await getJob(buyer, { jobId: job.jobId })).state, "completed");
  });

  it("refunds a client whose provider left work out, and slashes the provider", async () => {
    const { job, jobKey } = await open();
    await deliver(job, 1);
    const { providerRight, changes, reasons } = await dispute(job, jobKey);
    assert.equal(providerRight, false);
    for (const reason of reasons) assert.match(reason, /^\d+ of \d+ values of "twins" differ \(exact\)$/);
    assert.deepEqual(changes, CLIENT_REFUNDED);
    assert.equal((await getJob(buyer, { jobId: job.jobId })).state, "refunded");
  });

  it("pays a provider whose client discloses another key than the job's, however wrong the result", async () => {
    const { job } = await open();
    await deliver(job, 1);
    const { providerRight, changes, reasons } = await dispute(job, await generateJobKey());
    assert.equal(providerRight, true);
    for (const reason of reasons) assert.match(reason, /^of what the client owes: /);
    assert.deepEqual(changes, PROVIDER_PAID);
  });

  it("refunds a client whose provider submitted a result that no store holds", async () => {
    const { job, jobKey } = await open();
    const missing = `0x${"22".repeat(32)}`;
    await submitResult(provider, { terms: job.terms, resultDigest: missing, resultRoot: missing });
    const { providerRight, changes, reasons } = await dispute(job, jobKey);
    assert.equal(providerRight, false);
    for (const reason of reasons) assert.match(reason, /^of what the provider owes: /);
    assert.deepEqual(changes, CLIENT_REFUNDED);
  });

  it("rules without a signer that does not answer, and not without two", async () => {
    const silent = (judge: Judge): Judge => ({
      ...judge,
      judge: () => Promise.reject(new Error("gone fishing")),
    });
    const all = judges;
    const { job, jobKey } = await open();
    await deliver(job, 1);
    try {
      judges = all.map((judge, index) => (index < 2 ? silent(judge) : judge));
      await assert.rejects(dispute(job, jobKey), /no answer.*gone fishing/);
      judges = all.map((judge, index) => (index < 1 ? silent(judge) : judge));
      const disputed = await getJob(buyer, { jobId: job.jobId });
      const settling = {
        job: disputed,
        jobKey,
        adjudicator,
        threshold: 2,
        judges,
        signal: AbortSignal.timeout(120_000),
      };
      assert.equal((await settleDispute(buyer, settling)).providerRight, false);
    } finally {
      judges = all;
    }
  });

  it("gets no word of a signer about a job that is not in dispute", async () => {
    const { job, jobKey } = await open();
    await deliver(job, 1);
    const [seat] = seats;
    assert.ok(seat !== undefined);
    const disclosure = await discloseKey(jobKey, [seat.key.recipient]);
    const { identity } = seat.key;
    const judging = judgeCase(seat.client, { adjudicator, jobId: job.jobId, disclosure, identity, runtime });
    await assert.rejects(judging, /nothing to rule on/);
  });
});
