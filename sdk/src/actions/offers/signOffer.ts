import type { WattleClient } from "../../client/wattleClient.ts";
import type { SignErrorType } from "../../errors/errorTypes.ts";
import type { RpcErrorType } from "../../errors/rpcErrors.ts";
import type { Offer, SignedOffer } from "../../types/offer.ts";
import { signOrder } from "../orders/orderTypedData.ts";
import { hashOffer } from "./hashOffer.ts";

/** What {@link signOffer} takes. */
export interface SignOfferParameters {
  /** `prepareOffer` fills in what is usual. */
  readonly offer: Offer;
}

/** What {@link signOffer} returns. */
export interface SignOfferReturnType extends SignedOffer {
  /** The EIP-712 digest, which names the offer in the market. */
  readonly orderHash: string;
}

/** What {@link signOffer} throws. */
export type SignOfferErrorType = SignErrorType | RpcErrorType;

/**
 * Signs an offer (EIP-712). It costs nothing and is valid wherever it is shown. For the provider's owner, and its
 * operators within the owner's bounds.
 *
 * @throws {@link MissingSignerError} when the client has no signer.
 * @throws {@link UserRejectedError} when the user says no in the wallet.
 *
 * @example
 * ```ts
 * import { prepareOffer, signOffer } from "@wattle/sdk";
 *
 * const offer = await prepareOffer(client, { provider, token, ratePerSecond: 1_000n, collateral: 10n ** 18n });
 * const { signature } = await signOffer(client, { offer });
 * ```
 */
export async function signOffer(
  client: WattleClient,
  { offer }: SignOfferParameters,
): Promise<SignOfferReturnType> {
  const signature = await signOrder(client, "Offer", offer);
  return { offer, signature, orderHash: hashOffer(client, { offer }) };
}
