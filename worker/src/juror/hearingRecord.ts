import type { CourtDeadlines, OpenedCase } from "@wattle/sdk";

/**
 * How far the worker has come with a seat that was drawn.
 *
 * The way of one that goes well: `drawn`, `judged` (the answer is on disk), `committed`, `revealed` (the chain has it),
 * `finished` (the seat is paid, charged and free). The other ways: `missed` (a window closed before, or a key that this
 * worker does not have committed for the seat), `gone` (the chain took the draw back).
 */
export const HEARING_STEPS = [
  "drawn",
  "judged",
  "committed",
  "revealed",
  "missed",
  "finished",
  "gone",
] as const;

/** How far the worker has come with a seat that was drawn: see {@link HEARING_STEPS}. */
export type HearingStep = (typeof HEARING_STEPS)[number];

/** Whether a step says that the panel's time to commit is over, so that its reasons may be told. */
export function isToldStep(step: HearingStep): boolean {
  return step === "revealed" || step === "missed" || step === "finished";
}

/** Which case of which court. */
export interface CaseName {
  readonly court: string;
  /** A job's id. */
  readonly caseId: string;
}

/** A case that the worker follows: one that drew a seat of it, or that waits to be drawn. */
export interface CourtCaseRecord extends CaseName {
  /** Whose case it is. */
  readonly market: string;
  readonly openedCase: OpenedCase;
  readonly openedBlock: number;
  readonly deadlines: CourtDeadlines;
}

/** A drawn seat of the worker's provider, as it is remembered across restarts. */
export interface HearingRecord extends CaseName {
  /** Its place on the market's list. */
  readonly seat: number;
  /** Its place in the panel. */
  readonly place: number;
  readonly isAppeal: boolean;
  readonly step: HearingStep;
  /** The answer; null before there is one. Nobody may be shown it before the panel's time to commit is over. */
  readonly providerRight: boolean | null;
  /** What hides the answer until it is revealed (0x hex); null before there is one. Never to be shown. */
  readonly salt: string | null;
  /** Why the answer is what it is; as secret as the answer. */
  readonly reason: string | null;
}

/** What makes a case the same one. */
export const caseKeyOf = ({ court, caseId }: CaseName): string => `${court}:${caseId}`;
