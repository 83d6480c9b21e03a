import type { WorkerConfig } from "../config/workerConfig.ts";
import { describeDuty } from "../juror/describeDuty.ts";
import { dutiesOf } from "../juror/hearingDuty.ts";
import { StateMissingError } from "../store/errors.ts";
import { readState, type WorkerState } from "../store/openState.ts";
import { type Finding, ok, warning } from "./finding.ts";

/** Looks at what the drawn seats of a provider owe by its worker's own state, whether the worker runs or not. */
export function checkHearings({ juror, stateFolder }: WorkerConfig, nowSeconds: number): Finding[] {
  if (juror === null) return [];
  const state = stateOrNull(stateFolder);
  if (state === null) return [ok("hearings", "none; the worker has not run yet")];
  try {
    const live = state.hearings.live();
    const owed = live.flatMap((courtCase) =>
      state.hearings.seatsOf(courtCase).flatMap((seat) => dutiesOf(seat, courtCase.deadlines, nowSeconds)),
    );
    if (owed.length === 0) return [ok("hearings", `${live.length} followed, nothing is owed`)];
    const action = "Let the worker run until then: a seat that stays silent, or does not reveal, is charged.";
    return owed.map((duty) => warning("hearing", describeDuty(duty), action));
  } finally {
    state.close();
  }
}

function stateOrNull(folder: string): WorkerState | null {
  try {
    return readState(folder);
  } catch (error) {
    if (error instanceof StateMissingError) return null;
    throw error;
  }
}
