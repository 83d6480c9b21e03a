import { findEvent } from "../../chain/findEvent.ts";
import { reading } from "../../chain/reading.ts";
import { encodeCall } from "../../chain/encodeCall.ts";
import { requireSigner, sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";

/** What {@link withdrawSlashClaim} takes. */
export interface WithdrawSlashClaimParameters extends WriteOptions {
  /** The recipient of the tokens. Default: the signer. */
  readonly to?: string;
}

/** What {@link withdrawSlashClaim} returns. */
export interface WithdrawSlashClaimReturnType extends WriteReceipt {
  /** Base units of the stake token. */
  readonly amount: bigint;
}

/** What {@link withdrawSlashClaim} throws. */
export type WithdrawSlashClaimErrorType = WriteErrorType;

/** Encodes {@link withdrawSlashClaim}. */
export function encodeWithdrawSlashClaim(
  client: WattleClient,
  { to }: { readonly to: string },
): TransactionCall {
  return encodeCall(client, "staking", "withdrawClaim", [to]);
}

/**
 * Takes out what slashed providers owe the signer: its half of the collateral of jobs that were not delivered.
 *
 * @throws {@link ProviderStakingNothingToClaimError} when there is nothing.
 * @throws Any other {@link WithdrawSlashClaimErrorType}.
 *
 * @example
 * ```ts
 * import { withdrawSlashClaim } from "@wattle/sdk";
 *
 * const { amount } = await withdrawSlashClaim(client, {});
 * ```
 */
export async function withdrawSlashClaim(
  client: WattleClient,
  parameters: WithdrawSlashClaimParameters = {},
): Promise<WithdrawSlashClaimReturnType> {
  const to = parameters.to ?? (await reading(requireSigner(client).getAddress(), parameters.signal));
  const { receipt, logs } = await sendCall(client, encodeWithdrawSlashClaim(client, { to }), parameters);
  const { amount } = findEvent(client, "staking", logs, "ClaimWithdrawn");
  return { ...receipt, amount };
}
