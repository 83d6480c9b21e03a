import { ZeroAddress } from "ethers";
import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import { HearingNotFoundError } from "../../errors/courtErrors.ts";
import { type Ruling, RULINGS } from "../../types/case.ts";
import {
  type CourtDeadlines,
  courtStageOf,
  type Hearing,
  type PanelSeat,
  type SeatVote,
  type VoteCount,
} from "../../types/court.ts";
import { courtAt, type HearingName, marketOfCourt } from "./courtAt.ts";

/** All that the court stores of a case; the rest is in the log of its opening. */
export type StoredHearing = Omit<Hearing, "openedCase">;

/** The answers that a vote can be, by the numbers that take the place of a commitment. */
const ANSWERS: readonly SeatVote[] = ["none", "provider-right", "provider-wrong"];

/**
 * Reads all that a court stores of a case.
 *
 * @throws {@link HearingNotFoundError} when there is no such case.
 */
export async function readHearing(
  client: WattleClient,
  name: HearingName,
  signal?: AbortSignal,
): Promise<StoredHearing> {
  const { court, caseId } = name;
  const market = marketOfCourt(client, name);
  const contract = courtAt(client, court);
  const [stored, stageNumber, rulingNumber, untils, rules, seats, appealSeats] = await reading(
    Promise.all([
      contract.hearingOf(market, caseId),
      contract.stageOf(market, caseId),
      contract.rulingOf(market, caseId),
      contract.deadlinesOf(market, caseId),
      contract.rules(),
      contract.panelOf(market, caseId, false),
      contract.panelOf(market, caseId, true),
    ]),
    signal,
  );
  if (stored.openedAt === 0n) throw new HearingNotFoundError(court, market, caseId);
  const panelOf = (places: readonly bigint[]): Promise<PanelSeat[]> =>
    Promise.all(
      places.map(async (seat, place) => {
        const [{ juror }, vote] = await reading(
          Promise.all([contract.seatOf(market, seat), contract.voteOf(market, caseId, seat)]),
          signal,
        );
        return { place, seat: Number(seat), juror, ...voteOf(vote) };
      }),
    );
  const [panel, appealPanel] = await Promise.all([panelOf(seats), panelOf(appealSeats)]);
  const stage = courtStageOf(stageNumber);
  const votes = { right: Number(stored.rightVotes), wrong: Number(stored.wrongVotes) };
  const isRevealed = stage !== "drawing" && stage !== "committing" && stage !== "revealing";
  return {
    market,
    caseId,
    stage,
    ruling: RULINGS[Number(rulingNumber)] ?? "none",
    firstRuling: isRevealed ? majorityOf(votes, Number(rules.panelSeats)) : "none",
    isConceded: stored.isConceded,
    openedAt: Number(stored.openedAt),
    openedBlock: Number(stored.openedBlock),
    seatCount: Number(stored.seatCount),
    heldSeats: Number(stored.heldSeats),
    seedBlock: Number(stored.openedBlock + rules.drawBlocks),
    deadlines: deadlinesOf(untils.map(Number)),
    panel,
    votes,
    appellant: stored.appellant === ZeroAddress ? null : stored.appellant,
    appealSeedBlock: stored.appealedBlock === 0n ? null : Number(stored.appealedBlock + rules.drawBlocks),
    appealPanel,
    appealVotes: { right: Number(stored.appealRightVotes), wrong: Number(stored.appealWrongVotes) },
  };
}

/** More than half of a panel's seats, not of those that voted. */
function majorityOf({ right, wrong }: VoteCount, seats: number): Ruling {
  if (2 * right > seats) return "provider-right";
  return 2 * wrong > seats ? "provider-wrong" : "none";
}

function voteOf(stored: string): Pick<PanelSeat, "vote" | "commitment"> {
  const value = BigInt(stored);
  const answer = value < ANSWERS.length ? ANSWERS[Number(value)] : undefined;
  return answer === undefined
    ? { vote: "committed", commitment: stored }
    : { vote: answer, commitment: null };
}

function deadlinesOf(untils: readonly number[]): CourtDeadlines {
  const [drawUntil = 0, commitUntil = 0, revealUntil = 0, appealUntil = 0, ...appeal] = untils;
  const [appealDrawUntil = 0, appealCommitUntil = 0, appealRevealUntil = 0] = appeal;
  return {
    drawUntil,
    commitUntil,
    revealUntil,
    appealUntil,
    appealDrawUntil,
    appealCommitUntil,
    appealRevealUntil,
  };
}
