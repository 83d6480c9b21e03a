import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { id, ZeroAddress, ZeroHash } from "ethers";
import {
  addMachine,
  approveMarket,
  assessOffer,
  cancelOffer,
  declineJob,
  depositPayment,
  findOffers,
  type FindOffersParameters,
  getJob,
  InsufficientClaimError,
  JobNotFoundError,
  MarketNotApprovedError,
  type OfferRejectionCode,
  OfferUnavailableError,
  prepareOffer,
  publishOffer,
  raiseAuthEpoch,
  retireMachine,
  ProviderNotFoundError,
  type SignedOffer,
  takeOffer,
} from "../../src/index.ts";
import { type Market, openMarket, tokens } from "../support/market.ts";
import {
  CLAIM,
  draftOffer,
  makeOffer,
  MIN_RATE,
  setUpBuyer,
  setUpProvider,
  SPEC,
  STAKE,
} from "../support/provider.ts";

describe("offers", () => {
  let market: Market;

  before(async () => {
    market = await openMarket();
    await setUpProvider(market);
    await setUpBuyer(market);
  });

  after(() => market.close());

  const take = (signed: SignedOffer, runLimitSeconds = 30) =>
    takeOffer(market.buyer.client, { ...signed, runLimitSeconds, ...SPEC });

  /** Looks for given offers only. */
  const find = (offers: readonly SignedOffer[], wanted: Partial<FindOffersParameters> = {}) =>
    findOffers(market.buyer.client, { token: market.token, published: false, offers, ...wanted });

  /** The reason why an offer does not match; null if it does. */
  async function reasonFor(signed: SignedOffer, wanted: Partial<FindOffersParameters> = {}) {
    const { matches, rejected } = await find([signed], wanted);
    assert.equal(matches.length + rejected.length, 1);
    return rejected[0]?.reason ?? null;
  }

  async function rejects(
    code: OfferRejectionCode,
    message: RegExp,
    signed: SignedOffer,
    wanted: Partial<FindOffersParameters> = {},
  ): Promise<void> {
    const reason = await reasonFor(signed, wanted);
    assert.equal(reason?.code, code);
    assert.match(reason.message, message);
  }

  describe("prepareOffer", () => {
    it("fills in epoch, expiry and a salt of its own", async () => {
      const [one, other] = [await draftOffer(market), await draftOffer(market)];
      const block = await market.reader.provider.getBlock("latest");
      assert.equal(one.authEpoch, 1);
      assert.ok(Math.abs(one.expiresAt - (block?.timestamp ?? 0) - 7 * 24 * 3600) < 60);
      assert.notEqual(one.salt, other.salt);
    });

    it("error: ProviderNotFoundError", async () => {
      const draft = {
        provider: market.stranger.address,
        token: market.token,
        ratePerSecond: 1n,
        collateral: 0n,
      };
      await assert.rejects(prepareOffer(market.reader, draft), ProviderNotFoundError);
    });
  });

  describe("findOffers", () => {
    it("sorts by price, then by collateral", async () => {
      const dear = await makeOffer(market, { ratePerSecond: MIN_RATE + 2n });
      const cheap = await makeOffer(market, { ratePerSecond: MIN_RATE + 1n, collateral: tokens(1) });
      const safe = await makeOffer(market, { ratePerSecond: MIN_RATE + 1n, collateral: tokens(2) });
      const { matches } = await find([dear, cheap, safe]);
      assert.deepEqual(
        matches.map(({ orderHash }) => orderHash),
        [safe, cheap, dear].map(({ orderHash }) => orderHash),
      );
      assert.equal(matches[0]?.machine?.gpuModel, CLAIM.gpuModel);
    });

    it("finds what is published, and an offer that is given too only once", async () => {
      const offer = await draftOffer(market);
      const { orderHash } = await publishOffer(market.operator.client, { offer });
      const signed = { offer, signature: "0x" };
      const { matches } = await findOffers(market.buyer.client, { token: market.token, offers: [signed] });
      assert.equal(matches.filter((match) => match.orderHash === orderHash).length, 1);
      const elsewhere = await findOffers(market.buyer.client, {
        token: market.token,
        provider: market.buyer.address,
      });
      assert.deepEqual([...elsewhere.matches, ...elsewhere.rejected], []);
      assert.equal(await reasonFor(signed), null, "the market remembers that it was published");
      await cancelOffer(market.operator.client, { offer });
      await rejects("canceled", /withdrew/, signed);
    });

    it("says why the terms do not suit", async () => {
      const signed = await makeOffer(market, { minRunSeconds: 10, maxRunSeconds: 100 });
      await rejects("token", /asks for 0x/, signed, { token: market.buyer.address });
      await rejects("rate", /costs 1000 a second, more than 999/, signed, { maxRatePerSecond: 999n });
      await rejects("run-limit", /10 to 100 s, not 9 s/, signed, { runLimitSeconds: 9 });
      await rejects("run-limit", /10 to 100 s, not 101 s/, signed, { runLimitSeconds: 101 });
      await rejects("adjudicator", /0x0{40}/, signed, { adjudicators: [market.stranger.address] });
      await rejects("collateral", /less than/, signed, { minCollateral: tokens(100) + 1n });
      await rejects("stake", /stands behind/, signed, { minCommittedStake: STAKE + 1n });
      const suits = {
        maxRatePerSecond: 1000n,
        runLimitSeconds: 100,
        minCollateral: tokens(100),
        minCommittedStake: STAKE,
      };
      assert.equal(await reasonFor(signed, { ...suits, adjudicators: [ZeroAddress] }), null);
    });

    it("says why the machine does not suit", async () => {
      const signed = await makeOffer(market);
      await rejects("machine", /24564 MiB, less than 24565/, signed, { machine: { minVramMib: 24_565 } });
      await rejects("machine", /2 cards, less than 3/, signed, { machine: { minGpuCount: 3 } });
      await rejects("machine", /nvidia-rtx-4090/, signed, { machine: { gpuModels: ["nvidia-h200"] } });
      await rejects("machine", /stands in de/, signed, { machine: { regions: ["d", "us"] } });
      const machine = {
        minVramMib: 24_564,
        minGpuCount: 2,
        gpuModels: [CLAIM.gpuModel],
        regions: ["us", "de"],
      };
      assert.equal(await reasonFor(signed, { machine }), null);

      const unknown = await makeOffer(market, { machineId: id("unknown") });
      await rejects("machine", /names no machine/, unknown, { machine: {} });
      await rejects("machine", /names no machine/, await makeOffer(market, { machineId: ZeroHash }), {
        machine: {},
      });
      assert.equal(await reasonFor(unknown), null, "without requirements any machine will do");

      const provider = market.owner.address;
      const claim = { ...CLAIM, region: "us-ca" };
      const { machineId } = await addMachine(market.owner.client, { provider, claim });
      const regional = await makeOffer(market, { machineId });
      assert.equal(await reasonFor(regional, { machine: { regions: ["us"] } }), null);
      await retireMachine(market.owner.client, { provider, machineId });
      await rejects("machine", /retired/, regional, { machine: {} });
    });

    it("says why an offer cannot be taken", async () => {
      await rejects(
        "expired",
        /expired at 1970-01-01T00:16:40/,
        await makeOffer(market, { expiresAt: 1000 }),
      );
      await rejects(
        "epoch",
        /epoch 7 of its provider, which is in 1/,
        await makeOffer(market, { authEpoch: 7 }),
      );
      await rejects("taker", /for 0x/, await makeOffer(market, { taker: market.stranger.address }));
      await rejects("authorization", /may lock/, await makeOffer(market, { collateral: STAKE + 1n }));
      const signed = await makeOffer(market);
      await rejects("signature", /of no key/, { offer: signed.offer, signature: "0x1234" });
      const other = await makeOffer(market);
      await rejects("signature", /may not promise/, { offer: signed.offer, signature: other.signature });
      await rejects(
        "signature",
        /may not promise/,
        await makeOffer(market, { ratePerSecond: MIN_RATE - 1n }),
      );
    });

    it("says when an offer is full, for now or for good", async () => {
      const once = await makeOffer(market, { maxFills: 1 });
      const single = await makeOffer(market, { slots: 1 });
      const jobs = [await take(once), await take(single)];
      await rejects("fully-taken", /all of its 1 jobs/, once);
      await rejects("no-free-slot", /all of its 1 slots/, single);
      for (const { terms } of jobs) await declineJob(market.operator.client, { terms, reason: "a test" });
      await rejects("fully-taken", /all of its 1 jobs/, once);
      assert.equal(await reasonFor(single), null);
    });
  });

  describe("takeOffer", () => {
    it("error: OfferUnavailableError, with the reason", async () => {
      const signed = await makeOffer(market, { expiresAt: 1000 });
      await assert.rejects(take(signed), (error) => {
        assert.ok(error instanceof OfferUnavailableError);
        assert.deepEqual([error.orderHash, error.rejection.code], [signed.orderHash, "expired"]);
        assert.equal(error.retryable, false);
        return true;
      });
    });

    it("error: InsufficientClaimError, with what is missing", async () => {
      const dear = await makeOffer(market, { ratePerSecond: tokens(1000) });
      await assert.rejects(take(dear, 100), (error) => {
        assert.ok(error instanceof InsufficientClaimError);
        assert.equal(error.needed, tokens(100_000));
        assert.match(error.message, new RegExp(`Deposit at least ${error.needed - error.claim} more`));
        return true;
      });
    });

    it("error: MarketNotApprovedError", async () => {
      const { client } = market.stranger;
      await depositPayment(client, { token: market.token, amount: tokens(1) });
      const taking = { ...(await makeOffer(market)), runLimitSeconds: 30, ...SPEC };
      await assert.rejects(takeOffer(client, taking), (error) => {
        assert.ok(error instanceof MarketNotApprovedError);
        assert.deepEqual([error.allowance, error.needed], [0n, 30n * MIN_RATE]);
        return true;
      });
      await approveMarket(client, { token: market.token, amount: 30n * MIN_RATE });
      const { terms } = await takeOffer(client, taking);
      await declineJob(market.operator.client, { terms, reason: "a test" });
    });
  });

  it("die all at once when the provider raises its epoch", async () => {
    const signed = await makeOffer(market);
    assert.equal((await assessOffer(market.reader, signed)).rejection, null);
    const { authEpoch } = await raiseAuthEpoch(market.operator.client, { provider: market.owner.address });
    assert.equal(authEpoch, 2);
    assert.equal((await assessOffer(market.reader, signed)).rejection?.code, "epoch");
    assert.equal(await reasonFor(await makeOffer(market)), null);
  });

  it("error: JobNotFoundError, for a job that none opened", async () => {
    await assert.rejects(getJob(market.reader, { jobId: id("no job") }), JobNotFoundError);
  });
});
