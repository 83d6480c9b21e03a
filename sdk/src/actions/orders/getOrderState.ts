import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { JobEscrow } from "../../contracts/JobEscrow.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";
import type { OrderState } from "../../types/orderState.ts";

/** What {@link getOrderState} takes. */
export interface GetOrderStateParameters {
  /** The order's EIP-712 digest: see {@link hashOffer}, {@link hashRequest} and {@link hashLeaseOffer}. */
  readonly orderHash: string;
  /** Whose order it is. Default: the market of batch jobs. */
  readonly market?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link getOrderState} returns. */
export type GetOrderStateReturnType = OrderState;

/** What {@link getOrderState} throws. */
export type GetOrderStateErrorType = ReadErrorType;

/**
 * Reads what the market remembers of an offer or a request; all zero and false for one that it never saw.
 *
 * @throws Any {@link GetOrderStateErrorType}.
 *
 * @example
 * ```ts
 * import { getOrderState, hashOffer } from "@wattle/sdk";
 *
 * const { filled, active } = await getOrderState(client, { orderHash: hashOffer(client, { offer }) });
 * ```
 */
export async function getOrderState(
  client: WattleClient,
  { orderHash, market = client.deployment.contracts.jobEscrow, signal }: GetOrderStateParameters,
): Promise<GetOrderStateReturnType> {
  // Every market has the book's functions.
  const book = client.contracts.escrow.attach(market) as JobEscrow;
  const state = await reading(book.orderStateOf(orderHash), signal);
  return {
    approved: state.approved,
    canceled: state.canceled,
    filled: Number(state.filled),
    active: Number(state.active),
  };
}
