import type { HearingEvent } from "../events/workerEvent.ts";
import { type HearingRecord, isToldStep } from "./hearingRecord.ts";

/** What is told of a drawn seat: its answer only when nobody can use it any more. */
export function hearingEvent(
  record: Pick<HearingRecord, "court" | "caseId" | "seat" | "isAppeal" | "step" | "providerRight" | "reason">,
): HearingEvent {
  const { court, caseId, seat, isAppeal, step } = record;
  const isTold = isToldStep(step);
  return {
    event: "hearing",
    ...{ court, caseId, seat, isAppeal, step },
    providerRight: isTold ? record.providerRight : null,
    reason: isTold ? record.reason : null,
  };
}
