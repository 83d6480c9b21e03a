import { encodeCall } from "../../chain/encodeCall.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { Profile } from "../../types/provider.ts";

/** What {@link updateProfile} takes. */
export interface UpdateProfileParameters extends Profile, WriteOptions {
  /** The provider's id. */
  readonly provider: string;
}

/** What {@link updateProfile} returns. */
export type UpdateProfileReturnType = WriteReceipt;

/** What {@link updateProfile} throws. */
export type UpdateProfileErrorType = WriteErrorType;

/** Encodes {@link updateProfile}. */
export function encodeUpdateProfile(
  client: WattleClient,
  parameters: UpdateProfileParameters,
): TransactionCall {
  const { provider, payout, encryptionKey, endpoint } = parameters;
  return encodeCall(client, "registry", "updateProfile", [provider, { payout, encryptionKey, endpoint }]);
}

/**
 * Replaces a provider's profile. Jobs that open from now on pay the new payout address. For the provider's owner.
 *
 * @throws {@link ProviderRegistryNotOwnerError} when the signer does not own the provider.
 * @throws Any other {@link UpdateProfileErrorType}.
 *
 * @example
 * ```ts
 * import { updateProfile } from "@wattle/sdk";
 *
 * await updateProfile(client, { provider, payout, encryptionKey, endpoint: "https://new-relay.example" });
 * ```
 */
export async function updateProfile(
  client: WattleClient,
  parameters: UpdateProfileParameters,
): Promise<UpdateProfileReturnType> {
  return (await sendCall(client, encodeUpdateProfile(client, parameters), parameters)).receipt;
}
