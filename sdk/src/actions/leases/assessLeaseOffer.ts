import type { WattleClient } from "../../client/wattleClient.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";
import type { LeaseOffer, SignedLeaseOffer } from "../../types/leaseOffer.ts";
import type { OfferRejection } from "../../types/offerRejection.ts";
import type { OrderState } from "../../types/orderState.ts";
import { assessHead, type AssessHeadParameters } from "../offers/assessHead.ts";
import { type OfferFacts, readOfferFacts } from "../offers/offerFacts.ts";
import { hashLeaseOffer } from "./hashLeaseOffer.ts";

/** What {@link assessLeaseOffer} takes. */
export interface AssessLeaseOfferParameters extends SignedLeaseOffer {
  /** The client that would take it. Default: anyone, so that offers for one client only are rejected. */
  readonly taker?: string | undefined;
  /** How long the lease would last at most. Default: what would be paid in. */
  readonly leaseSeconds?: number | undefined;
  /** How many seconds would be paid in. Default: as few as it allows. */
  readonly fundedSeconds?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link assessLeaseOffer} returns. */
export interface AssessLeaseOfferReturnType extends SignedLeaseOffer {
  readonly orderHash: string;
  readonly state: OrderState;
  /** Why it cannot be taken; null if it can. */
  readonly rejection: OfferRejection | null;
}

/** What {@link assessLeaseOffer} throws. */
export type AssessLeaseOfferErrorType = ReadErrorType;

/**
 * Asks the chain whether an offer of leases could be taken now, in the order in which the market would refuse it.
 *
 * @throws Any {@link AssessLeaseOfferErrorType}.
 *
 * @example
 * ```ts
 * import { assessLeaseOffer } from "@wattle/sdk";
 *
 * const { rejection } = await assessLeaseOffer(client, { offer, signature, leaseSeconds: 3600 });
 * console.log(rejection === null ? "alive" : rejection.message);
 * ```
 */
export async function assessLeaseOffer(
  client: WattleClient,
  parameters: AssessLeaseOfferParameters,
): Promise<AssessLeaseOfferReturnType> {
  const { offer, signal } = parameters;
  return assessLeaseWith(client, parameters, readOfferFacts(client, offer.provider, signal));
}

/** As {@link assessLeaseOffer}, with facts that several offers share. */
export async function assessLeaseWith(
  client: WattleClient,
  parameters: AssessLeaseOfferParameters,
  reads: Promise<OfferFacts>,
): Promise<AssessLeaseOfferReturnType> {
  const { offer, signature, taker = null, signal } = parameters;
  const orderHash = hashLeaseOffer(client, { offer });
  const head: AssessHeadParameters = {
    market: client.deployment.contracts.leaseEscrow,
    ...{ orderHash, offer, signature, taker, fills: "leases", signal },
    tryToPublish: (from) => client.contracts.leases.publishOffer.staticCall(offer, { from }),
  };
  const { state, rejection: dead } = await assessHead(client, head, reads);
  const rejection = rejectByLength(offer, parameters) ?? dead;
  return { offer, signature, orderHash, state, rejection };
}

/** Why a lease of this length, with so much paid in, is none that an offer allows; null if it is. */
export function rejectByLength(
  { minFundedSeconds, maxLeaseSeconds }: LeaseOffer,
  wanted: { readonly leaseSeconds?: number | undefined; readonly fundedSeconds?: number | undefined },
): OfferRejection | null {
  const { fundedSeconds = minFundedSeconds, leaseSeconds = fundedSeconds } = wanted;
  if (leaseSeconds < minFundedSeconds || leaseSeconds > maxLeaseSeconds) {
    const message = `it allows leases of ${minFundedSeconds} to ${maxLeaseSeconds} s, not ${leaseSeconds} s`;
    return { code: "lease-length", message };
  }
  if (fundedSeconds < minFundedSeconds || fundedSeconds > leaseSeconds) {
    const bounds = `${minFundedSeconds} s up to the lease's ${leaseSeconds} s`;
    return { code: "funding", message: `it takes a deposit of ${bounds}, not ${fundedSeconds} s` };
  }
  return null;
}
