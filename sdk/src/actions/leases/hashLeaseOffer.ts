import type { WattleClient } from "../../client/wattleClient.ts";
import type { LeaseOffer } from "../../types/leaseOffer.ts";
import { hashOrder } from "../orders/orderTypedData.ts";

/** What {@link hashLeaseOffer} takes. */
export interface HashLeaseOfferParameters {
  readonly offer: LeaseOffer;
}

/** What {@link hashLeaseOffer} returns: the EIP-712 digest (0x hex). */
export type HashLeaseOfferReturnType = string;

/**
 * The EIP-712 digest of an offer of leases: what its maker signs, and what names it in the market. It asks nothing of
 * the chain.
 *
 * @throws {@link InvalidArgumentError} when a field is none of its type, as a misspelled address.
 *
 * @example
 * ```ts
 * import { hashLeaseOffer } from "@wattle/sdk";
 *
 * const orderHash = hashLeaseOffer(client, { offer });
 * ```
 */
export function hashLeaseOffer(
  client: WattleClient,
  { offer }: HashLeaseOfferParameters,
): HashLeaseOfferReturnType {
  return hashOrder(client, "LeaseOffer", offer);
}
