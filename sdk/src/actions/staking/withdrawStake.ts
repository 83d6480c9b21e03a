import { findEvent } from "../../chain/findEvent.ts";
import { reading } from "../../chain/reading.ts";
import { encodeCall } from "../../chain/encodeCall.ts";
import { requireSigner, sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";

/** What {@link withdrawStake} takes. */
export interface WithdrawStakeParameters extends WriteOptions {
  /** The provider's id. */
  readonly provider: string;
  /** The recipient of the tokens. Default: the signer. */
  readonly to?: string;
}

/** What {@link withdrawStake} returns. */
export interface WithdrawStakeReturnType extends WriteReceipt {
  /** Base units of the stake token. */
  readonly amount: bigint;
}

/** What {@link withdrawStake} throws. */
export type WithdrawStakeErrorType = WriteErrorType;

/** Encodes {@link withdrawStake}. */
export function encodeWithdrawStake(
  client: WattleClient,
  { provider, to }: { readonly provider: string; readonly to: string },
): TransactionCall {
  return encodeCall(client, "staking", "withdraw", [provider, to]);
}

/**
 * Takes out all thawed stake. For the provider's owner.
 *
 * @throws {@link ProviderStakingStillThawingError} before its time has come.
 * @throws Any other {@link WithdrawStakeErrorType}.
 *
 * @example
 * ```ts
 * import { withdrawStake } from "@wattle/sdk";
 *
 * const { amount } = await withdrawStake(client, { provider });
 * ```
 */
export async function withdrawStake(
  client: WattleClient,
  parameters: WithdrawStakeParameters,
): Promise<WithdrawStakeReturnType> {
  const to = parameters.to ?? (await reading(requireSigner(client).getAddress(), parameters.signal));
  const call = encodeWithdrawStake(client, { provider: parameters.provider, to });
  const { receipt, logs } = await sendCall(client, call, parameters);
  const { amount } = findEvent(client, "staking", logs, "StakeWithdrawn");
  return { ...receipt, amount };
}
