import type { OpenedCase, Ruling } from "./case.ts";
import type { SeatFault } from "./court.ts";
import type { EventPosition } from "./escrowEvent.ts";

interface CourtEventBase extends EventPosition {
  readonly market: string;
}

interface CaseEventBase extends CourtEventBase {
  /** The market's name for the case: a job's id. */
  readonly caseId: string;
}

/** A provider became a juror. */
export interface SeatTakenEvent extends CourtEventBase {
  readonly type: "seat-taken";
  readonly seat: number;
  /** The provider's id. */
  readonly juror: string;
}

/** A juror left its seat; cases that were open may still draw it. */
export interface SeatLeftEvent extends CourtEventBase {
  readonly type: "seat-left";
  readonly seat: number;
  /** The provider's id. */
  readonly juror: string;
  /** Unix time in seconds from which its stake can be released. */
  readonly closableAt: number;
}

/** A seat's stake is free again. */
export interface SeatClosedEvent extends CourtEventBase {
  readonly type: "seat-closed";
  readonly seat: number;
  /** The provider's id. */
  readonly juror: string;
  /** Base units of the stake token. */
  readonly released: bigint;
}

/** A market handed over a case. */
export interface CourtCaseOpenedEvent extends CaseEventBase {
  readonly type: "case-opened";
  readonly openedCase: OpenedCase;
  /** Length of the market's list: the seats below are those that can be drawn. */
  readonly seatCount: number;
  /** The block whose hash draws the panel. */
  readonly seedBlock: number;
}

/** A seat was drawn. */
export interface SeatDrawnEvent extends CaseEventBase {
  readonly type: "seat-drawn";
  readonly seat: number;
  /** The provider's id. */
  readonly juror: string;
  /** Its place in the panel, from 0. */
  readonly place: number;
  readonly isAppeal: boolean;
}

/** A juror decided, in secret. */
export interface VoteCommittedEvent extends CaseEventBase {
  readonly type: "vote-committed";
  readonly seat: number;
  /** 0x hex. */
  readonly commitment: string;
}

/** A juror said what it decided. */
export interface VoteRevealedEvent extends CaseEventBase {
  readonly type: "vote-revealed";
  readonly seat: number;
  readonly providerRight: boolean;
}

/** A party does not accept the first ruling. */
export interface RulingAppealedEvent extends CaseEventBase {
  readonly type: "ruling-appealed";
  readonly appellant: string;
  /** Base units of the fee token. */
  readonly fee: bigint;
  /** The block whose hash draws the panel of the appeal. */
  readonly seedBlock: number;
}

/** The client conceded while votes could still be committed. */
export interface CourtCaseConcededEvent extends CaseEventBase {
  readonly type: "case-conceded";
}

/** A seat earned its fee. */
export interface SeatPaidEvent extends CaseEventBase {
  readonly type: "seat-paid";
  readonly seat: number;
  /** The provider's id. */
  readonly juror: string;
  /** Whose claim in the vault rose. */
  readonly payout: string;
  /** Base units of the fee token. */
  readonly fee: bigint;
}

/** A seat lost stake, all of which is burned. */
export interface SeatPenalizedEvent extends CaseEventBase {
  readonly type: "seat-penalized";
  readonly seat: number;
  /** The provider's id. */
  readonly juror: string;
  readonly fault: SeatFault;
  /** Base units of the stake token. */
  readonly slashed: bigint;
}

/** All is settled. */
export interface CaseFinishedEvent extends CaseEventBase {
  readonly type: "case-finished";
  /** The final answer; `none` if there is none. */
  readonly ruling: Ruling;
  /** Base units of the dispute's fee that the client got back. */
  readonly clientFee: bigint;
  /** Base units of the appeal's fee that the appellant got back. */
  readonly appellantFee: bigint;
  /** Base units of the appeal's fee that nobody has any more. */
  readonly burnedFee: bigint;
}

/** Anything that a slashing court tells. */
export type CourtEvent =
  | SeatTakenEvent
  | SeatLeftEvent
  | SeatClosedEvent
  | CourtCaseOpenedEvent
  | SeatDrawnEvent
  | VoteCommittedEvent
  | VoteRevealedEvent
  | RulingAppealedEvent
  | CourtCaseConcededEvent
  | SeatPaidEvent
  | SeatPenalizedEvent
  | CaseFinishedEvent;

/** What kind of event. */
export type CourtEventType = CourtEvent["type"];
