import { encodeCall } from "../../chain/encodeCall.ts";
import { findEvent } from "../../chain/findEvent.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { InsufficientClaimError, MarketNotApprovedError } from "../../errors/offerErrors.ts";
import type { LeaseTerms } from "../../types/leaseTerms.ts";
import { readFunds, requireFunds } from "../payments/requireFunds.ts";

/** What {@link topUpLease} takes. */
export interface TopUpLeaseParameters extends WriteOptions {
  /** The lease's terms: `getLease` has them. */
  readonly terms: LeaseTerms;
  /** How many seconds to pay in. */
  readonly extraSeconds: number;
}

/** What {@link topUpLease} returns. */
export interface TopUpLeaseReturnType extends WriteReceipt {
  /** What was paid in so far, with it. */
  readonly fundedSeconds: number;
  /** Base units of the payment token that went into escrow. */
  readonly amount: bigint;
}

/** What {@link topUpLease} throws. */
export type TopUpLeaseErrorType = WriteErrorType | InsufficientClaimError | MarketNotApprovedError;

/** Encodes {@link topUpLease}. */
export function encodeTopUpLease(
  client: WattleClient,
  { terms, extraSeconds }: TopUpLeaseParameters,
): TransactionCall {
  return encodeCall(client, "leases", "topUp", [terms, extraSeconds]);
}

/**
 * Pays more seconds in. In an empty lease this pays for the time that the provider held the machine, too. For the
 * lease's client.
 *
 * @throws {@link InsufficientClaimError} when the client's claim in the vault is too small.
 * @throws {@link MarketNotApprovedError} when the market of leases may not move it.
 * @throws {@link LeaseEscrowUnexpectedStateError} when the lease is closed.
 * @throws {@link LeaseEscrowNotClientError} when the signer is not the client.
 * @throws {@link LeaseEscrowTooLateError} after the lease's last second.
 * @throws {@link LeaseEscrowExhaustedError} when the lease has been empty for longer than its grace.
 * @throws {@link LeaseEscrowFundedSecondsOutOfBoundsError} when it does not cover what was served, or more than the lease.
 * @throws Any other {@link TopUpLeaseErrorType}.
 *
 * @example
 * ```ts
 * import { topUpLease } from "@wattle/sdk";
 *
 * const { fundedSeconds } = await topUpLease(client, { terms: lease.terms, extraSeconds: 600 });
 * ```
 */
export async function topUpLease(
  client: WattleClient,
  parameters: TopUpLeaseParameters,
): Promise<TopUpLeaseReturnType> {
  const { terms, extraSeconds, signal } = parameters;
  const { token, client: account, ratePerSecond } = terms;
  const amount = ratePerSecond * BigInt(extraSeconds);
  const market = client.deployment.contracts.leaseEscrow;
  requireFunds(await readFunds(client, { token, account, market, signal }), amount);
  const { receipt, logs } = await sendCall(client, encodeTopUpLease(client, parameters), parameters);
  const { fundedSeconds } = findEvent(client, "leases", logs, "LeaseToppedUp");
  return { ...receipt, fundedSeconds, amount };
}
