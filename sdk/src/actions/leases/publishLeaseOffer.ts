import { encodeCall } from "../../chain/encodeCall.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { LeaseOffer } from "../../types/leaseOffer.ts";
import { hashLeaseOffer } from "./hashLeaseOffer.ts";

/** What {@link publishLeaseOffer} takes. */
export interface PublishLeaseOfferParameters extends WriteOptions {
  readonly offer: LeaseOffer;
}

/** What {@link publishLeaseOffer} returns. */
export interface PublishLeaseOfferReturnType extends WriteReceipt {
  /** The EIP-712 digest, which names the offer in the market. */
  readonly orderHash: string;
}

/** What {@link publishLeaseOffer} throws. */
export type PublishLeaseOfferErrorType = WriteErrorType;

/** Encodes {@link publishLeaseOffer}. */
export function encodePublishLeaseOffer(
  client: WattleClient,
  { offer }: PublishLeaseOfferParameters,
): TransactionCall {
  return encodeCall(client, "leases", "publishOffer", [offer]);
}

/**
 * Publishes an offer of leases on chain, where everybody finds it and nobody can censor it. For the provider's owner,
 * and its operators within the owner's bounds for the token and no adjudicator.
 *
 * @throws {@link OrderOutOfBoundsError} when one of its fields is.
 * @throws {@link OfferBookCannotPromiseError} when the signer may not promise it.
 * @throws Any other {@link PublishLeaseOfferErrorType}.
 *
 * @example
 * ```ts
 * import { prepareLeaseOffer, publishLeaseOffer } from "@wattle/sdk";
 *
 * const offer = await prepareLeaseOffer(client, { provider, token, ratePerSecond: 1_000n, machineId });
 * const { orderHash } = await publishLeaseOffer(client, { offer });
 * ```
 */
export async function publishLeaseOffer(
  client: WattleClient,
  parameters: PublishLeaseOfferParameters,
): Promise<PublishLeaseOfferReturnType> {
  const { receipt } = await sendCall(client, encodePublishLeaseOffer(client, parameters), parameters);
  return { ...receipt, orderHash: hashLeaseOffer(client, parameters) };
}
