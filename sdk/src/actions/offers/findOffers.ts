import type { WattleClient } from "../../client/wattleClient.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";
import type { SignedOffer } from "../../types/offer.ts";
import type { OfferRejection } from "../../types/offerRejection.ts";
import type { OfferRequirements } from "../../types/offerRequirements.ts";
import type { OrderState } from "../../types/orderState.ts";
import type { Machine } from "../../types/provider.ts";
import { getEscrowEvents } from "../jobs/getEscrowEvents.ts";
import { assessWith } from "./assessOffer.ts";
import { hashOffer } from "./hashOffer.ts";
import { rejectByTerms } from "./rejectOffer.ts";
import { searchOffers } from "./searchOffers.ts";

/** What {@link findOffers} takes. */
export interface FindOffersParameters extends OfferRequirements {
  /** Offers from elsewhere, as from a provider's website. */
  readonly offers?: readonly SignedOffer[];
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

/** An offer that meets all requirements and can be taken now. */
export interface OfferMatch extends SignedOffer {
  readonly orderHash: string;
  readonly state: OrderState;
  /** What the registry knows of its machine; null if it names none. */
  readonly machine: Machine | null;
}

/** An offer that does not match, and why. */
export interface RejectedOffer extends SignedOffer {
  readonly orderHash: string;
  readonly reason: OfferRejection;
}

/** What {@link findOffers} returns. */
export interface FindOffersReturnType {
  /** The cheapest first; of equal rates the one with more collateral. */
  readonly matches: readonly OfferMatch[];
  /** All others. Nothing is left out silently. */
  readonly rejected: readonly RejectedOffer[];
}

/** What {@link findOffers} throws. */
export type FindOffersErrorType = ReadErrorType;

/**
 * Finds offers that meet a client's needs and can be taken now, and says of each other one why it does not.
 *
 * @throws Any {@link FindOffersErrorType}.
 *
 * @example
 * ```ts
 * import { findOffers } from "@wattle/sdk";
 *
 * const { matches, rejected } = await findOffers(client, {
 *   token,
 *   runLimitSeconds: 120,
 *   machine: { minVramMib: 16_384, regions: ["de", "nl"] },
 * });
 * for (const { orderHash, reason } of rejected) console.log(orderHash, reason.message);
 * ```
 */
export async function findOffers(
  client: WattleClient,
  parameters: FindOffersParameters,
): Promise<FindOffersReturnType> {
  const { runLimitSeconds, offers, published = true, fromBlock, provider, taker, signal } = parameters;
  const { machine, minCommittedStake } = parameters;
  return searchOffers(client, {
    ...{ offers, provider, taker, machine, minCommittedStake, signal },
    published: async () => {
      if (!published) return [];
      const first = fromBlock === undefined ? {} : { fromBlock };
      const maker = provider === undefined ? {} : { provider };
      return getEscrowEvents(client, { types: ["offer-published"], ...first, ...maker, signal });
    },
    hash: (offer) => hashOffer(client, { offer }),
    rejectByTerms: (offer) => rejectByTerms(offer, parameters),
    assess: (signed, account, facts) =>
      assessWith(client, { ...signed, taker: account, runLimitSeconds, signal }, facts),
    compare: ({ collateral: less }, { collateral: more }) => (less === more ? 0 : less > more ? -1 : 1),
  });
}
