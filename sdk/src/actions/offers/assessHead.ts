import { ZeroAddress } from "ethers";
import { sameAddress } from "../../abi/sameAddress.ts";
import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import { OfferBookCannotPromiseError } from "../../errors/contract/offerBookErrors.ts";
import { OrderOutOfBoundsError } from "../../errors/contract/orderBookErrors.ts";
import type { Offer } from "../../types/offer.ts";
import type { OfferRejection } from "../../types/offerRejection.ts";
import type { OrderState } from "../../types/orderState.ts";
import { consents } from "../orders/consents.ts";
import { describeBounds } from "../orders/describeBounds.ts";
import { getOrderState } from "../orders/getOrderState.ts";
import { signerOf } from "../orders/signerOf.ts";
import type { OfferFacts } from "./offerFacts.ts";

/** What decides about an offer whatever its market. */
export type OfferHead = Pick<Offer, "provider" | "taker" | "slots" | "maxFills" | "expiresAt" | "authEpoch">;

/** What {@link assessHead} takes. */
export interface AssessHeadParameters {
  /** The market's address. */
  readonly market: string;
  /** The offer's EIP-712 digest. */
  readonly orderHash: string;
  readonly offer: OfferHead;
  readonly signature: string;
  /** Who would take it; null for anyone. */
  readonly taker: string | null;
  /** What it opens, in words. */
  readonly fills: "jobs" | "leases";
  /** Asks the market whether an account could publish the offer, for the rules are those of signing it. */
  readonly tryToPublish: (from: string) => Promise<unknown>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Asks the chain whether an offer of any market could be taken, in the order in which the market would refuse it, once
 * the taker's own choices have been looked at.
 *
 * @param reads What the provider's offers have in common.
 */
export async function assessHead(
  client: WattleClient,
  parameters: AssessHeadParameters,
  reads: Promise<OfferFacts>,
): Promise<{ readonly state: OrderState; readonly rejection: OfferRejection | null }> {
  const { market, orderHash, signal } = parameters;
  const [state, facts] = await Promise.all([getOrderState(client, { orderHash, market, signal }), reads]);
  const rejection =
    rejectByState(state, parameters) ??
    rejectByFacts(facts, parameters.offer) ??
    (state.approved ? null : await rejectBySignature(client, parameters, facts.owner));
  return { state, rejection };
}

function rejectByState(
  state: OrderState,
  { offer, taker, fills }: AssessHeadParameters,
): OfferRejection | null {
  if (state.canceled) return { code: "canceled", message: "the provider withdrew it" };
  if (offer.taker !== ZeroAddress && !sameAddress(offer.taker, taker)) {
    return { code: "taker", message: `it is for ${offer.taker} only` };
  }
  if (state.filled >= offer.maxFills) {
    return { code: "fully-taken", message: `it opened all of its ${offer.maxFills} ${fills}` };
  }
  if (state.active >= offer.slots) {
    return { code: "no-free-slot", message: `all of its ${offer.slots} slots are in use` };
  }
  return null;
}

function rejectByFacts({ nowAt, authEpoch }: OfferFacts, offer: OfferHead): OfferRejection | null {
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

/**
 * Asks the market whether the key that signed an offer could publish it, for the rules for both are the same; and if it
 * may not, the provider's owner, where that is a contract (ERC-1271).
 */
async function rejectBySignature(
  client: WattleClient,
  { orderHash: digest, signature, taker, tryToPublish, signal }: AssessHeadParameters,
  owner: string,
): Promise<OfferRejection | null> {
  // Without a signature, the market asks whether the caller itself may make the offer.
  const key = signature === "0x" ? taker : signerOf(digest, signature);
  const refusal = await rejectByPublishing(tryToPublish, key ?? owner, signal);
  const promised = key !== null && refusal === null;
  if (promised || refusal?.code === "malformed") return refusal;
  if (await consents(client, { account: owner, digest, signature, signal })) return null;
  return refusal ?? { code: "signature", message: "its signature is of no key" };
}

async function rejectByPublishing(
  tryToPublish: AssessHeadParameters["tryToPublish"],
  from: string,
  signal: AbortSignal | undefined,
): Promise<OfferRejection | null> {
  try {
    await reading(tryToPublish(from), signal);
    return null;
  } catch (error) {
    if (error instanceof OfferBookCannotPromiseError) {
      return { code: "signature", message: `${from} may not promise it for the provider` };
    }
    if (error instanceof OrderOutOfBoundsError) return { code: "malformed", message: describeBounds(error) };
    throw error;
  }
}
