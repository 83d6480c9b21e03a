import { encodeCall } from "../../chain/encodeCall.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";

/** What {@link cancelThaw} takes. */
export interface CancelThawParameters extends WriteOptions {
  /** The provider's id. */
  readonly provider: string;
}

/** What {@link cancelThaw} returns. */
export type CancelThawReturnType = WriteReceipt;

/** What {@link cancelThaw} throws. */
export type CancelThawErrorType = WriteErrorType;

/** Encodes {@link cancelThaw}. */
export function encodeCancelThaw(client: WattleClient, { provider }: CancelThawParameters): TransactionCall {
  return encodeCall(client, "staking", "cancelThaw", [provider]);
}

/**
 * Makes all thawing stake free again. For the provider's owner.
 *
 * @throws {@link ProviderStakingNothingThawingError} when nothing is thawing.
 * @throws Any other {@link CancelThawErrorType}.
 *
 * @example
 * ```ts
 * import { cancelThaw } from "@wattle/sdk";
 *
 * await cancelThaw(client, { provider });
 * ```
 */
export async function cancelThaw(
  client: WattleClient,
  parameters: CancelThawParameters,
): Promise<CancelThawReturnType> {
  return (await sendCall(client, encodeCancelThaw(client, parameters), parameters)).receipt;
}
