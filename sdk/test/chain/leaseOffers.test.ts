import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { encodeBytes32String, id, ZeroAddress, ZeroHash } from "ethers";
import {
  approveMarket,
  assessLeaseOffer,
  assessOffer,
  cancelLeaseOffer,
  closeLease,
  depositPayment,
  findLeaseOffers,
  type FindLeaseOffersParameters,
  getMarketAllowance,
  getOrderState,
  hashLeaseOffer,
  InsufficientClaimError,
  MarketNotApprovedError,
  MissingSignerError,
  OfferBookCannotPromiseError,
  OfferBookNotOperatorError,
  type OfferRejectionCode,
  OfferUnavailableError,
  openLease,
  OrderBookUnchangedError,
  OrderOutOfBoundsError,
  prepareLeaseOffer,
  ProviderNotFoundError,
  publishLeaseOffer,
  raiseAuthEpoch,
  type SignedLeaseOffer,
  signLeaseOffer,
} from "../../src/index.ts";
import { type Market, openMarket, tokens } from "../support/market.ts";
import {
  allowLeases,
  CLAIM,
  draftLeaseOffer,
  makeLeaseOffer,
  makeOffer,
  MIN_RATE,
  setUpBuyer,
  setUpProvider,
  STAKE,
} from "../support/provider.ts";

