import { encodeCall } from "../../chain/encodeCall.ts";
import { findEvents } from "../../chain/findEvent.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { LeaseTerms } from "../../types/leaseTerms.ts";

/** What {@link checkInLeases} takes. */
export interface CheckInLeasesParameters extends WriteOptions {
  /** The terms of each lease. */
  readonly leases: readonly LeaseTerms[];
}

/** What {@link checkInLeases} returns. */
export interface CheckInLeasesReturnType extends WriteReceipt {
  /** In how many of the leases it was still possible. */
  readonly checkedIn: number;
}

/** What {@link checkInLeases} throws. */
export type CheckInLeasesErrorType = WriteErrorType;

/** Encodes {@link checkInLeases}. */
export function encodeCheckInLeases(
  client: WattleClient,
  { leases }: CheckInLeasesParameters,
): TransactionCall {
  return encodeCall(client, "leases", "checkInMany", [leases]);
}

/**
 * Checks in on many leases, and leaves those as they are that are over, exhausted or closed. For the owner and operators
 * of all their providers. A transaction holds a few hundred leases at most.
 *
 * @throws {@link LeaseEscrowNotOperatorError} when the signer may not act for one of the providers.
 * @throws Any other {@link CheckInLeasesErrorType}.
 *
 * @example
 * ```ts
 * import { checkInLeases } from "@wattle/sdk";
 *
 * const { checkedIn } = await checkInLeases(client, { leases: [one.terms, other.terms] });
 * ```
 */
export async function checkInLeases(
  client: WattleClient,
  parameters: CheckInLeasesParameters,
): Promise<CheckInLeasesReturnType> {
  const { receipt, logs } = await sendCall(client, encodeCheckInLeases(client, parameters), parameters);
  return { ...receipt, checkedIn: findEvents(client, "leases", logs, "LeaseCheckedIn").length };
}
