import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import { HearingHistoryUnavailableError, type HearingNotFoundError } from "../../errors/courtErrors.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";
import type { Hearing } from "../../types/court.ts";
import type { HearingName } from "./courtAt.ts";
import { decodeCourtEvent } from "./decodeCourtEvent.ts";
import { courtLogFilter } from "./getCourtEvents.ts";
import { readHearing } from "./readHearing.ts";

/** What {@link getHearing} takes. */
export interface GetHearingParameters extends HearingName {
  readonly signal?: AbortSignal | undefined;
}

/** What {@link getHearing} returns. */
export type GetHearingReturnType = Hearing;

/** What {@link getHearing} throws. */
export type GetHearingErrorType = ReadErrorType | HearingNotFoundError | HearingHistoryUnavailableError;

/**
 * Reads where a case stands with a slashing court: its stage and deadlines, its panels and votes, the ruling, and the
 * case itself from the event of its opening. Once it is finished, panels and votes stand in the events only:
 * `getCourtEvents`.
 *
 * @throws {@link HearingNotFoundError} when the court has no such case.
 * @throws {@link HearingHistoryUnavailableError} when the endpoint does not have the opening's log.
 * @throws Any other {@link GetHearingErrorType}.
 *
 * @example
 * ```ts
 * import { getHearing } from "@wattle/sdk";
 *
 * const { stage, panel, deadlines } = await getHearing(client, { court, caseId: jobId });
 * ```
 */
export async function getHearing(
  client: WattleClient,
  parameters: GetHearingParameters,
): Promise<GetHearingReturnType> {
  const { court, signal } = parameters;
  const stored = await readHearing(client, parameters, signal);
  const { caseId, market, openedBlock } = stored;
  const filter = courtLogFilter(client, { court, market, caseId, types: ["case-opened"] });
  const [log] = await reading(
    client.provider.getLogs({ ...filter, fromBlock: openedBlock, toBlock: openedBlock }),
    signal,
  );
  const opened = log === undefined ? null : decodeCourtEvent(court, log);
  if (opened?.type !== "case-opened") throw new HearingHistoryUnavailableError(caseId, openedBlock);
  return { ...stored, openedCase: opened.openedCase };
}
