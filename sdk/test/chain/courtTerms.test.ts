import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ZeroAddress } from "ethers";
import {
  checkCourtTerms,
  closeSeat,
  CourtTermsError,
  createWattleClient,
  findCourtRules,
  getCourtRules,
  getCourtWarnings,
  getRequestWarnings,
  getSeat,
  leaveSeat,
  machineIdOf,
  prepareOffer,
  prepareRequest,
  type PrepareRequestParameters,
  signOffer,
  signRequest,
  takeOffer,
  takeRequest,
  WattleError,
} from "../../src/index.ts";
import { openCourt, type TestCourt, travelBeyond } from "../support/court.ts";
import { type Market, openMarket } from "../support/market.ts";
import { CLAIM, draftOffer, MIN_RATE, setUpBuyer, setUpProvider, SPEC } from "../support/provider.ts";

describe("orders that name a court", () => {
  let market: Market;
  let place: TestCourt;
  let court: string;
  before(async () => {
    market = await openMarket();
    await setUpProvider(market);
    await setUpBuyer(market);
    place = await openCourt(market, { longestRunSeconds: 120 }, 1);
    ({ court } = place);
  });
  after(() => market.close());

  const named = async (order: Promise<unknown>): Promise<CourtTermsError> => {
    const error = await order.then(
      () => assert.fail("it was not refused"),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof CourtTermsError, String(error));
    assert.equal(error.court, court);
    assert.equal(error.retryable, false);
    return error;
  };
  const minutes = (): number => place.rules.neededSeconds + 60;

  /** A request without a word on time and fee of a dispute. */
  const wish = (changes: Partial<PrepareRequestParameters>) =>
    prepareRequest(market.reader, {
      client: market.buyer.address,
      token: market.token,
      maxRatePerSecond: MIN_RATE,
      collateral: 100n,
      runLimitSeconds: 30,
      ...SPEC,
      ...changes,
    });

  it("are prepared with what its rules ask for", async () => {
    const { rules } = place;
    const offer = await prepareOffer(market.reader, {
      ...{ provider: market.owner.address, token: market.token, ratePerSecond: MIN_RATE, collateral: 100n },
      adjudicator: court,
    });
    assert.deepEqual([offer.disputeFee, offer.maxRunSeconds], [rules.panelFee, rules.longestRunSeconds]);
    assert.ok(offer.rulingSeconds >= minutes());
    const request = await wish({ adjudicator: court });
    assert.equal(request.disputeFee, rules.panelFee);
    assert.ok(request.rulingSeconds >= minutes());
  });

  it("error: CourtTermsError names every value, its rule and what to do", async () => {
    const other = market.stranger.address;
    const changes = {
      ...{ adjudicator: court, token: other, disputeFee: 5n, maxRunSeconds: 121 },
      rulingSeconds: minutes() - 1,
    };
    const error = await named(draftOffer(market, changes));
    assert.deepEqual(error.mismatches, [
      { field: "token", value: other, must: "be", required: market.token },
      { field: "disputeFee", value: 5n, must: "be", required: place.rules.panelFee },
      { field: "maxRunSeconds", value: 121, must: "be at most", required: 120 },
      { field: "rulingSeconds", value: minutes() - 1, must: "be at least", required: minutes() },
    ]);
    assert.match(error.message, /disputeFee is 5 and must be \d+, what a panel costs \(panelFee\)/);
    assert.match(
      error.action,
      /maxRunSeconds at most 120, rulingSeconds at least \d+, or with another adjudicator/,
    );

    const request = { adjudicator: court, runLimitSeconds: 121 };
    assert.deepEqual(
      (await named(wish({ ...request, rulingSeconds: minutes() }))).mismatches.map(({ field }) => field),
      ["runLimitSeconds"],
    );
  });

  it("are taken neither as an offer nor as a request when somebody else made them so", async () => {
    const { operator, buyer, owner } = market;
    const good = await draftOffer(market, { adjudicator: court, maxRunSeconds: 120 });
    const taking = { runLimitSeconds: 30, ...SPEC };
    const cheap = await signOffer(operator.client, { offer: { ...good, disputeFee: 0n } });
    assert.deepEqual(
      (await named(takeOffer(buyer.client, { ...cheap, ...taking }))).mismatches.map(({ field }) => field),
      ["disputeFee"],
    );
    // What counts is how long this job may run, not how long others may.
    const long = await signOffer(operator.client, { offer: { ...good, maxRunSeconds: 600 } });
    const tooLong = takeOffer(buyer.client, { ...long, ...taking, runLimitSeconds: 121 });
    assert.deepEqual((await named(tooLong)).mismatches, [
      { field: "runLimitSeconds", value: 121, must: "be at most", required: 120 },
    ]);
    const { terms } = await takeOffer(buyer.client, { ...long, ...taking, runLimitSeconds: 120 });
    assert.equal(terms.runLimitSeconds, 120);

    const wanted = await wish({ adjudicator: court });
    const hasty = await signRequest(buyer.client, { request: { ...wanted, rulingSeconds: 60 } });
    const provider = { provider: owner.address, machineId: machineIdOf(owner.address, CLAIM) };
    const { mismatches } = await named(takeRequest(operator.client, { ...hasty, ...provider }));
    assert.deepEqual(
      mismatches.map(({ field, value }) => [field, value]),
      [["rulingSeconds", 60]],
    );
    const signed = await signRequest(buyer.client, { request: wanted });
    assert.equal((await takeRequest(operator.client, { ...signed, ...provider })).terms.adjudicator, court);
  });

  it("name any other adjudicator as before: nobody, an account, another contract", async () => {
    const { jobEscrow } = market.reader.deployment.contracts;
    for (const adjudicator of [ZeroAddress, market.stranger.address, jobEscrow, market.token]) {
      assert.equal(await findCourtRules(market.reader, { adjudicator }), null, adjudicator);
      const offer = await draftOffer(market, { adjudicator, disputeFee: 5n, rulingSeconds: 60 });
      assert.equal(await checkCourtTerms(market.reader, { terms: offer }), null);
      assert.deepEqual(await getCourtWarnings(market.reader, { adjudicator }), []);
    }
    assert.deepEqual(await findCourtRules(market.reader, { adjudicator: court }), place.rules);
  });

  it("are not taken for others where the endpoint does not answer", async () => {
    const { deployment } = market.reader;
    const silent = createWattleClient({ rpcUrls: "http://127.0.0.1:1", deployment });
    await assert.rejects(findCourtRules(silent, { adjudicator: court }), (error: unknown) => {
      assert.ok(error instanceof WattleError && error.retryable, String(error));
      return true;
    });
    silent.provider.destroy();
  });

  it("are warned of where the court has too few seats for the market", async () => {
    const { reader } = market;
    assert.deepEqual(
      (await getCourtWarnings(reader, { adjudicator: court })).map(({ code }) => code),
      ["court-without-appeal"],
      "five seats are a panel, and no second one of seven",
    );
    assert.deepEqual(
      (await getCourtWarnings(reader, { adjudicator: court, market: market.stranger.address })).map(
        ({ code }) => code,
      ),
      ["court-without-seats"],
    );
    const empty = await openCourt(market, { seatFee: 7n }, 0);
    const request = await wish({ adjudicator: empty.court });
    const warnings = await getRequestWarnings(reader, { request });
    assert.deepEqual(
      warnings.filter(({ code }) => code.startsWith("court")).map(({ code }) => code),
      ["court-without-seats"],
    );
    assert.match(warnings.at(-1)?.message ?? "", /has 0 seats .* a panel needs 3/);
    assert.equal((await getCourtRules(reader, { court: empty.court })).panelFee, 21n);
  });

  it("are warned of by the seats that somebody holds, for free places count for no panel", async () => {
    const leavers = place.jurors.slice(0, 3);
    for (const [seat, { client }] of leavers.entries()) await leaveSeat(client, { court, seat });
    const { closableAt } = await getSeat(market.reader, { court, seat: 2 });
    assert.ok(closableAt !== null);
    await travelBeyond(market, closableAt);
    for (const seat of leavers.keys()) await closeSeat(market.stranger.client, { court, seat });
    const [warning] = await getCourtWarnings(market.reader, { adjudicator: court });
    assert.equal(warning?.code, "court-without-seats");
    assert.match(warning.message, /has 2 seats .* a panel needs 3/);
  });
});
