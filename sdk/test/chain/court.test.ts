import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { id } from "ethers";
import * as sdk from "../../src/index.ts";
import {
  appealRuling,
  applyRuling,
  approveMarket,
  type CourtStage,
  depositPayment,
  drawPanel,
  finishCase,
  getClaim,
  getCourtEvents,
  getHearing,
  getJob,
  getRuling,
  getSeat,
  type Hearing,
  type PreparedVote,
  revealVote,
  watchCourtEvents,
  watchHearing,
} from "../../src/index.ts";
import {
  commitAll,
  mineBeyond,
  openBefore,
  openCourtMarket,
  type TestCourt,
  travelBeyond,
} from "../support/court.ts";
import { drawSeats } from "../support/drawSeats.ts";
import type { Market } from "../support/market.ts";
import { RESULT, SPEC } from "../support/provider.ts";
import { refuses } from "../support/refuses.ts";

describe("a dispute before a court of drawn jurors", () => {
  let market: Market;
  let place: TestCourt;
  let court: string;

  before(async () => {
    ({ market, place } = await openCourtMarket(3));
    ({ court } = place);
  });

  after(() => market.close());

  const claimOf = (account: string): Promise<bigint> =>
    getClaim(market.reader, { token: market.token, account });
  const hear = (caseId: string): Promise<Hearing> => getHearing(market.reader, { court, caseId });
  const revealAll = async (votes: readonly PreparedVote[]): Promise<void> => {
    // Anyone may who has them.
    for (const vote of votes) await revealVote(market.stranger.client, { vote });
  };

  it("is ruled by three, appealed, ruled the other way by seven, and pays who was right", async () => {
    const { reader, buyer, owner, operator, stranger, token } = market;
    const { seatFee, panelFee, appealFee, penaltyUnit } = place.rules;
    const fromBlock = (await reader.provider.getBlockNumber()) + 1;
    const { terms, caseId, hearing } = await openBefore(market, place);
    const { openedCase, deadlines } = hearing;
    const jobEscrow = reader.deployment.contracts.jobEscrow;
    assert.deepEqual(openedCase, {
      caseId,
      provider: owner.address,
      client: buyer.address,
      token,
      fee: panelFee,
      rulingUntil: ((await getJob(reader, { jobId: caseId })).disputedAt ?? 0) + terms.rulingSeconds,
      runLimitSeconds: terms.runLimitSeconds,
      specDigest: SPEC.specDigest,
      resultMark: RESULT.resultDigest.slice(0, 42),
    });
    assert.deepEqual(
      [hearing.stage, hearing.ruling, hearing.panel, hearing.seatCount],
      ["drawing", "none", [], 15],
    );
    assert.equal(hearing.seedBlock, hearing.openedBlock + place.rules.drawBlocks);
    assert.deepEqual(
      Object.values(deadlines),
      [300, 1_000, 1_300, 1_600, 1_900, 2_600, 2_900].map((seconds) => hearing.openedAt + seconds),
    );

    const stages: CourtStage[] = [];
    const ending = AbortSignal.timeout(120_000);
    const watching = (async () => {
      for await (const { stage } of watchHearing(reader, { court, caseId, signal: ending })) {
        if (stages.at(-1) !== stage) stages.push(stage);
      }
    })();
    const until = async (stage: CourtStage): Promise<void> => {
      while (!stages.includes(stage)) await sleep(50, undefined, { signal: ending });
    };

    await until("drawing");
    await refuses(drawPanel(stranger.client, { court, openedCase }), "SlashingCourtNoSeedError", {
      seedBlock: BigInt(hearing.seedBlock),
    });
    await mineBeyond(market, hearing.seedBlock);
    const { panel } = await drawPanel(stranger.client, { court, openedCase });
    const drawnHearing = await hear(caseId);
    assert.deepEqual(
      drawnHearing.panel,
      panel.map((seat) => ({ ...seat, vote: "none", commitment: null })),
    );
    const seedHash = (await reader.provider.getBlock(hearing.seedBlock))?.hash ?? "";
    const draw = { seedHash, market: jobEscrow, caseId, seatCount: 15 };
    assert.deepEqual(
      panel.map(({ seat }) => seat),
      drawSeats({ ...draw, isAppeal: false, needed: 3, canServe: () => true }),
    );

    const votes = await commitAll(market, place, drawnHearing, "WRW");
    assert.deepEqual(
      (await hear(caseId)).panel.map(({ vote, commitment }) => [vote, commitment]),
      votes.map(({ commitment }) => ["committed", commitment]),
    );
    await until("committing");
    await refuses(
      revealVote(stranger.client, { vote: votes[0] ?? assert.fail() }),
      "CourtVotesUnexpectedStageError",
      {
        caseId,
        current: 2,
        allowed: (1n << 3n) | (1n << 7n),
      },
    );
    await travelBeyond(market, deadlines.commitUntil);
    await until("revealing");
    await revealAll(votes);
    const revealed = await hear(caseId);
    assert.deepEqual(revealed.votes, { right: 1, wrong: 2 });
    assert.equal(revealed.firstRuling, "none", "the reveals are not over");
    assert.deepEqual(
      revealed.panel.map(({ vote, commitment }) => [vote, commitment]),
      ["provider-wrong", "provider-right", "provider-wrong"].map((vote) => [vote, null]),
    );

    await travelBeyond(market, deadlines.revealUntil);
    const appealable = await hear(caseId);
    assert.deepEqual(
      [appealable.stage, appealable.firstRuling, appealable.ruling],
      ["appealable", "provider-wrong", "none"],
    );
    await until("appealable");
    const forCourt = { token, market: court, amount: appealFee };
    await assert.rejects(appealRuling(stranger.client, { court, openedCase }), sdk.InsufficientClaimError);
    for (const { client } of [operator, stranger]) {
      await depositPayment(client, { token, amount: appealFee });
      await assert.rejects(appealRuling(client, { court, openedCase }), sdk.MarketNotApprovedError);
      await approveMarket(client, forCourt);
    }
    await refuses(appealRuling(stranger.client, { court, openedCase }), "SlashingCourtNotPartyError", {
      caller: stranger.address,
    });
    const appealed = await appealRuling(operator.client, { court, openedCase });
    assert.equal(appealed.fee, appealFee);
    assert.equal(await claimOf(operator.address), 0n);
    await until("appeal-drawing");
    await mineBeyond(market, appealed.seedBlock);
    await drawPanel(stranger.client, { court, openedCase });
    const appealHearing = await hear(caseId);
    assert.deepEqual(
      [appealHearing.stage, appealHearing.appellant, appealHearing.appealSeedBlock],
      ["appeal-committing", operator.address, appealed.seedBlock],
    );
    const first = new Set(panel.map(({ seat }) => seat));
    assert.deepEqual(
      appealHearing.appealPanel.map(({ seat }) => seat),
      drawSeats({
        ...draw,
        seedHash: (await reader.provider.getBlock(appealed.seedBlock))?.hash ?? "",
        isAppeal: true,
        needed: 7,
        canServe: (seat) => !first.has(seat),
      }),
    );
    const { appealPanel } = appealHearing;
    await until("appeal-committing");
    const appealVotes = await commitAll(market, place, { caseId, panel: appealPanel }, "RRRRRW-");
    await travelBeyond(market, deadlines.appealCommitUntil);
    await until("appeal-revealing");
    await revealAll(appealVotes);
    await refuses(finishCase(stranger.client, { court, openedCase }), "CourtVotesUnexpectedStageError", {
      current: 7,
      allowed: 1n << 8n,
    });
    await travelBeyond(market, deadlines.appealRevealUntil);
    await until("decided");

    assert.equal(await getRuling(reader, { adjudicator: court, caseId }), "provider-right");
    assert.equal((await applyRuling(stranger.client, { terms })).providerRight, true);
    const before = await Promise.all([claimOf(buyer.address), claimOf(operator.address)]);
    const finished = await finishCase(stranger.client, { court, openedCase });
    const seatOf = (at: number) => panel[at] ?? assert.fail();
    const right = [seatOf(1), ...appealPanel.slice(0, 5)];
    assert.deepEqual(
      finished.paid,
      right.map(({ seat, juror }) => ({ seat, juror, payout: juror, fee: seatFee })),
    );
    const [against, silent] = appealPanel.slice(5);
    assert.ok(against && silent);
    assert.deepEqual(
      finished.penalized,
      [
        ...[seatOf(0), seatOf(2), against].map((seat) => ({ ...seat, fault: "incoherent", units: 1n })),
        { ...silent, fault: "silent", units: 2n },
      ].map(({ seat, juror, fault, units }) => ({ seat, juror, fault, slashed: units * penaltyUnit })),
    );
    assert.deepEqual(
      [finished.ruling, finished.clientFee, finished.appellantFee, finished.burnedFee],
      ["provider-right", 2n * seatFee, 2n * seatFee, 0n],
    );
    assert.deepEqual(await Promise.all([claimOf(buyer.address), claimOf(operator.address)]), [
      (before[0] ?? 0n) + 2n * seatFee,
      (before[1] ?? 0n) + 2n * seatFee,
    ]);
    for (const { seat, juror } of [...panel, ...appealPanel]) {
      const charged: bigint = finished.penalized.find((one) => one.seat === seat)?.slashed ?? 0n;
      const held = await getSeat(reader, { court, seat });
      assert.deepEqual(
        [held.state, held.juror, held.units, held.unitsAtRisk],
        ["held", juror, 16 - Number(charged / penaltyUnit), 0],
      );
    }
    const last = await hear(caseId);
    assert.deepEqual(
      [last.stage, last.ruling, last.firstRuling, last.votes, last.appealVotes, last.panel],
      ["finished", "provider-right", "provider-wrong", { right: 1, wrong: 2 }, { right: 5, wrong: 1 }, []],
    );
    await watching;
    assert.deepEqual(stages, sdk.COURT_STAGES.slice(1));
    await tells(caseId, fromBlock, { hearing, seats: [...panel, ...appealPanel] });
  });

  /** What the events say of a finished case. */
  async function tells(
    caseId: string,
    fromBlock: number,
    { hearing, seats }: { hearing: Hearing; seats: readonly { seat: number; juror: string }[] },
  ): Promise<void> {
    const { reader } = market;
    const events = await getCourtEvents(reader, { court, caseId, fromBlock });
    const count = (type: sdk.CourtEventType): number => events.filter((event) => event.type === type).length;
    assert.deepEqual(
      Object.fromEntries([...new Set(events.map(({ type }) => type))].map((type) => [type, count(type)])),
      {
        "case-opened": 1,
        "seat-drawn": 10,
        "vote-committed": 9,
        "vote-revealed": 9,
        "ruling-appealed": 1,
        "seat-paid": 6,
        "seat-penalized": 4,
        "case-finished": 1,
      },
    );
    const [opened] = events;
    assert.ok(opened?.type === "case-opened");
    assert.deepEqual(
      [opened.market, opened.openedCase, opened.seatCount, opened.seedBlock, opened.blockNumber],
      [hearing.market, hearing.openedCase, 15, hearing.seedBlock, hearing.openedBlock],
    );
    const end = events.at(-1);
    assert.ok(end?.type === "case-finished" && end.ruling === "provider-right");
    const juror = seats[0]?.juror ?? "";
    const own = await getCourtEvents(reader, { court, juror, types: ["seat-drawn"], fromBlock });
    assert.deepEqual(
      own.map(({ seat }) => seat),
      seats.filter((seat) => seat.juror === juror).map(({ seat }) => seat),
    );
    const taken = await getCourtEvents(reader, { court, types: ["seat-taken"], juror });
    assert.equal(taken.length, 3);
    assert.deepEqual(
      await getCourtEvents(reader, { court, juror: market.operator.address, fromBlock }),
      [],
      "an appellant is no juror",
    );
    assert.deepEqual(await getCourtEvents(reader, { court, caseId: id("other"), fromBlock }), []);
    assert.deepEqual(await getCourtEvents(reader, { court, market: court, fromBlock }), []);
    const wanted = { court, types: ["case-opened", "case-finished"], fromBlock } as const;
    const signal = AbortSignal.timeout(60_000);
    for await (const batch of watchCourtEvents(reader, { ...wanted, signal })) {
      assert.deepEqual(batch.events, [opened, end]);
      break;
    }
    const log = (await reader.provider.getTransactionReceipt(end.transactionHash))?.logs.at(-1);
    assert.ok(log);
    assert.equal(sdk.decodeCourtEvent(market.token, log), null, "another contract's");
  }
});
