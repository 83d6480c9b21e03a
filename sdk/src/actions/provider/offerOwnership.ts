import { encodeCall } from "../../chain/encodeCall.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";

/** What {@link offerOwnership} takes. */
export interface OfferOwnershipParameters extends WriteOptions {
  /** The provider's id. */
  readonly provider: string;
  /** The address that may accept; the zero address withdraws the offer. */
  readonly pendingOwner: string;
}

/** What {@link offerOwnership} returns. */
export type OfferOwnershipReturnType = WriteReceipt;

/** What {@link offerOwnership} throws. */
export type OfferOwnershipErrorType = WriteErrorType;

/** Encodes {@link offerOwnership}. */
export function encodeOfferOwnership(
  client: WattleClient,
  { provider, pendingOwner }: OfferOwnershipParameters,
): TransactionCall {
  return encodeCall(client, "registry", "offerOwnership", [provider, pendingOwner]);
}

/**
 * Offers a provider to another owner, who takes it with `acceptOwnership`. Nothing changes until then. For its owner.
 *
 * @throws {@link ProviderRegistryNotOwnerError} when the signer does not own the provider.
 * @throws Any other {@link OfferOwnershipErrorType}.
 *
 * @example
 * ```ts
 * import { offerOwnership } from "@wattle/sdk";
 *
 * await offerOwnership(client, { provider, pendingOwner: newColdWallet });
 * ```
 */
export async function offerOwnership(
  client: WattleClient,
  parameters: OfferOwnershipParameters,
): Promise<OfferOwnershipReturnType> {
  return (await sendCall(client, encodeOfferOwnership(client, parameters), parameters)).receipt;
}
