import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { id, ZeroHash } from "ethers";
import * as sdk from "../../src/index.ts";
import {
  commitVote,
  concedeJob,
  drawPanel,
  finishCase,
  getCourtEvents,
  getHearing,
  type Hearing,
  openCase,
  prepareVote,
  revealVote,
  watchHearing,
} from "../../src/index.ts";
import { courtAt } from "../../src/actions/court/courtAt.ts";
import {
  commitAll,
  disputeBefore,
  jurorOf,
  mineBeyond,
  openBefore,
  openCourt,
  openCourtMarket,
  type TestCourt,
  travelBeyond,
} from "../support/court.ts";
import type { Market } from "../support/market.ts";
import { refuses } from "../support/refuses.ts";

describe("a case before a court of drawn jurors", () => {
  let market: Market;
  let place: TestCourt;
  let court: string;

  before(async () => {
    ({ market, place } = await openCourtMarket(3));
    ({ court } = place);
  });

  after(() => market.close());

  const hear = (caseId: string): Promise<Hearing> => getHearing(market.reader, { court, caseId });
  /** Opens a case and draws its panel. */
  async function drawn() {
    const opened = await openBefore(market, place);
    await mineBeyond(market, opened.hearing.seedBlock);
    await drawPanel(market.stranger.client, { court, openedCase: opened.hearing.openedCase });
    return { ...opened, hearing: await hear(opened.caseId) };
  }

  it("binds a vote to its seat, its salt and its time", async () => {
    const { reader, stranger } = market;
    const { caseId, hearing } = await drawn();
    const [one, other, third] = hearing.panel;
    assert.ok(one && other && third);
    const { client } = jurorOf(place, one.juror);
    const vote = prepareVote(reader, { court, caseId, seat: one.seat, providerRight: true });
    const again = prepareVote(reader, { court, caseId, seat: one.seat, providerRight: true });
    assert.notEqual(vote.salt, again.salt);
    const same = prepareVote(reader, { court, caseId, seat: one.seat, providerRight: true, salt: vote.salt });
    assert.deepEqual(same, vote);
    const { market: named, seat, providerRight, salt } = vote;
    const contract = courtAt(reader, court);
    assert.equal(await contract.commitmentOf(named, caseId, seat, providerRight, salt), vote.commitment);
    assert.deepEqual(JSON.parse(JSON.stringify(vote)), vote);
    assert.throws(() => prepareVote(reader, { ...vote, salt: "0x12" }), sdk.InvalidArgumentError);
    assert.throws(() => prepareVote(reader, { ...vote, court: "nowhere" }), sdk.InvalidArgumentError);

    await refuses(commitVote(stranger.client, { vote }), "CourtVotesNotJurorError", {
      juror: one.juror,
      caller: stranger.address,
    });
    const undrawn = Array.from({ length: 15 }, (_, index) => index).find(
      (index) => !hearing.panel.some((drawnSeat) => drawnSeat.seat === index),
    );
    const foreign = prepareVote(reader, { court, caseId, seat: undrawn ?? 0, providerRight: true });
    await assert.rejects(commitVote(client, { vote: foreign }), sdk.SeatNotDrawnError);
    await refuses(
      commitVote(client, { vote: { ...vote, commitment: ZeroHash } }),
      "CourtVotesCommitmentInvalidError",
    );
    await refuses(commitVote(client, { vote, place: 3 }), "CourtVotesNoPlaceError", { panelSeats: 3n });
    await commitVote(client, { vote, place: one.place });
    await refuses(commitVote(client, { vote: again }), "CourtVotesAlreadyCommittedError", {
      seat: BigInt(one.seat),
      commitment: vote.commitment,
    });
    await commitAll(market, place, { caseId, panel: [third] }, "--W");
    await travelBeyond(market, hearing.deadlines.commitUntil);
    await refuses(commitVote(client, { vote: again }), "CourtVotesUnexpectedStageError", {
      current: 3,
      allowed: (1n << 2n) | (1n << 6n),
    });
    await refuses(revealVote(client, { vote: again }), "CourtVotesVoteMismatchError", {
      committed: vote.commitment,
    });
    await refuses(
      revealVote(client, { vote: prepareVote(reader, { ...vote, seat: other.seat }) }),
      "CourtVotesVoteMismatchError",
      { committed: ZeroHash },
    );
    await revealVote(client, { vote });
    await refuses(revealVote(client, { vote }), "CourtVotesVoteMismatchError", {
      committed: `0x${"1".padStart(64, "0")}`,
    });
    await travelBeyond(market, hearing.deadlines.revealUntil);
    const { openedCase } = hearing;
    assert.equal((await hear(caseId)).stage, "decided", "one of three is no ruling");
    await refuses(
      finishCase(stranger.client, { court, openedCase: { ...openedCase, fee: 0n } }),
      "SlashingCourtCaseMismatchError",
      { caseId },
    );
    const { ruling, paid, penalized, clientFee } = await finishCase(stranger.client, { court, openedCase });
    assert.deepEqual([ruling, paid, clientFee], ["none", [], place.rules.panelFee]);
    assert.deepEqual(
      penalized.map(({ fault }) => fault),
      ["silent", "unrevealed"],
    );
  });

  it("pays all seats when the client concedes, those that had not committed half", async () => {
    const { buyer, stranger } = market;
    const { terms, caseId, hearing } = await drawn();
    const { seatFee } = place.rules;
    await commitAll(market, place, hearing, "R--");
    await concedeJob(buyer.client, { terms });
    const conceded = await hear(caseId);
    assert.deepEqual([conceded.stage, conceded.isConceded, conceded.ruling], ["decided", true, "none"]);
    const { paid, penalized, clientFee } = await finishCase(stranger.client, {
      court,
      openedCase: hearing.openedCase,
    });
    assert.deepEqual(
      paid.map(({ seat, fee }) => [seat, fee]),
      hearing.panel.map(({ seat, place: at }) => [seat, at === 0 ? seatFee : seatFee / 2n]),
    );
    assert.deepEqual([penalized, clientFee], [[], 2n * (seatFee - seatFee / 2n)], "rounding is the client's");
    const [event] = await getCourtEvents(market.reader, { court, caseId, types: ["case-conceded"] });
    assert.equal(event?.type, "case-conceded");
  });

  it("comes to no ruling when nobody draws in time, and the client has its fee back", async () => {
    const { stranger } = market;
    const { caseId, hearing } = await openBefore(market, place);
    const { openedCase, deadlines } = hearing;
    await travelBeyond(market, deadlines.drawUntil);
    await refuses(drawPanel(stranger.client, { court, openedCase }), "CourtVotesUnexpectedStageError", {
      current: 8,
      allowed: (1n << 1n) | (1n << 5n),
    });
    assert.deepEqual([(await hear(caseId)).stage, (await hear(caseId)).ruling], ["decided", "none"]);
    const { clientFee, ruling } = await finishCase(stranger.client, { court, openedCase });
    assert.deepEqual([clientFee, ruling], [place.rules.panelFee, "none"]);
  });

  it("error: a market's case that the court does not take, with the reason", async () => {
    const { buyer } = market;
    const { panelFee, neededSeconds } = place.rules;
    const wrongFee = await disputeBefore(market, place, { disputeFee: panelFee + 1n });
    await refuses(openCase(buyer.client, { terms: wrongFee }), "SlashingCourtFeeMismatchError", {
      fee: panelFee + 1n,
      panelFee,
    });
    const tooSoon = await disputeBefore(market, place, { rulingSeconds: neededSeconds - 1 });
    await refuses(openCase(buyer.client, { terms: tooSoon }), "SlashingCourtRulingTooLateError");
    const short = await openCourt(market, { longestRunSeconds: 29 }, 0);
    const tooLong = await disputeBefore(market, short);
    await refuses(openCase(buyer.client, { terms: tooLong }), "SlashingCourtRunTooLongError", {
      runLimitSeconds: 30,
      longestRunSeconds: 29,
    });
    const empty = await openCourt(market, {}, 0);
    const unheard = await disputeBefore(market, empty);
    await refuses(openCase(buyer.client, { terms: unheard }), "SlashingCourtTooFewSeatsError", {
      found: 0n,
      needed: 3n,
    });
  });

  it("error: HearingNotFoundError, and HearingHistoryUnavailableError for an endpoint without the log", async () => {
    await assert.rejects(hear(id("none")), sdk.HearingNotFoundError);
    const watching = watchHearing(market.reader, { court, caseId: id("none"), patienceMs: 0 });
    await assert.rejects(watching.next(), sdk.HearingNotFoundError);
    const { caseId } = await openBefore(market, place);
    const { provider } = market.reader;
    const forgetful = new Proxy(provider, {
      get: (target, key) => {
        if (key === "getLogs") return () => Promise.resolve([]);
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === "function" ? (value.bind(target) as unknown) : value;
      },
    });
    const client = { ...market.reader, provider: forgetful };
    await assert.rejects(getHearing(client, { court, caseId }), sdk.HearingHistoryUnavailableError);
  });
});
