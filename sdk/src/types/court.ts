import type { OpenedCase, Ruling } from "./case.ts";

/** The stages of a case with a slashing court in the order of their numbers on chain. */
export const COURT_STAGES = [
  "none",
  "drawing",
  "committing",
  "revealing",
  "appealable",
  "appeal-drawing",
  "appeal-committing",
  "appeal-revealing",
  "decided",
  "finished",
] as const;

/**
 * Where a case stands with a slashing court: it follows from what was done and from the chain's time.
 *
 * - `none`: there is no such case.
 * - `drawing`: the panel waits for its seed, and for anyone to draw it.
 * - `committing`: its jurors compute and commit.
 * - `revealing`: they reveal.
 * - `appealable`: there is a ruling, and either party may appeal.
 * - `appeal-drawing`, `appeal-committing`, `appeal-revealing`: the same for the panel of the appeal.
 * - `decided`: nothing can change the ruling any more, if there is one; seats and fees wait for `finishCase`.
 * - `finished`: every seat is free, and every fee has gone where it belongs.
 */
export type CourtStage = (typeof COURT_STAGES)[number];

/** The stage with this number on chain; `none` for a number that no stage has. */
export function courtStageOf(value: number | bigint): CourtStage {
  return COURT_STAGES[Number(value)] ?? "none";
}

/** What a seat is charged for, in the order of the numbers on chain. */
export const SEAT_FAULTS = ["none", "incoherent", "silent", "unrevealed"] as const;

/**
 * What a seat is charged for.
 *
 * - `none`: nothing.
 * - `incoherent`: it voted against the final ruling: one unit.
 * - `silent`: it was drawn and did not commit: two units.
 * - `unrevealed`: it committed and did not reveal: four units.
 */
export type SeatFault = (typeof SEAT_FAULTS)[number];

/** What a court is: fixed when it was deployed. */
export interface CourtRules {
  /** What a juror's machine must be able to run (32 bytes, 0x hex): a description's digest, or a short text. */
  readonly machineClass: string;
  /** The payment token that fees come in. */
  readonly feeToken: string;
  /** Base units of it that a seat earns by a coherent vote. */
  readonly seatFee: bigint;
  /** Base units of the stake token; a seat locks sixteen of them. */
  readonly penaltyUnit: bigint;
  /** The longest run limit of a job that the court takes. */
  readonly longestRunSeconds: number;
  /** Seats of a first panel. */
  readonly panelSeats: number;
  /** Blocks from the opening (or the appeal) to the one whose hash is the seed. */
  readonly drawBlocks: number;
  /** How long a panel may be drawn. */
  readonly drawSeconds: number;
  /** How long its jurors may commit after that. */
  readonly commitSeconds: number;
  /** How long they may reveal after that. */
  readonly revealSeconds: number;
  /** How long either party may appeal after that. */
  readonly appealSeconds: number;
  /** What must be left of the market's time after the last stage. */
  readonly applySeconds: number;
}

/** Where a seat stands. A seat that was left can still be drawn by cases that opened before. */
export type SeatState = "free" | "held" | "left";

/** A juror's place on a market's list. */
export interface CourtSeat {
  /** Whose cases it serves. */
  readonly market: string;
  /** Its place on the market's list. */
  readonly seat: number;
  readonly state: SeatState;
  /** The provider's id; null where nobody holds it. */
  readonly juror: string | null;
  /** Unix time in seconds at which it was taken; null where nobody holds it. */
  readonly takenAt: number | null;
  /** Unix time in seconds at which it was left; null unless it was. */
  readonly leftAt: number | null;
  /** Unix time in seconds from which its stake can be released; null unless it was left. */
  readonly closableAt: number | null;
  /** Penalty units that are still locked, of sixteen. */
  readonly units: number;
  /** Of these, what open cases may charge. */
  readonly unitsAtRisk: number;
}

/** The last second of each stage, Unix times in seconds. All follow from the opening; nothing moves one. */
export interface CourtDeadlines {
  readonly drawUntil: number;
  readonly commitUntil: number;
  readonly revealUntil: number;
  readonly appealUntil: number;
  readonly appealDrawUntil: number;
  readonly appealCommitUntil: number;
  readonly appealRevealUntil: number;
}

/** What a seat did in a case: nothing, committed, or revealed its answer. */
export type SeatVote = "none" | "committed" | "provider-right" | "provider-wrong";

/** A drawn seat. */
export interface PanelSeat {
  /** Its place in the panel, from 0. */
  readonly place: number;
  /** Its place on the market's list. */
  readonly seat: number;
  /** The provider's id. */
  readonly juror: string;
  readonly vote: SeatVote;
  /** What it committed to (0x hex); null before, and once it is revealed. */
  readonly commitment: string | null;
}

/** Revealed votes of a panel. */
export interface VoteCount {
  /** For the provider. */
  readonly right: number;
  /** Against it. */
  readonly wrong: number;
}

/** What changes about a case while a court has it. */
export interface HearingState {
  readonly stage: CourtStage;
  /** The final answer; `none` until the case is decided, and where there is none. */
  readonly ruling: Ruling;
  /** The answer of the first panel; `none` until its reveals are over, and where more than half of its seats do not agree. */
  readonly firstRuling: Ruling;
  /** Whether the client withdrew its dispute in time. */
  readonly isConceded: boolean;
  /** The seats that were drawn; empty before, and once the case is finished. */
  readonly panel: readonly PanelSeat[];
  readonly votes: VoteCount;
  /** Who appealed; null if nobody did, and once the case is finished. */
  readonly appellant: string | null;
  /** The block whose hash draws the panel of the appeal; null without an appeal. */
  readonly appealSeedBlock: number | null;
  /** The seats of the appeal; empty before they are drawn, and once the case is finished. */
  readonly appealPanel: readonly PanelSeat[];
  readonly appealVotes: VoteCount;
}

/** A case that a court has, as the chain tells it. */
export interface Hearing extends HearingState {
  readonly market: string;
  /** The market's name for the case: a job's id. */
  readonly caseId: string;
  /** What there is to judge; the calls that move the case take it along. */
  readonly openedCase: OpenedCase;
  /** Unix time in seconds of the opening. */
  readonly openedAt: number;
  readonly openedBlock: number;
  /** Length of the market's list at that time: only these seats are ever drawn. */
  readonly seatCount: number;
  /** How many of them somebody held, or had left and not closed: an appeal needs 3n + 1. */
  readonly heldSeats: number;
  /** The block whose hash draws the panel. */
  readonly seedBlock: number;
  readonly deadlines: CourtDeadlines;
}

/** A seat's answer, and all that is needed to commit to it and to reveal it. Plain values: JSON can carry it. */
export interface PreparedVote {
  readonly court: string;
  readonly market: string;
  readonly caseId: string;
  /** The seat's place on the market's list. */
  readonly seat: number;
  /** True if the result is what the specification asks for. */
  readonly providerRight: boolean;
  /** What keeps the answer secret until it is revealed (32 bytes, 0x hex). Without it the vote cannot be revealed. */
  readonly salt: string;
  /** What the seat commits to (0x hex). */
  readonly commitment: string;
}
