import { encodeCall } from "../../chain/encodeCall.ts";
import { findEvents } from "../../chain/findEvent.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import { EventMissingError } from "../../errors/clientErrors.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import { encodeSetOperator } from "./setOperator.ts";

/** What {@link acceptOwnership} takes. */
export interface AcceptOwnershipParameters extends WriteOptions {
  /** The provider's id. */
  readonly provider: string;
  /** Operators of the old owner's to remove in the same transaction: `getOperators` lists them. Default: none. */
  readonly removeOperators?: readonly string[];
}

/** What {@link acceptOwnership} returns. */
export interface AcceptOwnershipReturnType extends WriteReceipt {
  /** The epoch that offers must carry from now on. */
  readonly authEpoch: number;
}

/** What {@link acceptOwnership} throws. */
export type AcceptOwnershipErrorType = WriteErrorType | EventMissingError;

/** Encodes {@link acceptOwnership}. */
export function encodeAcceptOwnership(
  client: WattleClient,
  { provider, removeOperators = [] }: AcceptOwnershipParameters,
): TransactionCall {
  const accept = encodeCall(client, "registry", "acceptOwnership", [provider]);
  if (removeOperators.length === 0) return accept;
  const removals = removeOperators.map((operator) =>
    encodeSetOperator(client, { provider, operator, allowed: false }),
  );
  return encodeCall(client, "registry", "multicall", [[accept, ...removals].map(({ data }) => data)]);
}

/**
 * Takes over a provider that was offered to the signer. Offers that were signed before lose their force, but the old
 * owner's operators stay allowed, their bounds, the profile with its payout address and the stake's authorizations stay
 * as they are: name the operators to remove, then set the rest anew with `setOperatorBound`, `updateProfile` and
 * `authorizeService`.
 *
 * @throws {@link ProviderRegistryNotPendingOwnerError} when the provider was not offered to the signer.
 * @throws {@link ProviderRegistryOperatorUnchangedError} when one to remove is no operator.
 * @throws Any other {@link AcceptOwnershipErrorType}.
 *
 * @example
 * ```ts
 * import { acceptOwnership, getOperators } from "@wattle/sdk";
 *
 * const { operators } = await getOperators(client, { provider });
 * await acceptOwnership(client, { provider, removeOperators: operators });
 * ```
 */
export async function acceptOwnership(
  client: WattleClient,
  parameters: AcceptOwnershipParameters,
): Promise<AcceptOwnershipReturnType> {
  const call = encodeAcceptOwnership(client, parameters);
  const { receipt, logs } = await sendCall(client, call, parameters);
  // Each removal raises the epoch once more.
  const last = findEvents(client, "registry", logs, "AuthEpochRaised").at(-1);
  if (last === undefined) throw new EventMissingError(call.to, "AuthEpochRaised");
  return { ...receipt, authEpoch: last.authEpoch };
}
