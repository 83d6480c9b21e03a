import { encodeCall } from "../../chain/encodeCall.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { Offer } from "../../types/offer.ts";

/** What {@link cancelOffer} takes. */
export interface CancelOfferParameters extends WriteOptions {
  readonly offer: Offer;
}

/** What {@link cancelOffer} returns. */
export type CancelOfferReturnType = WriteReceipt;

/** What {@link cancelOffer} throws. */
export type CancelOfferErrorType = WriteErrorType;

/** Encodes {@link cancelOffer}. */
export function encodeCancelOffer(client: WattleClient, { offer }: CancelOfferParameters): TransactionCall {
  return encodeCall(client, "escrow", "cancelOffer", [offer]);
}

/**
 * Withdraws an offer for good, also one that was only signed. Jobs that it opened go on. For the provider's owner and
 * operators.
 *
 * @throws {@link OrderBookUnchangedError} when it is canceled already.
 * @throws Any other {@link CancelOfferErrorType}.
 *
 * @example
 * ```ts
 * import { cancelOffer } from "@wattle/sdk";
 *
 * await cancelOffer(client, { offer });
 * ```
 */
export async function cancelOffer(
  client: WattleClient,
  parameters: CancelOfferParameters,
): Promise<CancelOfferReturnType> {
  return (await sendCall(client, encodeCancelOffer(client, parameters), parameters)).receipt;
}
