import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import {
  applyRuling,
  type Attestation,
  AttestedAdjudicatorAttestationsMismatchError,
  AttestedAdjudicatorNotSignerError,
  AttestedAdjudicatorTooEarlyError,
  burnSlashedStake,
  type CaseBatch,
  concedeJob,
  disputeJob,
  getCase,
  getClaim,
  getJob,
  getRuling,
  getSlashClaim,
  JobDisputesCaseOpenError,
  JobDisputesNoRulingError,
  JobEscrowUnexpectedStateError,
  type JobTerms,
  jobIdOf,
  openCase,
  priceOf,
  returnCaseFee,
  ruleCase,
  setOperatorBound,
  signRuling,
  splitJob,
  submitResult,
  takeOffer,
  watchCases,
  type WattleClient,
} from "../../sdk/src/index.ts";
import { type Actor, type Market, openMarket, tokens } from "../../sdk/test/support/market.ts";
import {
  makeOffer,
  MIN_RATE,
  RESULT,
  setUpBuyer,
  setUpProvider,
  SPEC,
} from "../../sdk/test/support/provider.ts";
import { deployArtifact } from "../support/deployArtifact.ts";

/** Odd, so that two signers cannot share it equally. */
const FEE = tokens(1) + 1n;

/** An adjudicator of three named signers, two of whom decide. */
describe("a job with an adjudicator", () => {
  let market: Market;
  let adjudicator: string;
  let signers: readonly Actor[];

  before(async () => {
    market = await openMarket();
    await setUpProvider(market);
    await setUpBuyer(market);
    signers = await Promise.all([5, 6, 7].map((index) => market.actorAt(index)));
    const deployer = market.stranger.client.signer;
    assert.ok(deployer !== null);
    const ascending = signers.map(({ address }) => address).sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1));
    const vault = market.reader.deployment.contracts.paymentVault;
    adjudicator = await deployArtifact(deployer, "AttestedAdjudicator", [vault, ascending, 2]);
    const provider = market.owner.address;
    const bound = { token: market.token, adjudicator, minRatePerSecond: MIN_RATE };
    await setOperatorBound(market.owner.client, { provider, ...bound });
  });

  after(() => market.close());

  const clientAt = (index: number): WattleClient => signers[index]?.client ?? assert.fail("no such signer");
  const sign = (index: number, caseId: string, providerRight: boolean): Promise<Attestation> =>
    signRuling(clientAt(index), { adjudicator, caseId, providerRight });
  const claimOf = (account: string): Promise<bigint> =>
    getClaim(market.reader, { token: market.token, account });
  const signersClaims = async (): Promise<bigint> => {
    const claims = await Promise.all(signers.map(({ address }) => claimOf(address)));
    return claims.reduce((sum, claim) => sum + claim, 0n);
  };

  async function disputed(): Promise<JobTerms> {
    const signed = await makeOffer(market, { adjudicator, disputeFee: FEE, rulingSeconds: 100 });
    const { terms } = await takeOffer(market.buyer.client, { ...signed, runLimitSeconds: 30, ...SPEC });
    await submitResult(market.operator.client, { terms, ...RESULT });
    await disputeJob(market.buyer.client, { terms });
    return terms;
  }

  it("is refunded when the signers find the result wrong", async () => {
    const { buyer, reader, stranger } = market;
    const fromBlock = await reader.provider.getBlockNumber();
    const terms = await disputed();
    const caseId = jobIdOf(terms);
    assert.equal((await getCase(reader, { adjudicator, caseId })).state, "none");
    await openCase(buyer.client, { terms });
    await assert.rejects(openCase(buyer.client, { terms }), JobDisputesCaseOpenError);

    const job = await getJob(reader, { jobId: caseId });
    const rulingUntil = (job.disputedAt ?? 0) + 100;
    const watching = watchCases(reader, { adjudicator, fromBlock, signal: AbortSignal.timeout(120_000) });
    const { cases }: CaseBatch = (await watching.next()).value;
    assert.deepEqual(
      cases.map(({ blockHash: _, transactionHash: __, logIndex: ___, blockNumber: ____, ...rest }) => rest),
      [
        {
          market: reader.deployment.contracts.jobEscrow,
          caseId,
          provider: terms.provider,
          client: buyer.address,
          token: terms.token,
          fee: FEE,
          rulingUntil,
          runLimitSeconds: 30,
          specDigest: SPEC.specDigest,
          resultMark: RESULT.resultDigest.slice(0, 42),
        },
      ],
    );
    assert.deepEqual(await getCase(reader, { adjudicator, caseId }), {
      state: "open",
      ruling: "none",
      client: buyer.address,
      rulingUntil,
      token: terms.token,
      fee: FEE,
    });
    await assert.rejects(applyRuling(stranger.client, { terms }), JobDisputesNoRulingError);

    const ruling = { adjudicator, caseId, providerRight: false };
    const [one, other] = [await sign(0, caseId, false), await sign(1, caseId, false)];
    const foreign = await signRuling(stranger.client, ruling);
    await assert.rejects(
      ruleCase(stranger.client, { ...ruling, attestations: [one, one] }),
      AttestedAdjudicatorAttestationsMismatchError,
      "the same word twice is one",
    );
    await assert.rejects(
      ruleCase(stranger.client, { ...ruling, attestations: [one, foreign] }),
      AttestedAdjudicatorNotSignerError,
    );
    const before = await claimOf(buyer.address);
    const slashBefore = await getSlashClaim(reader, { account: buyer.address });
    // Never in the order that the contract asks for.
    const attestations = [one, other].sort((a, b) => (BigInt(a.signer) > BigInt(b.signer) ? -1 : 1));
    await ruleCase(stranger.client, { ...ruling, attestations });
    assert.equal(await getRuling(reader, { adjudicator, caseId }), "provider-wrong");
    const applied = await applyRuling(stranger.client, { terms });
    assert.deepEqual(
      [applied.providerRight, applied.price, applied.slashed, applied.feeReturned],
      [false, priceOf(terms), terms.collateral, 0n],
    );
    assert.equal((await getJob(reader, { jobId: caseId })).state, "refunded");
    assert.equal(await claimOf(buyer.address), before + priceOf(terms));
    const slashed = await getSlashClaim(reader, { account: buyer.address });
    assert.equal(slashed - slashBefore, terms.collateral / 2n);
    assert.equal(await signersClaims(), FEE, "the signers have the fee");
    await burnSlashedStake(stranger.client);
  });

  it("is paid when they find it right, with more words than needed", async () => {
    const { payout, reader, stranger } = market;
    const terms = await disputed();
    const caseId = jobIdOf(terms);
    await openCase(stranger.client, { terms });
    const attestations = await Promise.all([2, 0, 1].map((index) => sign(index, caseId, true)));
    const before = await claimOf(payout.address);
    await ruleCase(stranger.client, { adjudicator, caseId, providerRight: true, attestations });
    assert.equal(await getRuling(reader, { adjudicator, caseId }), "provider-right");
    const applied = await applyRuling(stranger.client, { terms });
    assert.deepEqual([applied.providerRight, applied.slashed], [true, 0n]);
    assert.equal((await getJob(reader, { jobId: caseId })).state, "completed");
    assert.equal(await claimOf(payout.address), before + priceOf(terms));
  });

  it("keeps the fee for its signers when the client concedes, and gives it back after the deadline", async () => {
    const { buyer, reader, stranger } = market;
    const terms = await disputed();
    const caseId = jobIdOf(terms);
    await openCase(buyer.client, { terms });
    const before = await claimOf(buyer.address);
    const { feeReturned } = await concedeJob(buyer.client, { terms });
    assert.equal(feeReturned, 0n, "the market does not have it any more");
    assert.equal((await getJob(reader, { jobId: caseId })).state, "completed");
    assert.equal((await getCase(reader, { adjudicator, caseId })).state, "open");
    await assert.rejects(
      returnCaseFee(buyer.client, { adjudicator, caseId }),
      AttestedAdjudicatorTooEarlyError,
    );
    assert.equal(await claimOf(buyer.address), before, "the signers may still rule");
    await market.travel(101);
    await returnCaseFee(stranger.client, { adjudicator, caseId });
    assert.equal(await claimOf(buyer.address), before + FEE, "they did not");
    assert.equal((await getCase(reader, { adjudicator, caseId })).state, "closed");
  });

  it("pays its signers for a ruling that comes after a concession, which they cannot undo", async () => {
    const { buyer, reader, stranger } = market;
    const terms = await disputed();
    const caseId = jobIdOf(terms);
    await openCase(buyer.client, { terms });
    const attestations = await Promise.all([0, 2].map((index) => sign(index, caseId, true)));
    const before = await signersClaims();
    await concedeJob(buyer.client, { terms });
    await ruleCase(stranger.client, { adjudicator, caseId, providerRight: true, attestations });
    assert.equal(await signersClaims(), before + FEE);
    await assert.rejects(applyRuling(stranger.client, { terms }), JobEscrowUnexpectedStateError);
    assert.equal((await getJob(reader, { jobId: caseId })).state, "completed");
  });

  it("is split when they stay silent, and the fee comes back", async () => {
    const { buyer, reader, stranger } = market;
    const terms = await disputed();
    const caseId = jobIdOf(terms);
    await openCase(buyer.client, { terms });
    await assert.rejects(
      returnCaseFee(stranger.client, { adjudicator, caseId }),
      AttestedAdjudicatorTooEarlyError,
    );
    await market.travel(101);
    const before = await claimOf(buyer.address);
    const { clientPart, feeReturned } = await splitJob(stranger.client, { terms });
    assert.equal(feeReturned, 0n);
    await returnCaseFee(stranger.client, { adjudicator, caseId });
    assert.equal(await claimOf(buyer.address), before + clientPart + FEE);
    assert.equal(await getRuling(reader, { adjudicator, caseId }), "none");
  });
});
