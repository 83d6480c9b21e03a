import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";
import type { LeaseTerms } from "../../types/leaseTerms.ts";

/** What {@link getLeaseAccrual} takes. */
export interface GetLeaseAccrualParameters {
  /** The lease's terms: `getLease` has them. */
  readonly terms: LeaseTerms;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link getLeaseAccrual} returns. */
export interface GetLeaseAccrualReturnType {
  /** How long the provider was there so far. */
  readonly servedSeconds: number;
  /** Base units of the payment token that the provider could withdraw. */
  readonly earnedAmount: bigint;
}

/** What {@link getLeaseAccrual} throws. */
export type GetLeaseAccrualErrorType = ReadErrorType;

/**
 * Asks the market what a lease has come to, at the time of the chain's latest block. `leaseAccrualAt` tells it of any
 * time, from what `getLease` returned.
 *
 * @throws Any {@link GetLeaseAccrualErrorType}.
 *
 * @example
 * ```ts
 * import { getLeaseAccrual } from "@wattle/sdk";
 *
 * const { earnedAmount } = await getLeaseAccrual(client, { terms });
 * ```
 */
export async function getLeaseAccrual(
  client: WattleClient,
  { terms, signal }: GetLeaseAccrualParameters,
): Promise<GetLeaseAccrualReturnType> {
  const accrued = await reading(client.contracts.leases.accruedOf(terms), signal);
  return { servedSeconds: Number(accrued.servedSeconds), earnedAmount: accrued.earnedAmount };
}
