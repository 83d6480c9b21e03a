import { sameAddress } from "../../abi/sameAddress.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";
import type { LeaseOffer, SignedLeaseOffer } from "../../types/leaseOffer.ts";
import type { LeaseOfferRequirements } from "../../types/leaseOfferRequirements.ts";
import type { OfferRejection } from "../../types/offerRejection.ts";
import type { OrderState } from "../../types/orderState.ts";
import type { Machine } from "../../types/provider.ts";
import { searchOffers } from "../offers/searchOffers.ts";
import { assessLeaseWith, rejectByLength } from "./assessLeaseOffer.ts";
import { getLeaseEvents } from "./getLeaseEvents.ts";
import { hashLeaseOffer } from "./hashLeaseOffer.ts";

/** What {@link findLeaseOffers} takes. */
export interface FindLeaseOffersParameters extends LeaseOfferRequirements {
  /** Offers from elsewhere, as from a provider's website. */
  readonly offers?: readonly SignedLeaseOffer[];
  /** Whether to look for offers that were published on chain. Default: true. */
  readonly published?: boolean;
  /** First block to look in. Default: the deployment's first. */
  readonly fromBlock?: number;
  /** One provider's offers only. */
  readonly provider?: string;
  /** Who would take them. Default: the signer. */
  readonly taker?: string;
  readonly signal?: AbortSignal | undefined;
}

/** An offer of leases that meets all requirements and can be taken now. */
export interface LeaseOfferMatch extends SignedLeaseOffer {
  readonly orderHash: string;
  readonly state: OrderState;
  /** What the registry knows of its machine; null if it names none. */
  readonly machine: Machine | null;
}

/** An offer of leases that does not match, and why. */
export interface RejectedLeaseOffer extends SignedLeaseOffer {
  readonly orderHash: string;
  readonly reason: OfferRejection;
}

/** What {@link findLeaseOffers} returns. */
export interface FindLeaseOffersReturnType {
  /** The cheapest first; of equal rates the one with the shorter grace. */
  readonly matches: readonly LeaseOfferMatch[];
  /** All others. Nothing is left out silently. */
  readonly rejected: readonly RejectedLeaseOffer[];
}

/** What {@link findLeaseOffers} throws. */
export type FindLeaseOffersErrorType = ReadErrorType;

/**
 * Finds offers of leases that meet a client's needs and can be taken now, and says of each other one why it does not.
 *
 * @throws Any {@link FindLeaseOffersErrorType}.
 *
 * @example
 * ```ts
 * import { findLeaseOffers } from "@wattle/sdk";
 *
 * const { matches, rejected } = await findLeaseOffers(client, {
 *   token,
 *   leaseSeconds: 3600,
 *   machine: { minVramMib: 16_384, regions: ["de", "nl"] },
 * });
 * for (const { orderHash, reason } of rejected) console.log(orderHash, reason.message);
 * ```
 */
export async function findLeaseOffers(
  client: WattleClient,
  parameters: FindLeaseOffersParameters,
): Promise<FindLeaseOffersReturnType> {
  const { leaseSeconds, fundedSeconds, offers, published = true, fromBlock, provider } = parameters;
  const { taker, machine, minCommittedStake, signal } = parameters;
  return searchOffers(client, {
    ...{ offers, provider, taker, machine, minCommittedStake, signal },
    published: async () => {
      if (!published) return [];
      const first = fromBlock === undefined ? {} : { fromBlock };
      const maker = provider === undefined ? {} : { provider };
      return getLeaseEvents(client, { types: ["lease-offer-published"], ...first, ...maker, signal });
    },
    hash: (offer) => hashLeaseOffer(client, { offer }),
    rejectByTerms: (offer) => rejectByTerms(offer, parameters),
    assess: (signed, account, facts) =>
      assessLeaseWith(client, { ...signed, taker: account, leaseSeconds, fundedSeconds, signal }, facts),
    compare: (a, b) => a.graceSeconds - b.graceSeconds,
  });
}

/** Why what an offer says does not meet the requirements; null if it does. */
function rejectByTerms(offer: LeaseOffer, requirements: LeaseOfferRequirements): OfferRejection | null {
  const { token, maxRatePerSecond, maxGraceSeconds } = requirements;
  if (!sameAddress(offer.token, token)) return { code: "token", message: `it asks for ${offer.token}` };
  if (maxRatePerSecond !== undefined && offer.ratePerSecond > maxRatePerSecond) {
    const message = `it costs ${offer.ratePerSecond} a second, more than ${maxRatePerSecond}`;
    return { code: "rate", message };
  }
  if (maxGraceSeconds !== undefined && offer.graceSeconds > maxGraceSeconds) {
    const message = `a check-in counts for ${offer.graceSeconds} s, longer than ${maxGraceSeconds} s`;
    return { code: "grace", message };
  }
  return rejectByLength(offer, requirements);
}
