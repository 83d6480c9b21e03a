import type { WattleClient } from "../../client/wattleClient.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";
import type { Offer, SignedOffer } from "../../types/offer.ts";
import type { OfferRejection } from "../../types/offerRejection.ts";
import type { OrderState } from "../../types/orderState.ts";
import { assessHead, type AssessHeadParameters } from "./assessHead.ts";
import { hashOffer } from "./hashOffer.ts";
import { type OfferFacts, readOfferFacts } from "./offerFacts.ts";

/** What {@link assessOffer} takes. */
export interface AssessOfferParameters extends SignedOffer {
  /** The client that would take it. Default: anyone, so that offers for one client only are rejected. */
  readonly taker?: string | undefined;
  /** The run limit that it would be taken for. Default: the shortest one that it allows. */
  readonly runLimitSeconds?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link assessOffer} returns. */
export interface AssessOfferReturnType extends SignedOffer {
  readonly orderHash: string;
  readonly state: OrderState;
  /** Why it cannot be taken; null if it can. */
  readonly rejection: OfferRejection | null;
}

/** What {@link assessOffer} throws. */
export type AssessOfferErrorType = ReadErrorType;

/**
 * Asks the chain whether an offer could be taken now, in the order in which the market would refuse it.
 *
 * @throws Any {@link AssessOfferErrorType}.
 *
 * @example
 * ```ts
 * import { assessOffer } from "@wattle/sdk";
 *
 * const { rejection } = await assessOffer(client, { offer, signature });
 * console.log(rejection === null ? "alive" : rejection.message);
 * ```
 */
export async function assessOffer(
  client: WattleClient,
  parameters: AssessOfferParameters,
): Promise<AssessOfferReturnType> {
  const { offer, signal } = parameters;
  return assessWith(client, parameters, readOfferFacts(client, offer.provider, signal));
}

/** As {@link assessOffer}, with facts that several offers share. */
export async function assessWith(
  client: WattleClient,
  { offer, signature, taker, runLimitSeconds = offer.minRunSeconds, signal }: AssessOfferParameters,
  reads: Promise<OfferFacts>,
): Promise<AssessOfferReturnType> {
  const orderHash = hashOffer(client, { offer });
  const head: AssessHeadParameters = {
    market: client.deployment.contracts.jobEscrow,
    ...{ orderHash, offer, signature, taker: taker ?? null, fills: "jobs", signal },
    tryToPublish: (from) => client.contracts.escrow.publishOffer.staticCall(offer, { from }),
  };
  const { state, rejection: dead } = await assessHead(client, head, reads);
  const rejection =
    rejectByRunLimit(offer, runLimitSeconds) ?? dead ?? rejectByCollateral(await reads, offer);
  return { offer, signature, orderHash, state, rejection };
}

function rejectByRunLimit({ minRunSeconds, maxRunSeconds }: Offer, seconds: number): OfferRejection | null {
  if (seconds >= minRunSeconds && seconds <= maxRunSeconds) return null;
  const message = `it allows runs of ${minRunSeconds} to ${maxRunSeconds} s, not ${seconds} s`;
  return { code: "run-limit", message };
}

function rejectByCollateral({ stake }: OfferFacts, { collateral }: Offer): OfferRejection | null {
  const { available } = stake.authorization;
  if (available >= collateral) return null;
  const message = `the market may lock ${available} of its provider's stake, less than ${collateral}`;
  return { code: "authorization", message };
}
