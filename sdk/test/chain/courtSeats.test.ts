import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import * as sdk from "../../src/index.ts";
import {
  authorizeService,
  closeSeat,
  depositStake,
  drawPanel,
  finishCase,
  getCourtEvents,
  getSeat,
  getStake,
  leaveSeat,
  takeSeat,
} from "../../src/index.ts";
import {
  jurorOf,
  mineBeyond,
  openBefore,
  openCourtMarket,
  type TestCourt,
  travelBeyond,
} from "../support/court.ts";
import type { Market } from "../support/market.ts";
import { refuses } from "../support/refuses.ts";

describe("the seats of a court", () => {
  let market: Market;
  let place: TestCourt;
  let court: string;

  before(async () => {
    ({ market, place } = await openCourtMarket(1));
    ({ court } = place);
  });

  after(() => market.close());

  const nowAt = async (): Promise<number> =>
    (await market.reader.provider.getBlock("latest"))?.timestamp ?? 0;
  const jurorAt = (index: number) => place.jurors[index] ?? assert.fail("no such juror");

  it("lock stake from the take until they are closed, and then are free for another", async () => {
    const { reader, stranger } = market;
    const { seatCollateral, exitSeconds } = place.rules;
    const jobEscrow = reader.deployment.contracts.jobEscrow;
    const { client, address: juror } = jurorAt(1);
    const locked = async (): Promise<bigint> =>
      (await getStake(reader, { provider: juror, service: court })).authorization.locked;
    assert.equal(await locked(), seatCollateral);
    const held = await getSeat(reader, { court, seat: 1 });
    assert.deepEqual(held, {
      market: jobEscrow,
      seat: 1,
      state: "held",
      juror,
      takenAt: held.takenAt,
      leftAt: null,
      closableAt: null,
      units: 16,
      unitsAtRisk: 0,
    });
    assert.ok((held.takenAt ?? 0) <= (await nowAt()));

    await refuses(closeSeat(stranger.client, { court, seat: 1 }), "CourtSeatsTooEarlyError", {
      closableAt: 0,
    });
    await refuses(leaveSeat(stranger.client, { court, seat: 1 }), "CourtSeatsNotOwnerError", {
      juror,
      caller: stranger.address,
    });
    const { closableAt, blockNumber } = await leaveSeat(client, { court, seat: 1 });
    const leftAt = (await reader.provider.getBlock(blockNumber))?.timestamp ?? 0;
    assert.equal(closableAt, leftAt + exitSeconds);
    const left = await getSeat(reader, { court, seat: 1 });
    assert.deepEqual([left.state, left.leftAt, left.closableAt], ["left", leftAt, closableAt]);
    await refuses(leaveSeat(client, { court, seat: 1 }), "CourtSeatsAlreadyLeftError", { leftAt });
    await refuses(closeSeat(stranger.client, { court, seat: 1 }), "CourtSeatsTooEarlyError", { closableAt });

    await travelBeyond(market, closableAt);
    assert.equal((await closeSeat(stranger.client, { court, seat: 1 })).released, seatCollateral);
    assert.equal(await locked(), 0n);
    const free = await getSeat(reader, { court, seat: 1 });
    assert.deepEqual([free.state, free.juror, free.takenAt], ["free", null, null]);
    await refuses(closeSeat(stranger.client, { court, seat: 1 }), "CourtSeatsNoSeatError", { seat: 1n });

    const again = await takeSeat(client, { court, juror });
    assert.equal(again.seat, 1, "the place that is free, not the list's end");
    const events = await getCourtEvents(reader, { court, juror });
    assert.deepEqual(
      events.map((event) => [event.type, "seat" in event ? event.seat : null]),
      [
        ["seat-taken", 1],
        ["seat-left", 1],
        ["seat-closed", 1],
        ["seat-taken", 1],
      ],
    );
  });

  it("lengthen the list where no place is free", async () => {
    const { client, address: juror } = jurorAt(0);
    const amount = 3n * place.rules.seatCollateral;
    await depositStake(client, { provider: juror, amount });
    await authorizeService(client, { provider: juror, service: court, limit: amount });
    assert.equal((await takeSeat(client, { court, juror })).seat, 5);
    assert.equal((await takeSeat(client, { court, juror })).seat, 6);
    const own = { court, market: court, juror };
    await assert.rejects(takeSeat(client, own), sdk.SeatNotBackedError, "three seats are backed");
    await authorizeService(client, { provider: juror, service: court, limit: amount, maxPerLock: 0n });
    await assert.rejects(takeSeat(client, own), sdk.SeatNotBackedError);
  });

  it("belong to one market's list each", async () => {
    const { client, address: juror } = jurorAt(2);
    const limit = 2n * place.rules.seatCollateral;
    await depositStake(client, { provider: juror, amount: place.rules.seatCollateral });
    await authorizeService(client, { provider: juror, service: court, limit });
    const elsewhere = { court, market: market.reader.deployment.contracts.leaseEscrow, juror };
    await refuses(
      takeSeat(client, { ...elsewhere, market: market.buyer.address }),
      "CourtSeatsNotMarketError",
    );
    assert.equal((await takeSeat(client, elsewhere)).seat, 0);
    const { juror: holder } = await getSeat(market.reader, { ...elsewhere, seat: 0 });
    assert.equal(holder, juror);
  });

  it("cannot be closed before the cases that drew them are finished", async () => {
    const { reader, stranger } = market;
    const { hearing } = await openBefore(market, place);
    const { openedCase } = hearing;
    await mineBeyond(market, hearing.seedBlock);
    const { panel } = await drawPanel(stranger.client, { court, openedCase });
    const [drawn] = panel;
    assert.ok(drawn);
    const { seat, juror } = drawn;
    assert.equal((await getSeat(reader, { court, seat })).unitsAtRisk, 4);
    const { closableAt } = await leaveSeat(jurorOf(place, juror).client, { court, seat });
    await travelBeyond(market, closableAt);
    await refuses(closeSeat(stranger.client, { court, seat }), "CourtSeatsOnPanelError", { unitsAtRisk: 4 });
    const { penalized } = await finishCase(stranger.client, { court, openedCase });
    assert.equal(penalized.length, 3, "all were silent");
    const { released } = await closeSeat(stranger.client, { court, seat });
    assert.equal(released, place.rules.seatCollateral - 2n * place.rules.penaltyUnit);
  });

  it("error: no provider, no stake, no owner, no signer, no court, and nothing is sent", async () => {
    const { reader, stranger, owner, payout } = market;
    const count = (): Promise<number> => reader.provider.getTransactionCount(stranger.address);
    const sent = await count();
    await assert.rejects(
      takeSeat(stranger.client, { court, juror: payout.address }),
      sdk.ProviderNotFoundError,
    );
    const { address: juror } = owner;
    await assert.rejects(takeSeat(owner.client, { court, juror }), (error: sdk.SeatNotBackedError) => {
      assert.ok(error instanceof sdk.SeatNotBackedError);
      assert.deepEqual([error.available, error.needed], [0n, place.rules.seatCollateral]);
      return true;
    });
    const limit = place.rules.seatCollateral;
    await depositStake(owner.client, { provider: juror, amount: limit });
    await authorizeService(owner.client, { provider: juror, service: court, limit });
    await refuses(takeSeat(stranger.client, { court, juror }), "CourtSeatsNotOwnerError", {
      juror,
      caller: stranger.address,
    });
    await assert.rejects(leaveSeat(reader, { court, seat: 0 }), sdk.MissingSignerError);
    await assert.rejects(sdk.getCourtRules(reader, { court: payout.address }), sdk.ContractMissingError);
    assert.equal(await count(), sent);
  });
});
