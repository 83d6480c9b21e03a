import { encodeCall } from "../../chain/encodeCall.ts";
import { findEvent } from "../../chain/findEvent.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { LeaseTerms } from "../../types/leaseTerms.ts";

/** What {@link checkInLease} takes. */
export interface CheckInLeaseParameters extends WriteOptions {
  /** The lease's terms: `getLease` has them. */
  readonly terms: LeaseTerms;
}

/** What {@link checkInLease} returns. */
export interface CheckInLeaseReturnType extends WriteReceipt {
  /** How long the provider was there so far. */
  readonly servedSeconds: number;
}

/** What {@link checkInLease} throws. */
export type CheckInLeaseErrorType = WriteErrorType;

/** Encodes {@link checkInLease}. */
export function encodeCheckInLease(client: WattleClient, { terms }: CheckInLeaseParameters): TransactionCall {
  return encodeCall(client, "leases", "checkIn", [terms]);
}

/**
 * Shows that the provider is there: the time since its last check-in is earned, up to the grace; the first one starts
 * the clock. For the provider's owner and operators.
 *
 * @throws {@link LeaseEscrowUnexpectedStateError} when the lease is closed.
 * @throws {@link LeaseEscrowNotOperatorError} when the signer may not act for the provider.
 * @throws {@link LeaseEscrowTooLateError} after the lease's last second.
 * @throws {@link LeaseEscrowExhaustedError} when the lease has been empty for longer than its grace.
 * @throws Any other {@link CheckInLeaseErrorType}.
 *
 * @example
 * ```ts
 * import { checkInLease } from "@wattle/sdk";
 *
 * const { servedSeconds } = await checkInLease(client, { terms });
 * ```
 */
export async function checkInLease(
  client: WattleClient,
  parameters: CheckInLeaseParameters,
): Promise<CheckInLeaseReturnType> {
  const { receipt, logs } = await sendCall(client, encodeCheckInLease(client, parameters), parameters);
  const { servedSeconds } = findEvent(client, "leases", logs, "LeaseCheckedIn");
  return { ...receipt, servedSeconds };
}
