import { encodeCall } from "../../chain/encodeCall.ts";
import { findEvent } from "../../chain/findEvent.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { LeaseTerms } from "../../types/leaseTerms.ts";

/** What {@link closeLease} takes. */
export interface CloseLeaseParameters extends WriteOptions {
  /** The lease's terms: `getLease` has them. */
  readonly terms: LeaseTerms;
}

/** What {@link closeLease} returns. */
export interface CloseLeaseReturnType extends WriteReceipt {
  /** Base units of the payment token that the claim of the terms' payout address rose by. */
  readonly amount: bigint;
  /** Base units of the payment token that the client's claim rose by. */
  readonly rest: bigint;
  /** How long the provider was there, in all. */
  readonly servedSeconds: number;
}

/** What {@link closeLease} throws. */
export type CloseLeaseErrorType = WriteErrorType;

/** Encodes {@link closeLease}. */
export function encodeCloseLease(client: WattleClient, { terms }: CloseLeaseParameters): TransactionCall {
  return encodeCall(client, "leases", "close", [terms]);
}

/**
 * Ends a lease: the provider has what it earned, the client the rest. For the client, and the provider's owner and
 * operators, at any time; for anyone from the second on that `getLease` gives as `closableFrom`.
 *
 * @throws {@link LeaseEscrowUnexpectedStateError} when the lease is closed already.
 * @throws {@link LeaseEscrowNotOverError} when the signer is on neither side and the lease goes on.
 * @throws Any other {@link CloseLeaseErrorType}.
 *
 * @example
 * ```ts
 * import { closeLease } from "@wattle/sdk";
 *
 * const { amount, rest } = await closeLease(client, { terms: lease.terms });
 * ```
 */
export async function closeLease(
  client: WattleClient,
  parameters: CloseLeaseParameters,
): Promise<CloseLeaseReturnType> {
  const { receipt, logs } = await sendCall(client, encodeCloseLease(client, parameters), parameters);
  const { amount, rest, servedSeconds } = findEvent(client, "leases", logs, "LeaseClosed");
  return { ...receipt, amount, rest, servedSeconds };
}
