import type { WattleClient } from "../../client/wattleClient.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";
import type { ProviderNotFoundError } from "../../errors/providerErrors.ts";
import type { LeaseOffer } from "../../types/leaseOffer.ts";
import { usualOffer } from "../offers/usualOffer.ts";

const USUAL_LEASE_SECONDS = 24 * 3600;
const USUAL_GRACE_SECONDS = 300;

/** What {@link prepareLeaseOffer} takes: what only the provider can decide, and what shall differ from the usual. */
export interface PrepareLeaseOfferParameters extends Partial<
  Omit<LeaseOffer, "provider" | "token" | "ratePerSecond">
> {
  /** The provider's id. */
  readonly provider: string;
  /** The payment token. */
  readonly token: string;
  /** Base units of the payment token for each second that the provider is there. */
  readonly ratePerSecond: bigint;
  /** How long the offer can be taken, in seconds. Default: a week. `expiresAt` goes before it. */
  readonly validSeconds?: number;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link prepareLeaseOffer} returns. */
export type PrepareLeaseOfferReturnType = LeaseOffer;

/** What {@link prepareLeaseOffer} throws. */
export type PrepareLeaseOfferErrorType = ReadErrorType | ProviderNotFoundError;

/**
 * Fills in the rest of an offer of leases: the provider's present epoch, an expiry by the chain's clock, a random salt
 * and usual periods: as much as the grace paid in at least, a day at most, five minutes of grace; one lease at a time, any
 * number of times, for anyone.
 *
 * @throws {@link ProviderNotFoundError} when there is no such provider.
 * @throws Any other {@link PrepareLeaseOfferErrorType}.
 *
 * @example
 * ```ts
 * import { prepareLeaseOffer } from "@wattle/sdk";
 *
 * const offer = await prepareLeaseOffer(client, {
 *   provider,
 *   token,
 *   ratePerSecond: 1_000n,
 *   machineId,
 *   graceSeconds: 120,
 * });
 * ```
 */
export async function prepareLeaseOffer(
  client: WattleClient,
  parameters: PrepareLeaseOfferParameters,
): Promise<PrepareLeaseOfferReturnType> {
  const { validSeconds, signal, ...given } = parameters;
  const { maxLeaseSeconds = USUAL_LEASE_SECONDS, graceSeconds = USUAL_GRACE_SECONDS } = given;
  return {
    ...(await usualOffer(client, { provider: given.provider, validSeconds, signal })),
    // No shorter than the grace: a client may let the lease run empty, and leave the grace unpaid.
    minFundedSeconds: Math.min(graceSeconds, maxLeaseSeconds),
    maxLeaseSeconds,
    graceSeconds,
    ...given,
  };
}
