import { naming } from "../../chain/naming.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import { courtInterface, marketOfCourt, type OpenHearing } from "./courtAt.ts";
import { findCourtEvents } from "./decodeCourtEvent.ts";

/** What {@link drawPanel} takes. */
export interface DrawPanelParameters extends OpenHearing, WriteOptions {}

/** A seat that came out of a draw. */
export interface DrawnSeat {
  /** Its place in the panel, from 0. */
  readonly place: number;
  /** Its place on the market's list. */
  readonly seat: number;
  /** The provider's id. */
  readonly juror: string;
}

/** What {@link drawPanel} returns. */
export interface DrawPanelReturnType extends WriteReceipt {
  /** In the order of their places. */
  readonly panel: readonly DrawnSeat[];
}

/** What {@link drawPanel} throws. */
export type DrawPanelErrorType = WriteErrorType;

/** Encodes {@link drawPanel}. */
export function encodeDrawPanel(client: WattleClient, parameters: OpenHearing): TransactionCall {
  const { court, openedCase } = parameters;
  const market = marketOfCourt(client, parameters);
  return { to: court, data: naming(() => courtInterface().encodeFunctionData("draw", [market, openedCase])) };
}

/**
 * Draws the panel whose turn it is, the first or that of the appeal. For anyone, once the block of the seed has come and
 * until the draw's deadline; whoever calls draws the same seats. Does nobody call in time, the case ends without a
 * ruling, or as first ruled.
 *
 * @throws {@link SlashingCourtNoSeedError} when the block of the seed has not come, or is more than 8,191 blocks old.
 * @throws {@link SlashingCourtTooFewSeatsError} when too few of the list's seats can serve this case now, or too
 * many of them serve other cases.
 * @throws {@link CourtVotesUnexpectedStageError} when no draw is due.
 * @throws Any other {@link DrawPanelErrorType}.
 *
 * @example
 * ```ts
 * import { drawPanel, getHearing } from "@wattle/sdk";
 *
 * const { openedCase } = await getHearing(client, { court, caseId: jobId });
 * const { panel } = await drawPanel(client, { court, openedCase });
 * ```
 */
export async function drawPanel(
  client: WattleClient,
  parameters: DrawPanelParameters,
): Promise<DrawPanelReturnType> {
  const { receipt, logs } = await sendCall(client, encodeDrawPanel(client, parameters), parameters);
  const drawn = findCourtEvents(parameters.court, logs, "seat-drawn");
  return { ...receipt, panel: drawn.map(({ place, seat, juror }) => ({ place, seat, juror })) };
}