describe("offers of leases", () => {
  let market: Market;

  before(async () => {
    market = await openMarket();
    await setUpProvider(market);
    await setUpBuyer(market);
    await allowLeases(market);
  });

  after(() => market.close());

  const open = (signed: SignedLeaseOffer, leaseSeconds = 1000, fundedSeconds = 10) =>
    openLease(market.buyer.client, { ...signed, leaseSeconds, fundedSeconds });

  /** The reason why an offer does not match; null if it does. */
  async function reasonFor(signed: SignedLeaseOffer, wanted: Partial<FindLeaseOffersParameters> = {}) {
    const { matches, rejected } = await findLeaseOffers(market.buyer.client, {
      token: market.token,
      published: false,
      offers: [signed],
      ...wanted,
    });
    assert.equal(matches.length + rejected.length, 1);
    return rejected[0]?.reason ?? null;
  }

  async function rejects(
    code: OfferRejectionCode,
    message: RegExp,
    signed: SignedLeaseOffer,
    wanted: Partial<FindLeaseOffersParameters> = {},
  ): Promise<void> {
    const reason = await reasonFor(signed, wanted);
    assert.equal(reason?.code, code);
    assert.match(reason.message, message);
  }

  it("are filled in with epoch, expiry and a salt of their own", async () => {
    const given = { provider: market.owner.address, token: market.token, ratePerSecond: 5n };
    const [one, other] = [
      await prepareLeaseOffer(market.reader, given),
      await prepareLeaseOffer(market.reader, { ...given, validSeconds: 60, graceSeconds: 7 }),
    ];
    const block = await market.reader.provider.getBlock("latest");
    const { expiresAt, salt, ...rest } = one;
    assert.deepEqual(rest, {
      ...given,
      taker: ZeroAddress,
      ...{ minFundedSeconds: 300, maxLeaseSeconds: 86_400, graceSeconds: 300 },
      ...{ slots: 1, maxFills: 2 ** 32 - 1, authEpoch: 1, machineId: ZeroHash, tag: ZeroHash },
    });
    assert.notEqual(salt, other.salt);
    assert.deepEqual([other.graceSeconds, other.minFundedSeconds], [7, 7]);
    assert.ok(Math.abs(expiresAt - Number(block?.timestamp) - 7 * 24 * 3600) < 60);
    assert.ok(Math.abs(other.expiresAt - Number(block?.timestamp) - 60) < 60);
  });

  it("error: ProviderNotFoundError", async () => {
    const draft = { provider: market.stranger.address, token: market.token, ratePerSecond: 1n };
    await assert.rejects(prepareLeaseOffer(market.reader, draft), ProviderNotFoundError);
  });

  it("error: MissingSignerError", async () => {
    const offer = await draftLeaseOffer(market);
    await assert.rejects(signLeaseOffer(market.reader, { offer }), MissingSignerError);
  });

  it("have the contract's own digest, also one of another market than an offer of jobs", async () => {
    const { offer, orderHash } = await makeLeaseOffer(market);
    assert.equal(hashLeaseOffer(market.reader, { offer }), orderHash);
    assert.equal(await market.reader.contracts.leases.hashOffer(offer), orderHash);
  });

  it("are published, found once, and withdrawn for good", async () => {
    const { operator, buyer, reader, token } = market;
    const leaseEscrow = reader.deployment.contracts.leaseEscrow;
    const offer = await draftLeaseOffer(market, { graceSeconds: 50 });
    const { orderHash } = await publishLeaseOffer(operator.client, { offer });
    assert.equal(orderHash, hashLeaseOffer(reader, { offer }));
    const state = { approved: true, canceled: false, filled: 0, active: 0 };
    assert.deepEqual(await getOrderState(reader, { orderHash, market: leaseEscrow }), state);
    assert.equal(
      (await getOrderState(reader, { orderHash })).approved,
      false,
      "the other market knows nothing",
    );
    const signed = { offer, signature: "0x" };
    const { matches } = await findLeaseOffers(buyer.client, { token, offers: [signed] });
    assert.deepEqual(
      matches.map((match) => match.orderHash),
      [orderHash],
    );
    assert.deepEqual([matches[0]?.offer, matches[0]?.machine?.gpuModel], [offer, CLAIM.gpuModel]);
    const elsewhere = await findLeaseOffers(buyer.client, { token, provider: buyer.address });
    assert.deepEqual([...elsewhere.matches, ...elsewhere.rejected], []);
    const latest = await reader.provider.getBlockNumber();
    const later = await findLeaseOffers(buyer.client, { token, fromBlock: latest + 1 });
    assert.deepEqual(later.matches, []);

    await cancelLeaseOffer(operator.client, { offer });
    await rejects("canceled", /withdrew/, signed);
    await assert.rejects(cancelLeaseOffer(operator.client, { offer }), OrderBookUnchangedError);
  });

  it("are sorted by price, then by grace", async () => {
    const dear = await makeLeaseOffer(market, { ratePerSecond: MIN_RATE + 2n });
    const slack = await makeLeaseOffer(market, { ratePerSecond: MIN_RATE + 1n, graceSeconds: 60 });
    const tight = await makeLeaseOffer(market, { ratePerSecond: MIN_RATE + 1n, graceSeconds: 50 });
    const { matches } = await findLeaseOffers(market.reader, {
      token: market.token,
      published: false,
      offers: [dear, slack, tight],
    });
    assert.deepEqual(
      matches.map(({ orderHash }) => orderHash),
      [tight, slack, dear].map(({ orderHash }) => orderHash),
    );
  });

  it("say why their terms do not suit", async () => {
    const signed = await makeLeaseOffer(market);
    await rejects("token", /asks for 0x/, signed, { token: market.buyer.address });
    await rejects("rate", /costs 1000 a second, more than 999/, signed, { maxRatePerSecond: 999n });
    await rejects("grace", /counts for 100 s, longer than 99 s/, signed, { maxGraceSeconds: 99 });
    await rejects("lease-length", /10 to 10000 s, not 9 s/, signed, { leaseSeconds: 9 });
    await rejects("lease-length", /10 to 10000 s, not 10001 s/, signed, { leaseSeconds: 10_001 });
    await rejects("funding", /10 s up to the lease's 20 s, not 21 s/, signed, {
      leaseSeconds: 20,
      fundedSeconds: 21,
    });
    await rejects("funding", /not 9 s/, signed, { leaseSeconds: 20, fundedSeconds: 9 });
    await rejects("machine", /24564 MiB, less than 24565/, signed, { machine: { minVramMib: 24_565 } });
    await rejects("stake", /stands behind/, signed, { minCommittedStake: STAKE + 1n });
    const suits = { maxRatePerSecond: 1000n, maxGraceSeconds: 100, leaseSeconds: 10_000, fundedSeconds: 10 };
    assert.equal(await reasonFor(signed, { ...suits, minCommittedStake: STAKE, machine: {} }), null);
  });

  it("say why they cannot be taken", async () => {
    const { stranger, buyer } = market;
    const expired = await makeLeaseOffer(market, { expiresAt: 1000 });
    await rejects("expired", /expired at 1970-01-01T00:16:40/, expired);
    await rejects(
      "epoch",
      /epoch 7 of its provider, which is in 1/,
      await makeLeaseOffer(market, { authEpoch: 7 }),
    );
    const forOne = await makeLeaseOffer(market, { taker: stranger.address });
    await rejects("taker", /for 0x/, forOne);
    assert.equal(await reasonFor(forOne, { taker: stranger.address }), null);
    const signed = await makeLeaseOffer(market);
    await rejects("signature", /of no key/, { offer: signed.offer, signature: "0x1234" });
    const other = await makeLeaseOffer(market);
    await rejects("signature", /may not promise/, { offer: signed.offer, signature: other.signature });
    await rejects(
      "signature",
      /may not promise/,
      await makeLeaseOffer(market, { ratePerSecond: MIN_RATE - 1n }),
    );
    await rejects(
      "malformed",
      /graceSeconds is 0, not within/,
      await makeLeaseOffer(market, { graceSeconds: 0 }),
    );
    const unsigned = await assessLeaseOffer(buyer.client, { offer: signed.offer, signature: "0x" });
    assert.equal(unsigned.rejection?.code, "signature");
  });

  it("say when they are full, for now or for good", async () => {
    const once = await makeLeaseOffer(market, { maxFills: 1 });
    const single = await makeLeaseOffer(market, { slots: 1 });
    const leases = [await open(once), await open(single)];
    await rejects("fully-taken", /all of its 1 leases/, once);
    await rejects("no-free-slot", /all of its 1 slots/, single);
    for (const { terms } of leases) await closeLease(market.buyer.client, { terms });
    await rejects("fully-taken", /all of its 1 leases/, once);
    assert.equal(await reasonFor(single), null);
  });

  it("error: OfferUnavailableError, with the reason, before anything is sent", async () => {
    const signed = await makeLeaseOffer(market);
    const before = await market.reader.provider.getTransactionCount(market.buyer.address);
    const old = await makeLeaseOffer(market, { expiresAt: 1000 });
    for (const [call, code] of [
      [() => open(old), "expired"],
      [() => open(signed, 10_001), "lease-length"],
      [() => open(signed, 100, 101), "funding"],
    ] as const) {
      await assert.rejects(call, (error) => {
        assert.ok(error instanceof OfferUnavailableError);
        assert.equal(error.rejection.code, code);
        return true;
      });
    }
    assert.equal(await market.reader.provider.getTransactionCount(market.buyer.address), before);
  });

  it("error: InsufficientClaimError, with what is missing", async () => {
    const dear = await makeLeaseOffer(market, { ratePerSecond: tokens(1000) });
    await assert.rejects(open(dear), (error) => {
      assert.ok(error instanceof InsufficientClaimError);
      assert.equal(error.needed, tokens(10_000));
      return true;
    });
  });

  it("error: MarketNotApprovedError, for the market of leases; a deposit can approve it", async () => {
    const { client, address: account } = market.stranger;
    const { token, reader } = market;
    const leaseEscrow = reader.deployment.contracts.leaseEscrow;
    await depositPayment(client, { token, amount: tokens(1) });
    await approveMarket(client, { token, amount: tokens(1) });
    const signed = await makeLeaseOffer(market);
    const opening = { ...signed, leaseSeconds: 100, fundedSeconds: 10 };
    await assert.rejects(openLease(client, opening), (error) => {
      assert.ok(error instanceof MarketNotApprovedError);
      assert.deepEqual([error.market, error.allowance, error.needed], [leaseEscrow, 0n, 10n * MIN_RATE]);
      return true;
    });
    const marketAllowance = 10n * MIN_RATE;
    await depositPayment(client, { token, amount: 1n, market: leaseEscrow, marketAllowance });
    assert.equal(await getMarketAllowance(reader, { token, account, market: leaseEscrow }), marketAllowance);
    const { terms } = await openLease(client, opening);
    await closeLease(client, { terms });
  });

  it("error: OrderOutOfBoundsError, OfferBookCannotPromiseError, OfferBookNotOperatorError", async () => {
    const { owner, operator, stranger } = market;
    const offer = await draftLeaseOffer(market);
    const endless = { ...offer, maxLeaseSeconds: 366 * 86_400 + 1 };
    await assert.rejects(publishLeaseOffer(owner.client, { offer: endless }), (error) => {
      assert.ok(error instanceof OrderOutOfBoundsError);
      assert.equal(error.args.field, encodeBytes32String("maxLeaseSeconds"));
      assert.equal(error.contract, null);
      return true;
    });
    const cheap = { ...offer, ratePerSecond: MIN_RATE - 1n };
    await assert.rejects(publishLeaseOffer(operator.client, { offer: cheap }), OfferBookCannotPromiseError);
    await assert.rejects(cancelLeaseOffer(stranger.client, { offer }), OfferBookNotOperatorError);
  });

  it("die with the provider's offers of jobs when it raises its epoch", async () => {
    const [lease, job] = [await makeLeaseOffer(market), await makeOffer(market)];
    assert.equal((await assessLeaseOffer(market.reader, lease)).rejection, null);
    await raiseAuthEpoch(market.operator.client, { provider: market.owner.address });
    assert.equal((await assessLeaseOffer(market.reader, lease)).rejection?.code, "epoch");
    assert.equal((await assessOffer(market.reader, job)).rejection?.code, "epoch");
    const nobody = {
      ...lease,
      offer: { ...lease.offer, provider: market.stranger.address, salt: BigInt(id("x")) },
    };
    assert.equal((await assessLeaseOffer(market.reader, nobody)).rejection?.code, "epoch");
  });
});
