import { findEvent } from "../../chain/findEvent.ts";
import { encodeCall } from "../../chain/encodeCall.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";

/** What {@link raiseAuthEpoch} takes. */
export interface RaiseAuthEpochParameters extends WriteOptions {
  /** The provider's id. */
  readonly provider: string;
}

/** What {@link raiseAuthEpoch} returns. */
export interface RaiseAuthEpochReturnType extends WriteReceipt {
  /** The epoch that offers must carry from now on. */
  readonly authEpoch: number;
}

/** What {@link raiseAuthEpoch} throws. */
export type RaiseAuthEpochErrorType = WriteErrorType;

/** Encodes {@link raiseAuthEpoch}. */
export function encodeRaiseAuthEpoch(
  client: WattleClient,
  { provider }: RaiseAuthEpochParameters,
): TransactionCall {
  return encodeCall(client, "registry", "raiseAuthEpoch", [provider]);
}

/**
 * Voids every offer signed or published so far for a provider, in every market. For its owner and operators.
 *
 * @throws {@link ProviderRegistryNotOperatorError} when the signer is neither.
 * @throws Any other {@link RaiseAuthEpochErrorType}.
 *
 * @example
 * ```ts
 * import { raiseAuthEpoch } from "@wattle/sdk";
 *
 * const { authEpoch } = await raiseAuthEpoch(client, { provider });
 * ```
 */
export async function raiseAuthEpoch(
  client: WattleClient,
  parameters: RaiseAuthEpochParameters,
): Promise<RaiseAuthEpochReturnType> {
  const call = encodeRaiseAuthEpoch(client, parameters);
  const { receipt, logs } = await sendCall(client, call, parameters);
  const { authEpoch } = findEvent(client, "registry", logs, "AuthEpochRaised");
  return { ...receipt, authEpoch };
}
