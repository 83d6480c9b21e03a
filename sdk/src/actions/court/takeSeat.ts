import { naming } from "../../chain/naming.ts";
import { reading } from "../../chain/reading.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import { SeatNotBackedError } from "../../errors/courtErrors.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import { ProviderNotFoundError } from "../../errors/providerErrors.ts";
import { getStake } from "../staking/getStake.ts";
import { courtAt, courtInterface, type CourtName, marketOfCourt } from "./courtAt.ts";
import { findCourtEvent } from "./decodeCourtEvent.ts";

/** What {@link encodeTakeSeat} takes. */
export interface EncodeTakeSeatParameters extends CourtName {
  /** Who is to judge: a provider's id. */
  readonly juror: string;
}

/** What {@link takeSeat} takes. */
export interface TakeSeatParameters extends CourtName, WriteOptions {
  /** Who is to judge: a provider's id. */
  readonly juror: string;
}

/** What {@link takeSeat} returns. */
export interface TakeSeatReturnType extends WriteReceipt {
  /** The seat's place on the market's list: keep it. */
  readonly seat: number;
}

/** What {@link takeSeat} throws. */
export type TakeSeatErrorType = WriteErrorType | ProviderNotFoundError | SeatNotBackedError;

/** Encodes {@link takeSeat}. */
export function encodeTakeSeat(client: WattleClient, parameters: EncodeTakeSeatParameters): TransactionCall {
  const { court, juror } = parameters;
  const market = marketOfCourt(client, parameters);
  return { to: court, data: naming(() => courtInterface().encodeFunctionData("takeSeat", [market, juror])) };
}

/**
 * Makes a provider a juror of a market's cases: it gets a place that is free again, or else the one behind the list's
 * end, and locks the seat's stake. A provider may take as many as it can back; cases that open in a later second can draw
 * them. For the provider's owner, who lets the court lock stake with `authorizeService` before.
 *
 * @throws {@link ProviderNotFoundError} when there is no such provider.
 * @throws {@link SeatNotBackedError} when the court may not lock what a seat needs.
 * @throws {@link CourtSeatsNotOwnerError} when the signer does not own the provider.
 * @throws Any other {@link TakeSeatErrorType}.
 *
 * @example
 * ```ts
 * import { authorizeService, getCourtRules, takeSeat } from "@wattle/sdk";
 *
 * const { seatCollateral } = await getCourtRules(client, { court });
 * await authorizeService(client, { provider, service: court, limit: seatCollateral });
 * const { seat } = await takeSeat(client, { court, juror: provider });
 * ```
 */
export async function takeSeat(
  client: WattleClient,
  parameters: TakeSeatParameters,
): Promise<TakeSeatReturnType> {
  const { court, juror, signal } = parameters;
  const contract = courtAt(client, court);
  const [{ authEpoch }, { authorization }, needed] = await Promise.all([
    reading(client.contracts.registry.standingOf(juror), signal),
    getStake(client, { provider: juror, service: court, signal }),
    reading(contract.seatCollateral(), signal),
  ]);
  if (authEpoch === 0n) throw new ProviderNotFoundError(juror);
  const { available } = authorization;
  if (available < needed) throw new SeatNotBackedError(juror, court, available, needed);
  const { receipt, logs } = await sendCall(client, encodeTakeSeat(client, parameters), parameters);
  return { ...receipt, seat: findCourtEvent(court, logs, "seat-taken").seat };
}
