import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import {
  acceptResult,
  burnSlashedStake,
  declineJob,
  expireJob,
  findOffers,
  forfeitJob,
  getClaim,
  getJob,
  getOrderState,
  getProvider,
  getSlashClaim,
  getStake,
  getTokenBalance,
  hashOffer,
  type JobTerms,
  jobIdOf,
  priceOf,
  publishOffer,
  setWithdrawer,
  settleJob,
  submitResult,
  takeOffer,
  windowsOf,
  withdrawPayment,
  withdrawPaymentFor,
  withdrawSlashClaim,
} from "../../src/index.ts";
import type { ChainKind } from "../../../scripts/local/startChain.ts";
import { ALLOWANCE, type Market, openMarket, tokens } from "../support/market.ts";
import {
  BUDGET,
  draftOffer,
  ENCRYPTION_KEY,
  makeOffer,
  RESULT,
  setUpBuyer,
  setUpProvider,
  SPEC,
  STAKE,
} from "../support/provider.ts";

const RUN_SECONDS = 30;

/** The whole path of a paid job, and its ways to end, through the SDK alone. */
export function describeStory(kind: ChainKind): void {
  describe(`the life of jobs on ${kind}`, () => {
    let market: Market;

    before(async () => {
      market = await openMarket(kind);
      await setUpProvider(market);
      await setUpBuyer(market);
    });

    after(() => market.close());

    const open = async (changes: Parameters<typeof makeOffer>[1] = {}): Promise<JobTerms> => {
      const { offer, signature } = await makeOffer(market, changes);
      const taken = await takeOffer(market.buyer.client, {
        offer,
        signature,
        runLimitSeconds: RUN_SECONDS,
        ...SPEC,
      });
      return taken.terms;
    };
    const claimOf = (account: string): Promise<bigint> =>
      getClaim(market.reader, { token: market.token, account });

    it("has a provider with a stake and a client with money", async () => {
      const { owner, operator, payout, buyer, token, reader } = market;
      const provider = await getProvider(reader, { provider: owner.address });
      assert.deepEqual(
        { ...provider, profileBlock: 0 },
        {
          provider: owner.address,
          owner: owner.address,
          pendingOwner: null,
          payout: payout.address,
          encryptionKey: ENCRYPTION_KEY,
          endpoint: "http://127.0.0.1:1/relay",
          authEpoch: 1,
          profileBlock: 0,
        },
      );
      const { free, committed, thawing, authorization } = await getStake(reader, { provider: owner.address });
      assert.deepEqual([free, committed, thawing], [0n, STAKE, 0n]);
      assert.deepEqual(authorization, { limit: STAKE, maxPerLock: STAKE, locked: 0n, available: STAKE });
      assert.equal(await claimOf(buyer.address), BUDGET);
      assert.equal(await getTokenBalance(reader, { token, account: buyer.address }), ALLOWANCE - BUDGET);
      assert.equal(await claimOf(operator.address), 0n);
    });

    it("hashes an offer as the contract does, and publishes it", async () => {
      const offer = await draftOffer(market);
      const orderHash = hashOffer(market.reader, { offer });
      assert.equal(await market.reader.contracts.escrow.hashOffer(offer), orderHash);
      const published = await publishOffer(market.operator.client, { offer });
      assert.equal(published.orderHash, orderHash);
      const state = await getOrderState(market.reader, { orderHash });
      assert.deepEqual(state, { approved: true, canceled: false, filled: 0, active: 0 });
      const { matches } = await findOffers(market.buyer.client, { token: market.token, runLimitSeconds: 30 });
      assert.deepEqual(matches[0]?.offer, offer);
    });

    it("pays the provider when the client accepts", async () => {
      const { operator, buyer, payout, owner, reader, token } = market;
      const { offer, signature, orderHash } = await makeOffer(market);
      const take = { offer, signature, runLimitSeconds: RUN_SECONDS, ...SPEC };
      const { jobId, terms, price, hash } = await takeOffer(buyer.client, take);
      assert.equal(jobIdOf(terms), jobId);
      assert.equal(await reader.contracts.escrow.jobIdOf(terms), jobId);
      assert.equal(price, priceOf(terms));
      assert.equal(await claimOf(buyer.address), BUDGET - price);

      const active = await getJob(reader, { jobId });
      assert.equal(active.state, "active");
      assert.deepEqual(active.terms, terms);
      assert.equal(active.specRoot, SPEC.specRoot);
      assert.equal(active.events[0]?.transactionHash, hash);
      assert.deepEqual(windowsOf(terms, active), {
        declineUntil: active.openedAt + 20,
        deliverUntil: active.openedAt + 20 + RUN_SECONDS + 20,
        reviewUntil: null,
        rulingUntil: null,
      });

      await submitResult(operator.client, { terms, ...RESULT });
      const submitted = await getJob(reader, { jobId });
      assert.equal(submitted.state, "submitted");
      assert.equal(submitted.openedAt, active.openedAt);
      assert.deepEqual(
        [submitted.resultDigest, submitted.resultRoot],
        [RESULT.resultDigest, RESULT.resultRoot],
      );
      assert.equal(windowsOf(terms, submitted).reviewUntil, Number(submitted.submittedAt) + 60);

      await acceptResult(buyer.client, { terms });
      const completed = await getJob(reader, { jobId });
      assert.equal(completed.state, "completed");
      assert.deepEqual(
        completed.events.map(({ type }) => type),
        ["job-opened", "job-submitted", "job-completed"],
      );
      assert.equal(completed.submittedAt, submitted.submittedAt);
      assert.equal(await claimOf(payout.address), price);

      await setWithdrawer(payout.client, { key: operator.address, allowed: true });
      const { amount } = await withdrawPaymentFor(operator.client, { token, account: payout.address });
      assert.equal(amount, price);
      assert.equal(await getTokenBalance(reader, { token, account: payout.address }), ALLOWANCE + price);
      const { authorization } = await getStake(reader, { provider: owner.address });
      assert.equal(authorization.locked, 0n);
      assert.equal((await getOrderState(reader, { orderHash })).active, 0);
    });

    it("leaves out a signature that the market remembers", async () => {
      const { offer, signature } = await makeOffer(market);
      const take = { offer, signature, runLimitSeconds: RUN_SECONDS, ...SPEC };
      const first = await takeOffer(market.buyer.client, take);
      const second = await takeOffer(market.buyer.client, take);
      const calldata = async (hash: string) =>
        (await market.reader.provider.getTransaction(hash))?.data ?? "";
      assert.ok((await calldata(first.hash)).includes(signature.slice(2, 130)));
      assert.ok(!(await calldata(second.hash)).includes(signature.slice(2, 130)));
      assert.deepEqual([first.terms.fill, second.terms.fill], [1, 2]);
      for (const { terms } of [first, second]) {
        await declineJob(market.operator.client, { terms, reason: "only a test" });
      }
    });

    it("refunds the client when the provider declines", async () => {
      const before = await claimOf(market.buyer.address);
      const terms = await open();
      await declineJob(market.operator.client, { terms, reason: 'input "scene" cannot be fetched' });
      const job = await getJob(market.reader, { jobId: jobIdOf(terms) });
      assert.equal(job.state, "declined");
      const last = job.events.at(-1);
      assert.ok(last?.type === "job-declined");
      assert.equal(last.reason, 'input "scene" cannot be fetched');
      assert.equal(await claimOf(market.buyer.address), before);
    });

    it("pays the provider when the review period has passed", async () => {
      const terms = await open();
      const before = await claimOf(market.payout.address);
      await submitResult(market.operator.client, { terms, ...RESULT });
      await market.travel(terms.reviewSeconds + 1);
      await settleJob(market.stranger.client, { terms });
      const job = await getJob(market.reader, { jobId: jobIdOf(terms) });
      const last = job.events.at(-1);
      assert.ok(last?.type === "job-completed" && !last.accepted);
      assert.equal(await claimOf(market.payout.address), before + priceOf(terms));
      await withdrawPayment(market.payout.client, { token: market.token });
      assert.equal(await claimOf(market.payout.address), 0n);
    });

    it("refunds and compensates the client when the provider does not deliver", async () => {
      const { buyer, owner, reader, stranger, token, travel } = market;
      const before = await claimOf(buyer.address);
      const stake = await getStake(reader, { provider: owner.address });
      const terms = await open({ collateral: tokens(101) });
      await travel(20 + RUN_SECONDS + 20 + 1);
      await expireJob(stranger.client, { terms });
      const job = await getJob(reader, { jobId: jobIdOf(terms) });
      assert.equal(job.state, "expired");
      const last = job.events.at(-1);
      assert.ok(last?.type === "job-expired");
      assert.deepEqual([last.slashed, last.forfeited], [tokens(101), false]);
      assert.equal(await claimOf(buyer.address), before);
      assert.equal(await getSlashClaim(reader, { account: buyer.address }), tokens(101) / 2n);
      const after = await getStake(reader, { provider: owner.address });
      assert.equal(after.committed, stake.committed - tokens(101));
      assert.equal(after.authorization.limit, stake.authorization.limit - tokens(101));

      const balance = await getTokenBalance(reader, { token, account: buyer.address });
      const { amount } = await withdrawSlashClaim(buyer.client);
      assert.equal(amount, tokens(101) / 2n);
      assert.equal(await getTokenBalance(reader, { token, account: buyer.address }), balance + amount);
      await burnSlashedStake(stranger.client);
      assert.equal(await reader.contracts.staking.unburned(), 0n);
    });

    it("slashes less when the provider gives up early", async () => {
      const terms = await open();
      await forfeitJob(market.operator.client, { terms });
      const last = (await getJob(market.reader, { jobId: jobIdOf(terms) })).events.at(-1);
      assert.ok(last?.type === "job-expired" && last.forfeited);
      assert.ok(last.slashed >= tokens(25) && last.slashed < tokens(50), `slashed ${last.slashed}`);
    });
  });
}
