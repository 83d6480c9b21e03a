import { encodeCall } from "../../chain/encodeCall.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";

/** What {@link startThaw} takes. */
export interface StartThawParameters extends WriteOptions {
  /** The provider's id. */
  readonly provider: string;
  /** Base units of the stake token, out of what is free. */
  readonly amount: bigint;
}

/** What {@link startThaw} returns. */
export type StartThawReturnType = WriteReceipt;

/** What {@link startThaw} throws. */
export type StartThawErrorType = WriteErrorType;

/** Encodes {@link startThaw}. */
export function encodeStartThaw(
  client: WattleClient,
  { provider, amount }: StartThawParameters,
): TransactionCall {
  return encodeCall(client, "staking", "startThaw", [provider, amount]);
}

/**
 * Starts to thaw free stake, so that it can be withdrawn later. The clock starts anew for all that is thawing. For the
 * provider's owner.
 *
 * @throws {@link ProviderStakingInsufficientFreeError} when less is free.
 * @throws Any other {@link StartThawErrorType}.
 *
 * @example
 * ```ts
 * import { startThaw } from "@wattle/sdk";
 *
 * await startThaw(client, { provider, amount });
 * const { thawedAt } = await getStake(client, { provider });
 * ```
 */
export async function startThaw(
  client: WattleClient,
  parameters: StartThawParameters,
): Promise<StartThawReturnType> {
  return (await sendCall(client, encodeStartThaw(client, parameters), parameters)).receipt;
}
