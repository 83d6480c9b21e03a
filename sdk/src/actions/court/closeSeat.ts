import { naming } from "../../chain/naming.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import { courtInterface, type CourtName, marketOfCourt } from "./courtAt.ts";
import { findCourtEvent } from "./decodeCourtEvent.ts";

/** What {@link closeSeat} takes. */
export interface CloseSeatParameters extends CourtName, WriteOptions {
  /** Its place on the market's list. */
  readonly seat: number;
}

/** What {@link closeSeat} returns. */
export interface CloseSeatReturnType extends WriteReceipt {
  /** Base units of the stake token that the court holds no more: what was left of the seat. */
  readonly released: bigint;
}

/** What {@link closeSeat} throws. */
export type CloseSeatErrorType = WriteErrorType;

/** Encodes {@link closeSeat}. */
export function encodeCloseSeat(client: WattleClient, parameters: CloseSeatParameters): TransactionCall {
  const { court, seat } = parameters;
  const market = marketOfCourt(client, parameters);
  return { to: court, data: naming(() => courtInterface().encodeFunctionData("closeSeat", [market, seat])) };
}

/**
 * Releases the stake of a seat that was left, less what it was charged. For anyone, once the time has come and every
 * case that drew the seat is finished.
 *
 * @throws {@link CourtSeatsTooEarlyError} when the seat was not left for long enough, or not at all.
 * @throws {@link CourtSeatsOnPanelError} while a case that drew it is not finished: finish it with `finishCase`.
 * @throws {@link CourtSeatsNoSeatError} when nobody holds the seat.
 * @throws Any other {@link CloseSeatErrorType}.
 *
 * @example
 * ```ts
 * import { closeSeat } from "@wattle/sdk";
 *
 * const { released } = await closeSeat(client, { court, seat });
 * ```
 */
export async function closeSeat(
  client: WattleClient,
  parameters: CloseSeatParameters,
): Promise<CloseSeatReturnType> {
  const { receipt, logs } = await sendCall(client, encodeCloseSeat(client, parameters), parameters);
  return { ...receipt, released: findCourtEvent(parameters.court, logs, "seat-closed").released };
}
