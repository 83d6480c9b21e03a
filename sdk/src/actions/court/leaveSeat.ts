import { naming } from "../../chain/naming.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import { courtInterface, type CourtName, marketOfCourt } from "./courtAt.ts";
import { findCourtEvent } from "./decodeCourtEvent.ts";

/** What {@link leaveSeat} takes. */
export interface LeaveSeatParameters extends CourtName, WriteOptions {
  /** Its place on the market's list. */
  readonly seat: number;
}

/** What {@link leaveSeat} returns. */
export interface LeaveSeatReturnType extends WriteReceipt {
  /** Unix time in seconds of the chain from which `closeSeat` releases the stake. */
  readonly closableAt: number;
}

/** What {@link leaveSeat} throws. */
export type LeaveSeatErrorType = WriteErrorType;

/** Encodes {@link leaveSeat}. */
export function encodeLeaveSeat(client: WattleClient, parameters: LeaveSeatParameters): TransactionCall {
  const { court, seat } = parameters;
  const market = marketOfCourt(client, parameters);
  return { to: court, data: naming(() => courtInterface().encodeFunctionData("leaveSeat", [market, seat])) };
}

/**
 * Leaves a seat: no case that opens from now on draws it. Cases that are open still may, and their votes are still due.
 * For the owner of the seat's provider.
 *
 * @throws {@link CourtSeatsNoSeatError} when nobody holds the seat.
 * @throws {@link CourtSeatsNotOwnerError} when the signer does not own its provider.
 * @throws {@link CourtSeatsAlreadyLeftError} when it was left before.
 * @throws Any other {@link LeaveSeatErrorType}.
 *
 * @example
 * ```ts
 * import { leaveSeat } from "@wattle/sdk";
 *
 * const { closableAt } = await leaveSeat(client, { court, seat });
 * ```
 */
export async function leaveSeat(
  client: WattleClient,
  parameters: LeaveSeatParameters,
): Promise<LeaveSeatReturnType> {
  const { receipt, logs } = await sendCall(client, encodeLeaveSeat(client, parameters), parameters);
  return { ...receipt, closableAt: findCourtEvent(parameters.court, logs, "seat-left").closableAt };
}
