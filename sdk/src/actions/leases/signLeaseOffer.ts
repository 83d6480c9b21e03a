import type { WattleClient } from "../../client/wattleClient.ts";
import type { SignErrorType } from "../../errors/errorTypes.ts";
import type { RpcErrorType } from "../../errors/rpcErrors.ts";
import type { LeaseOffer, SignedLeaseOffer } from "../../types/leaseOffer.ts";
import { signOrder } from "../orders/orderTypedData.ts";
import { hashLeaseOffer } from "./hashLeaseOffer.ts";

/** What {@link signLeaseOffer} takes. */
export interface SignLeaseOfferParameters {
  /** `prepareLeaseOffer` fills in what is usual. */
  readonly offer: LeaseOffer;
}

/** What {@link signLeaseOffer} returns. */
export interface SignLeaseOfferReturnType extends SignedLeaseOffer {
  /** The EIP-712 digest, which names the offer in the market. */
  readonly orderHash: string;
}

/** What {@link signLeaseOffer} throws. */
export type SignLeaseOfferErrorType = SignErrorType | RpcErrorType;

/**
 * Signs an offer of leases (EIP-712). It costs nothing and is valid wherever it is shown. For the provider's owner, and
 * its operators within the owner's bounds.
 *
 * @throws {@link MissingSignerError} when the client has no signer.
 * @throws {@link UserRejectedError} when the user says no in the wallet.
 *
 * @example
 * ```ts
 * import { prepareLeaseOffer, signLeaseOffer } from "@wattle/sdk";
 *
 * const offer = await prepareLeaseOffer(client, { provider, token, ratePerSecond: 1_000n, machineId });
 * const { signature } = await signLeaseOffer(client, { offer });
 * ```
 */
export async function signLeaseOffer(
  client: WattleClient,
  { offer }: SignLeaseOfferParameters,
): Promise<SignLeaseOfferReturnType> {
  const signature = await signOrder(client, "LeaseOffer", offer);
  return { offer, signature, orderHash: hashLeaseOffer(client, { offer }) };
}
