import { encodeCall } from "../../chain/encodeCall.ts";
import { findEvent } from "../../chain/findEvent.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { LeaseTerms } from "../../types/leaseTerms.ts";

/** What {@link withdrawLease} takes. */
export interface WithdrawLeaseParameters extends WriteOptions {
  /** The lease's terms: `getLease` has them. */
  readonly terms: LeaseTerms;
}

/** What {@link withdrawLease} returns. */
export interface WithdrawLeaseReturnType extends WriteReceipt {
  /** Base units of the payment token that the claim of the terms' payout address rose by. */
  readonly amount: bigint;
  /** How many seconds are paid so far. */
  readonly paidSeconds: number;
}

/** What {@link withdrawLease} throws. */
export type WithdrawLeaseErrorType = WriteErrorType;

/** Encodes {@link withdrawLease}. */
export function encodeWithdrawLease(
  client: WattleClient,
  { terms }: WithdrawLeaseParameters,
): TransactionCall {
  return encodeCall(client, "leases", "withdraw", [terms]);
}

/**
 * Pays the provider what it has earned so far, into its claim in the vault; the lease goes on. For anyone.
 *
 * @throws {@link LeaseEscrowUnexpectedStateError} when the lease does not run.
 * @throws {@link LeaseEscrowNothingToWithdrawError} when nothing was earned that is not paid.
 * @throws Any other {@link WithdrawLeaseErrorType}.
 *
 * @example
 * ```ts
 * import { withdrawLease } from "@wattle/sdk";
 *
 * const { amount } = await withdrawLease(client, { terms });
 * ```
 */
export async function withdrawLease(
  client: WattleClient,
  parameters: WithdrawLeaseParameters,
): Promise<WithdrawLeaseReturnType> {
  const { receipt, logs } = await sendCall(client, encodeWithdrawLease(client, parameters), parameters);
  const { amount, paidSeconds } = findEvent(client, "leases", logs, "LeaseWithdrawn");
  return { ...receipt, amount, paidSeconds };
}
