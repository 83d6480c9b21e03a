import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { id, ZeroAddress } from "ethers";
import {
  acceptOwnership,
  approveMarket,
  cancelJob,
  checkResult,
  concedeJob,
  declineJob,
  disputeJob,
  expireJobs,
  getClaim,
  getJob,
  getOperators,
  getProvider,
  getSlashClaim,
  getStake,
  InsufficientClaimError,
  JobDisputesNoAdjudicatorError,
  JobEscrowNotClientError,
  JobEscrowSignatureInvalidError,
  JobEscrowTooEarlyError,
  JobEscrowTooLateError,
  type JobTerms,
  jobIdOf,
  MarketNotApprovedError,
  offerOwnership,
  openCase,
  priceOf,
  ProviderRegistryNotPendingOwnerError,
  ProviderRegistryOperatorUnchangedError,
  setOperator,
  settleJobs,
  signCancel,
  splitJob,
  submitResult,
  takeOffer,
  UNLIMITED_ALLOWANCE,
  withdrawPayment,
} from "../../src/index.ts";
import { type Market, openMarket, tokens } from "../support/market.ts";
import {
  BUDGET,
  makeOffer,
  MIN_RATE,
  RESULT,
  setUpBuyer,
  setUpProvider,
  SPEC,
  STAKE,
} from "../support/provider.ts";

const FEE = tokens(1);

describe("the ways out of a job", () => {
  let market: Market;

  before(async () => {
    market = await openMarket();
    await setUpProvider(market);
    await setUpBuyer(market);
  });

  after(() => market.close());

  const open = async (changes: Parameters<typeof makeOffer>[1] = {}): Promise<JobTerms> => {
    const signed = await makeOffer(market, { rulingSeconds: 100, disputeFee: FEE, ...changes });
    return (await takeOffer(market.buyer.client, { ...signed, runLimitSeconds: 30, ...SPEC })).terms;
  };
  const submitted = async (changes: Parameters<typeof makeOffer>[1] = {}): Promise<JobTerms> => {
    const terms = await open(changes);
    await submitResult(market.operator.client, { terms, ...RESULT });
    return terms;
  };
  const claimOf = (account: string): Promise<bigint> =>
    getClaim(market.reader, { token: market.token, account });
  const stateOf = async (terms: JobTerms) => {
    return (await getJob(market.reader, { jobId: jobIdOf(terms) })).state;
  };
  const lockedStake = async (): Promise<bigint> =>
    (await getStake(market.reader, { provider: market.owner.address })).authorization.locked;

  it("cancel: both agree, nobody loses", async () => {
    const { buyer, operator, stranger, reader } = market;
    const before = await claimOf(buyer.address);
    const terms = await open();
    const consent = await signCancel(buyer.client, { terms });
    const block = await reader.provider.getBlock("latest");
    assert.equal(consent.expiresAt, (block?.timestamp ?? 0) + 300);

    const forged = await signCancel(stranger.client, { terms });
    await assert.rejects(cancelJob(operator.client, { terms, ...forged }), JobEscrowSignatureInvalidError);
    const longer = { ...consent, expiresAt: consent.expiresAt + 1 };
    await assert.rejects(cancelJob(operator.client, { terms, ...longer }), JobEscrowSignatureInvalidError);

    await cancelJob(operator.client, { terms, ...consent });
    assert.equal(await stateOf(terms), "canceled");
    assert.equal(await claimOf(buyer.address), before);
    assert.equal(await lockedStake(), 0n);
  });

  it("cancel: the client's word expires", async () => {
    const terms = await open();
    const consent = await signCancel(market.buyer.client, { terms, expiresAt: 1000 });
    assert.equal(consent.expiresAt, 1000);
    await assert.rejects(cancelJob(market.operator.client, { terms, ...consent }), JobEscrowTooLateError);
    await declineJob(market.operator.client, { terms, reason: "a test" });
  });

  it("split: nobody is there to rule", async () => {
    const { buyer, payout, stranger, reader } = market;
    const [clientBefore, providerBefore] = [await claimOf(buyer.address), await claimOf(payout.address)];
    const terms = await submitted({ noRulingBps: 2500, ratePerSecond: MIN_RATE + 1n });
    assert.deepEqual(await checkResult(reader, { terms, resultDigest: RESULT.resultDigest }), {
      state: "submitted",
      submitted: true,
    });
    await assert.rejects(disputeJob(stranger.client, { terms }), JobEscrowNotClientError);
    const { fee, rulingUntil, blockNumber } = await disputeJob(buyer.client, { terms });
    assert.equal(fee, FEE);
    assert.equal(rulingUntil, ((await reader.provider.getBlock(blockNumber))?.timestamp ?? 0) + 100);
    assert.equal(await claimOf(buyer.address), clientBefore - priceOf(terms) - FEE);
    await assert.rejects(openCase(stranger.client, { terms }), JobDisputesNoAdjudicatorError);
    await assert.rejects(splitJob(stranger.client, { terms }), JobEscrowTooEarlyError);

    await market.travel(101);
    const split = await splitJob(stranger.client, { terms });
    const providerPart = (priceOf(terms) * 2500n) / 10_000n;
    assert.deepEqual(
      [split.providerPart, split.clientPart, split.feeReturned],
      [providerPart, priceOf(terms) - providerPart, FEE],
    );
    assert.equal(await stateOf(terms), "split");
    assert.equal(await claimOf(payout.address), providerBefore + providerPart);
    assert.equal(await claimOf(buyer.address), clientBefore - providerPart);
    assert.equal(await lockedStake(), 0n);
    const other = await checkResult(reader, { terms, resultDigest: id("another result") });
    assert.deepEqual(other, { state: "split", submitted: false });
  });

  it("concede: the client was wrong", async () => {
    const { buyer, payout, stranger } = market;
    const before = await claimOf(payout.address);
    const terms = await submitted();
    await disputeJob(buyer.client, { terms });
    await assert.rejects(concedeJob(stranger.client, { terms }), JobEscrowNotClientError);
    const { price, feeReturned } = await concedeJob(buyer.client, { terms });
    assert.deepEqual([price, feeReturned], [priceOf(terms), FEE]);
    assert.equal(await stateOf(terms), "completed");
    assert.equal(await claimOf(payout.address), before + price);
  });

  it("batches: what is ready ends, the rest stays", async () => {
    const { stranger, buyer } = market;
    const slow = await open({ slackSeconds: 10_000 });
    const late = [await open(), await open()];
    const done = [await submitted(), await submitted()];
    const long = await submitted({ reviewSeconds: 10_000 });
    const jobs = [slow, ...late, ...done, long];
    assert.equal((await settleJobs(stranger.client, { jobs })).settled, 0);
    assert.equal((await expireJobs(stranger.client, { jobs })).expired, 0);

    await market.travel(200);
    const slashed = await getSlashClaim(market.reader, { account: buyer.address });
    assert.equal((await settleJobs(stranger.client, { jobs })).settled, 2);
    assert.equal((await expireJobs(stranger.client, { jobs })).expired, 2);
    assert.deepEqual(await Promise.all(jobs.map(stateOf)), [
      "active",
      "expired",
      "expired",
      "completed",
      "completed",
      "submitted",
    ]);
    assert.equal(await getSlashClaim(market.reader, { account: buyer.address }), slashed + tokens(100));
    assert.equal((await settleJobs(stranger.client, { jobs })).settled, 0, "a second time ends nothing");
  });

  it("error: InsufficientClaimError, MarketNotApprovedError, for the dispute fee", async () => {
    const { buyer, token } = market;
    const terms = await submitted({ disputeFee: BUDGET * 2n });
    await assert.rejects(disputeJob(buyer.client, { terms }), (error) => {
      assert.ok(error instanceof InsufficientClaimError);
      assert.equal(error.needed, BUDGET * 2n);
      return true;
    });
    const cheap = await submitted();
    await approveMarket(buyer.client, { token, amount: FEE - 1n });
    await assert.rejects(disputeJob(buyer.client, { terms: cheap }), (error) => {
      assert.ok(error instanceof MarketNotApprovedError);
      assert.deepEqual([error.allowance, error.needed], [FEE - 1n, FEE]);
      return true;
    });
    const free = { amount: UNLIMITED_ALLOWANCE, token };
    await approveMarket(buyer.client, free);
    const noFee = await submitted({ disputeFee: 0n });
    await withdrawPayment(buyer.client, { token });
    assert.equal((await disputeJob(buyer.client, { terms: noFee })).fee, 0n, "nothing to pay needs no claim");
  });
});

