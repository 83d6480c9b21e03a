import { ZeroAddress } from "ethers";
import { sameAddress } from "../../abi/sameAddress.ts";
import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { OfferRejection } from "../../types/offerRejection.ts";
import type { MachineRequirements } from "../../types/offerRequirements.ts";
import type { OrderState } from "../../types/orderState.ts";
import type { Machine } from "../../types/provider.ts";
import { type OfferFacts, readOfferFacts } from "./offerFacts.ts";
import { rejectByMachine, rejectByStake } from "./rejectOffer.ts";

/** What a search reads of an offer, whatever its market. */
interface AnyOffer {
  readonly provider: string;
  readonly machineId: string;
  readonly ratePerSecond: bigint;
}

/** An offer and what makes it valid. */
interface Signed<Offer> {
  readonly offer: Offer;
  readonly signature: string;
}

/** An offer that meets all requirements and can be taken now. */
interface Match<Offer> extends Signed<Offer> {
  readonly orderHash: string;
  readonly state: OrderState;
  /** What the registry knows of its machine; null if it names none. */
  readonly machine: Machine | null;
}

/** An offer that does not match, and why. */
interface Rejected<Offer> extends Signed<Offer> {
  readonly orderHash: string;
  readonly reason: OfferRejection;
}

/** What {@link searchOffers} takes. */
export interface SearchOffersParameters<Offer> {
  /** Offers from elsewhere. */
  readonly offers: readonly Signed<Offer>[] | undefined;
  /** Reads those that were published on chain. */
  readonly published: () => Promise<readonly { readonly orderHash: string; readonly offer: Offer }[]>;
  /** One provider's offers only. */
  readonly provider: string | undefined;
  /** Who would take them. Default: the signer. */
  readonly taker: string | undefined;
  readonly machine: MachineRequirements | undefined;
  readonly minCommittedStake: bigint | undefined;
  readonly signal: AbortSignal | undefined;
  readonly hash: (offer: Offer) => string;
  /** Why what the offer says does not suit; null if it does. */
  readonly rejectByTerms: (offer: Offer) => OfferRejection | null;
  /** Whether it could be taken now. */
  readonly assess: (
    signed: Signed<Offer>,
    taker: string,
    facts: Promise<OfferFacts>,
  ) => Promise<{ readonly state: OrderState; readonly rejection: OfferRejection | null }>;
  /** Which of two offers of equal rates is the better one: negative for the first, zero for none. */
  readonly compare: (a: Offer, b: Offer) => number;
}

/** Finds the offers of a market that suit and can be taken, the cheapest first, and says why each other one does not. */
export async function searchOffers<Offer extends AnyOffer>(
  client: WattleClient,
  parameters: SearchOffersParameters<Offer>,
): Promise<{ readonly matches: Match<Offer>[]; readonly rejected: Rejected<Offer>[] }> {
  const { signal, compare } = parameters;
  const taker =
    parameters.taker ??
    (client.signer === null ? ZeroAddress : await reading(client.signer.getAddress(), signal));
  const candidates = await collectOffers(parameters);
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
  const matches = judged.filter((found): found is Match<Offer> => !("reason" in found));
  return {
    matches: matches.sort((a, b) => {
      const [left, right] = [a.offer, b.offer];
      if (left.ratePerSecond !== right.ratePerSecond) {
        return left.ratePerSecond < right.ratePerSecond ? -1 : 1;
      }
      return compare(left, right) || (a.orderHash < b.orderHash ? -1 : 1);
    }),
    rejected: judged.filter((found): found is Rejected<Offer> => "reason" in found),
  };
}

/** All offers by their digest, each once. */
async function collectOffers<Offer extends AnyOffer>({
  offers = [],
  published,
  provider,
  hash,
}: SearchOffersParameters<Offer>): Promise<Map<string, Signed<Offer>>> {
  const given = offers.filter(({ offer }) => provider === undefined || sameAddress(provider, offer.provider));
  return new Map([
    ...(await published()).map(({ orderHash, offer }) => [orderHash, { offer, signature: "0x" }] as const),
    ...given.map((signed) => [hash(signed.offer), signed] as const),
  ]);
}

/** What needs no request comes first, so that a large book of unsuitable offers costs nothing. */
async function judgeOffer<Offer extends AnyOffer>(
  client: WattleClient,
  orderHash: string,
  { offer, signature }: Signed<Offer>,
  parameters: SearchOffersParameters<Offer> & { readonly taker: string },
  factsOf: (provider: string) => Promise<OfferFacts>,
): Promise<Match<Offer> | Rejected<Offer>> {
  const reject = (reason: OfferRejection): Rejected<Offer> => ({ offer, signature, orderHash, reason });
  const unsuitable = parameters.rejectByTerms(offer);
  if (unsuitable !== null) return reject(unsuitable);
  const facts = factsOf(offer.provider);
  const { state, rejection } = await parameters.assess({ offer, signature }, parameters.taker, facts);
  const dead = rejection ?? rejectByStake((await facts).stake, parameters.minCommittedStake);
  if (dead !== null) return reject(dead);
  const { machine, reason } = await rejectByMachine(client, offer, parameters.machine, parameters.signal);
  return reason === null ? { offer, signature, orderHash, state, machine } : reject(reason);
}
