import { encodeCall } from "../../chain/encodeCall.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { Offer } from "../../types/offer.ts";
import { hashOffer } from "./hashOffer.ts";

/** What {@link publishOffer} takes. */
export interface PublishOfferParameters extends WriteOptions {
  readonly offer: Offer;
}

/** What {@link publishOffer} returns. */
export interface PublishOfferReturnType extends WriteReceipt {
  /** The EIP-712 digest, which names the offer in the market. */
  readonly orderHash: string;
}

/** What {@link publishOffer} throws. */
export type PublishOfferErrorType = WriteErrorType;

/** Encodes {@link publishOffer}. */
export function encodePublishOffer(client: WattleClient, { offer }: PublishOfferParameters): TransactionCall {
  return encodeCall(client, "escrow", "publishOffer", [offer]);
}

/**
 * Publishes an offer on chain, where everybody finds it and nobody can censor it. For the provider's owner, and its
 * operators within the owner's bounds.
 *
 * @throws {@link OrderOutOfBoundsError} when one of its fields is.
 * @throws {@link OfferBookCannotPromiseError} when the signer may not promise it.
 * @throws Any other {@link PublishOfferErrorType}.
 *
 * @example
 * ```ts
 * import { prepareOffer, publishOffer } from "@wattle/sdk";
 *
 * const offer = await prepareOffer(client, { provider, token, ratePerSecond: 1_000n, collateral: 10n ** 18n });
 * const { orderHash } = await publishOffer(client, { offer });
 * ```
 */
export async function publishOffer(
  client: WattleClient,
  parameters: PublishOfferParameters,
): Promise<PublishOfferReturnType> {
  const { receipt } = await sendCall(client, encodePublishOffer(client, parameters), parameters);
  return { ...receipt, orderHash: hashOffer(client, parameters) };
}