describe("a provider that changes hands", () => {
  let market: Market;
  let provider: string;

  before(async () => {
    market = await openMarket();
    await setUpProvider(market);
    provider = market.owner.address;
  });

  after(() => market.close());

  it("keeps its operators unless the new owner removes them", async () => {
    const { owner, operator, stranger, buyer, reader, token } = market;
    await setOperator(owner.client, { provider, operator: buyer.address, allowed: true });
    const bounds = [{ token, adjudicator: ZeroAddress, minRatePerSecond: MIN_RATE }];
    const operators = [operator.address, buyer.address];
    assert.deepEqual(await getOperators(reader, { provider }), { operators, bounds });

    await assert.rejects(
      acceptOwnership(stranger.client, { provider }),
      ProviderRegistryNotPendingOwnerError,
    );
    await offerOwnership(owner.client, { provider, pendingOwner: stranger.address });
    assert.equal((await getProvider(reader, { provider })).pendingOwner, stranger.address);
    const first = await acceptOwnership(stranger.client, { provider });
    assert.equal(first.authEpoch, 2);
    assert.equal((await getProvider(reader, { provider })).owner, stranger.address);
    assert.deepEqual(await getOperators(reader, { provider }), { operators, bounds }, "all of it stays");
    const { authorization } = await getStake(reader, { provider });
    assert.equal(authorization.limit, STAKE, "the stake's authorizations stay too");

    await offerOwnership(stranger.client, { provider, pendingOwner: owner.address });
    const nobody = { provider, removeOperators: [market.payout.address] };
    await assert.rejects(acceptOwnership(owner.client, nobody), ProviderRegistryOperatorUnchangedError);
    const { hash, authEpoch } = await acceptOwnership(owner.client, { provider, removeOperators: operators });
    assert.equal(
      (await reader.provider.getTransactionReceipt(hash))?.to,
      reader.deployment.contracts.providerRegistry,
    );
    assert.equal(authEpoch, 5);
    assert.equal((await getProvider(reader, { provider })).authEpoch, 5);
    assert.deepEqual(await getOperators(reader, { provider }), { operators: [], bounds });
  });
});
