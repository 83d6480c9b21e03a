import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";
import type { JobSlot } from "../../types/job.ts";
import { jobStateOf } from "../../types/jobState.ts";

/** What {@link getJobSlot} takes. */
export interface GetJobSlotParameters {
  readonly jobId: string;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link getJobSlot} returns. */
export type GetJobSlotReturnType = JobSlot;

/** What {@link getJobSlot} throws. */
export type GetJobSlotErrorType = ReadErrorType;

/**
 * Reads the one slot that the chain stores of a job: the cheapest look at its state.
 *
 * @throws Any {@link GetJobSlotErrorType}.
 *
 * @example
 * ```ts
 * import { getJobSlot } from "@wattle/sdk";
 *
 * const { state, steppedAt } = await getJobSlot(client, { jobId });
 * ```
 */
export async function getJobSlot(
  client: WattleClient,
  { jobId, signal }: GetJobSlotParameters,
): Promise<GetJobSlotReturnType> {
  const slot = await reading(client.contracts.escrow.jobOf(jobId), signal);
  return {
    state: jobStateOf(slot.state),
    caseOpened: slot.caseOpened,
    steppedAt: Number(slot.steppedAt),
    steppedBlock: Number(slot.steppedBlock),
    resultMark: slot.resultMark,
  };
}
