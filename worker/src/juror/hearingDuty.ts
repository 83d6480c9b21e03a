import type { CourtDeadlines } from "@wattle/sdk";
import type { CaseName, HearingRecord } from "./hearingRecord.ts";

/** Something that a drawn seat still owes its court. */
export interface HearingDuty extends CaseName {
  readonly seat: number;
  readonly isAppeal: boolean;
  readonly duty: "commit" | "reveal";
  /** From when it can be done, Unix seconds of the chain. */
  readonly from: number;
  /** Until when. */
  readonly until: number;
}

/** A duty of a worker that is being stopped. */
export interface StopDuty extends HearingDuty {
  /** Whether the worker stays until it is done; otherwise it must be back between `from` and `until`. */
  readonly isAwaited: boolean;
}

/** What makes a duty the same one. */
export const dutyKeyOf = ({ court, caseId, seat, duty }: HearingDuty): string =>
  [court, caseId, seat, duty].join(":");

/**
 * What a drawn seat still owes by the worker's own record, in order.
 *
 * @param now Unix seconds of the chain.
 */
export function dutiesOf(
  record: Pick<HearingRecord, "court" | "caseId" | "seat" | "isAppeal" | "step">,
  deadlines: CourtDeadlines,
  now: number,
): HearingDuty[] {
  const { court, caseId, seat, isAppeal, step } = record;
  const [commitUntil, revealUntil] = isAppeal
    ? [deadlines.appealCommitUntil, deadlines.appealRevealUntil]
    : [deadlines.commitUntil, deadlines.revealUntil];
  const of = { court, caseId, seat, isAppeal };
  const commit: HearingDuty = { ...of, duty: "commit", from: now, until: commitUntil };
  const reveal: HearingDuty = { ...of, duty: "reveal", from: commitUntil + 1, until: revealUntil };
  switch (step) {
    case "drawn":
    case "judged":
      // Who has not committed has nothing to reveal.
      return now <= commitUntil ? [commit, reveal] : [];
    case "committed":
      return now <= revealUntil ? [reveal] : [];
    default:
      return [];
  }
}
