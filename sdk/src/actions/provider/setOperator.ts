import { encodeCall } from "../../chain/encodeCall.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";

/** What {@link setOperator} takes. */
export interface SetOperatorParameters extends WriteOptions {
  /** The provider's id. */
  readonly provider: string;
  /** The hot key's address. */
  readonly operator: string;
  /** True to add, false to remove. */
  readonly allowed: boolean;
}

/** What {@link setOperator} returns. */
export type SetOperatorReturnType = WriteReceipt;

/** What {@link setOperator} throws. */
export type SetOperatorErrorType = WriteErrorType;

/** Encodes {@link setOperator}. */
export function encodeSetOperator(
  client: WattleClient,
  { provider, operator, allowed }: SetOperatorParameters,
): TransactionCall {
  return encodeCall(client, "registry", "setOperator", [provider, operator, allowed]);
}

/**
 * Adds or removes an operator of a provider. For its owner. Removing one voids every offer signed so far, by whichever
 * key.
 *
 * @throws {@link ProviderRegistryOperatorUnchangedError} when the call would change nothing.
 * @throws Any other {@link SetOperatorErrorType}.
 *
 * @example
 * ```ts
 * import { setOperator } from "@wattle/sdk";
 *
 * await setOperator(client, { provider, operator: hotKey, allowed: true });
 * ```
 */
export async function setOperator(
  client: WattleClient,
  parameters: SetOperatorParameters,
): Promise<SetOperatorReturnType> {
  return (await sendCall(client, encodeSetOperator(client, parameters), parameters)).receipt;
}
