import { ZeroAddress } from "ethers";
import { sameAddress } from "../../abi/sameAddress.ts";
import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import { OfferBookCannotPromiseError } from "../../errors/contract/offerBookErrors.ts";
import { OrderOutOfBoundsError } from "../../errors/contract/orderBookErrors.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";
import type { Offer, SignedOffer } from "../../types/offer.ts";
import type { OrderState } from "../../types/orderState.ts";
import type { OfferRejection } from "../../types/offerRejection.ts";
import { consents } from "../orders/consents.ts";
import { describeBounds } from "../orders/describeBounds.ts";
import { getOrderState } from "../orders/getOrderState.ts";
import { signerOf } from "../orders/signerOf.ts";
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
  parameters: AssessOfferParameters,
  reads: Promise<OfferFacts>,
): Promise<AssessOfferReturnType> {
  const { offer, signature, signal } = parameters;
  const orderHash = hashOffer(client, { offer });
  const [state, facts] = await Promise.all([getOrderState(client, { orderHash, signal }), reads]);
  const rejection =
    rejectByState(state, parameters) ??
    rejectByFacts(facts, offer) ??
    (state.approved ? null : await rejectBySignature(client, parameters, orderHash, facts.owner)) ??
    rejectByCollateral(facts, offer);
  return { offer, signature, orderHash, state, rejection };
}

function rejectByState(
  state: OrderState,
  { offer, taker, runLimitSeconds = offer.minRunSeconds }: AssessOfferParameters,
): OfferRejection | null {
  const { minRunSeconds, maxRunSeconds } = offer;
  if (runLimitSeconds < minRunSeconds || runLimitSeconds > maxRunSeconds) {
    const message = `it allows runs of ${minRunSeconds} to ${maxRunSeconds} s, not ${runLimitSeconds} s`;
    return { code: "run-limit", message };
  }
  if (state.canceled) return { code: "canceled", message: "the provider withdrew it" };
  if (offer.taker !== ZeroAddress && !sameAddress(offer.taker, taker)) {
    return { code: "taker", message: `it is for ${offer.taker} only` };
  }
  if (state.filled >= offer.maxFills) {
    return { code: "fully-taken", message: `it opened all of its ${offer.maxFills} jobs` };
  }
  if (state.active >= offer.slots) {
    return { code: "no-free-slot", message: `all of its ${offer.slots} slots are in use` };
  }
  return null;
}

function rejectByFacts({ nowAt, authEpoch }: OfferFacts, offer: Offer): OfferRejection | null {
  if (nowAt > offer.expiresAt) {
    const expiry = new Date(offer.expiresAt * 1000).toISOString();
    return { code: "expired", message: `it expired at ${expiry}` };
  }
  if (offer.authEpoch !== authEpoch || authEpoch === 0) {
    const message = `it was made in epoch ${offer.authEpoch} of its provider, which is in ${authEpoch}`;
    return { code: "epoch", message };
  }
  return null;
}

function rejectByCollateral({ stake }: OfferFacts, { collateral }: Offer): OfferRejection | null {
  const { available } = stake.authorization;
  if (available >= collateral) return null;
  const message = `the market may lock ${available} of its provider's stake, less than ${collateral}`;
  return { code: "authorization", message };
}

/**
 * Asks the market whether the key that signed an offer could publish it, for the rules for both are the same; and if it
 * may not, the provider's owner, where that is a contract (ERC-1271).
 */
async function rejectBySignature(
  client: WattleClient,
  { offer, signature, taker, signal }: AssessOfferParameters,
  digest: string,
  owner: string,
): Promise<OfferRejection | null> {
  // Without a signature, the market asks whether the caller itself may make the offer.
  const key = signature === "0x" ? (taker ?? null) : signerOf(digest, signature);
  const refusal = await rejectByPublishing(client, offer, key ?? owner, signal);
  const promised = key !== null && refusal === null;
  if (promised || refusal?.code === "malformed") return refusal;
  if (await consents(client, { account: owner, digest, signature, signal })) return null;
  return refusal ?? { code: "signature", message: "its signature is of no key" };
}

async function rejectByPublishing(
  client: WattleClient,
  offer: Offer,
  from: string,
  signal: AbortSignal | undefined,
): Promise<OfferRejection | null> {
  try {
    await reading(client.contracts.escrow.publishOffer.staticCall(offer, { from }), signal);
    return null;
  } catch (error) {
    if (error instanceof OfferBookCannotPromiseError) {
      return { code: "signature", message: `${from} may not promise it for the provider` };
    }
    if (error instanceof OrderOutOfBoundsError) return { code: "malformed", message: describeBounds(error) };
    throw error;
  }
}
