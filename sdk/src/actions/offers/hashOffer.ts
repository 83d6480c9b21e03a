import type { WattleClient } from "../../client/wattleClient.ts";
import type { Offer } from "../../types/offer.ts";
import { hashOrder } from "../orders/orderTypedData.ts";

/** What {@link hashOffer} takes. */
export interface HashOfferParameters {
  readonly offer: Offer;
}

/** What {@link hashOffer} returns: the EIP-712 digest (0x hex). */
export type HashOfferReturnType = string;

/**
 * The EIP-712 digest of an offer: what its maker signs, and what names it in the market. It asks nothing of the chain.
 *
 * @throws {@link InvalidArgumentError} when a field is none of its type, as a misspelled address.
 *
 * @example
 * ```ts
 * import { hashOffer } from "@wattle/sdk";
 *
 * const orderHash = hashOffer(client, { offer });
 * ```
 */
export function hashOffer(client: WattleClient, { offer }: HashOfferParameters): HashOfferReturnType {
  return hashOrder(client, "Offer", offer);
}
