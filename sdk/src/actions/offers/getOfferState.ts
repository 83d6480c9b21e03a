import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";
import type { OrderState } from "../../types/offer.ts";

/** What {@link getOfferState} takes. */
export interface GetOfferStateParameters {
  /** The offer's EIP-712 digest: see {@link hashOffer}. */
  readonly orderHash: string;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link getOfferState} returns. */
export type GetOfferStateReturnType = OrderState;

/** What {@link getOfferState} throws. */
export type GetOfferStateErrorType = ReadErrorType;

/**
 * Reads what the market remembers of an offer; all zero and false for one that it never saw.
 *
 * @throws Any {@link GetOfferStateErrorType}.
 *
 * @example
 * ```ts
 * import { getOfferState, hashOffer } from "@wattle/sdk";
 *
 * const { filled, active } = await getOfferState(client, { orderHash: hashOffer(client, { offer }) });
 * ```
 */
export async function getOfferState(
  client: WattleClient,
  { orderHash, signal }: GetOfferStateParameters,
): Promise<GetOfferStateReturnType> {
  const state = await reading(client.contracts.escrow.orderStateOf(orderHash), signal);
  return {
    approved: state.approved,
    canceled: state.canceled,
    filled: Number(state.filled),
    active: Number(state.active),
  };
}
