import { ZeroAddress } from "ethers";
import { sameAddress } from "../../abi/sameAddress.ts";
import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";
import type { SignedOffer } from "../../types/offer.ts";
import type { OrderState } from "../../types/orderState.ts";
import type { OfferRequirements } from "../../types/offerRequirements.ts";
import type { OfferRejection } from "../../types/offerRejection.ts";
import type { Machine } from "../../types/provider.ts";
import { getEscrowEvents } from "../jobs/getEscrowEvents.ts";
import { assessWith } from "./assessOffer.ts";
import { hashOffer } from "./hashOffer.ts";
import { type OfferFacts, readOfferFacts } from "./offerFacts.ts";
import { rejectByMachine, rejectByStake, rejectByTerms } from "./rejectOffer.ts";

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
  const { signal } = parameters;
  const taker =
    parameters.taker ??
    (client.signer === null ? ZeroAddress : await reading(client.signer.getAddress(), signal));
  const candidates = await collectOffers(client, parameters);
  const known = new Map<string, Promise<OfferFacts>>();
  const factsOf = (provider: string): Promise<OfferFacts> => {
    const facts = known.get(provider) ?? readOfferFacts(client, provider, signal);
    known.set(provider, facts);
    return facts;
  };
  const judged = await Promise.all(
    [...candidates].map(([orderHash, signed]) =>
      judgeOffer(client, orderHash, signed, { ...parameters, taker }, factsOf),
    ),
  );
  const matches = judged.filter((found): found is OfferMatch => !("reason" in found));
  return {
    matches: matches.sort(byPrice),
    rejected: judged.filter((found): found is RejectedOffer => "reason" in found),
  };
}

/** All offers by their digest, each once. */
async function collectOffers(
  client: WattleClient,
  { offers = [], published = true, fromBlock, provider, signal }: FindOffersParameters,
): Promise<Map<string, SignedOffer>> {
  const events = published
    ? await getEscrowEvents(client, {
        types: ["offer-published"],
        ...(fromBlock !== undefined && { fromBlock }),
        ...(provider !== undefined && { provider }),
        signal,
      })
    : [];
  const given = offers.filter(({ offer }) => provider === undefined || sameAddress(offer.provider, provider));
  return new Map([
    ...events.map(({ orderHash, offer }) => [orderHash, { offer, signature: "0x" }] as const),
    ...given.map((signed) => [hashOffer(client, signed), signed] as const),
  ]);
}

/** What needs no request comes first, so that a large book of unsuitable offers costs nothing. */
async function judgeOffer(
  client: WattleClient,
  orderHash: string,
  signed: SignedOffer,
  parameters: FindOffersParameters,
  factsOf: (provider: string) => Promise<OfferFacts>,
): Promise<OfferMatch | RejectedOffer> {
  const { taker, runLimitSeconds, signal } = parameters;
  const { offer, signature } = signed;
  const reject = (reason: OfferRejection): RejectedOffer => ({ offer, signature, orderHash, reason });
  const unsuitable = rejectByTerms(offer, parameters);
  if (unsuitable !== null) return reject(unsuitable);
  const facts = factsOf(offer.provider);
  const taking = { offer, signature, taker, runLimitSeconds, signal };
  const { state, rejection } = await assessWith(client, taking, facts);
  const dead = rejection ?? rejectByStake((await facts).stake, parameters);
  if (dead !== null) return reject(dead);
  const { machine, reason } = await rejectByMachine(client, offer, parameters);
  return reason === null ? { offer, signature, orderHash, state, machine } : reject(reason);
}

function byPrice(a: OfferMatch, b: OfferMatch): number {
  if (a.offer.ratePerSecond !== b.offer.ratePerSecond) {
    return a.offer.ratePerSecond < b.offer.ratePerSecond ? -1 : 1;
  }
  if (a.offer.collateral !== b.offer.collateral) return a.offer.collateral > b.offer.collateral ? -1 : 1;
  return a.orderHash < b.orderHash ? -1 : 1;
}
