import { encodeCall } from "../../chain/encodeCall.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { LeaseOffer } from "../../types/leaseOffer.ts";

/** What {@link cancelLeaseOffer} takes. */
export interface CancelLeaseOfferParameters extends WriteOptions {
  readonly offer: LeaseOffer;
}

/** What {@link cancelLeaseOffer} returns. */
export type CancelLeaseOfferReturnType = WriteReceipt;

/** What {@link cancelLeaseOffer} throws. */
export type CancelLeaseOfferErrorType = WriteErrorType;

/** Encodes {@link cancelLeaseOffer}. */
export function encodeCancelLeaseOffer(
  client: WattleClient,
  { offer }: CancelLeaseOfferParameters,
): TransactionCall {
  return encodeCall(client, "leases", "cancelOffer", [offer]);
}

/**
 * Withdraws an offer of leases for good, also one that was only signed. Leases that it opened go on. For the provider's
 * owner and operators.
 *
 * @throws {@link OrderBookUnchangedError} when it is canceled already.
 * @throws {@link OfferBookNotOperatorError} when the signer may not act for the provider.
 * @throws Any other {@link CancelLeaseOfferErrorType}.
 *
 * @example
 * ```ts
 * import { cancelLeaseOffer } from "@wattle/sdk";
 *
 * await cancelLeaseOffer(client, { offer });
 * ```
 */
export async function cancelLeaseOffer(
  client: WattleClient,
  parameters: CancelLeaseOfferParameters,
): Promise<CancelLeaseOfferReturnType> {
  return (await sendCall(client, encodeCancelLeaseOffer(client, parameters), parameters)).receipt;
}
