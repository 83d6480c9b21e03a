import { ZeroAddress } from "ethers";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { CourtTermsError } from "../../errors/courtErrors.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";
import type { ProviderNotFoundError } from "../../errors/providerErrors.ts";
import type { Offer } from "../../types/offer.ts";
import { checkCourtTerms } from "../court/checkCourtTerms.ts";
import { usualAdjudication } from "../court/usualAdjudication.ts";
import { usualOffer } from "./usualOffer.ts";

/** What {@link prepareOffer} takes: what only the provider can decide, and anything that shall differ from the usual. */
export interface PrepareOfferParameters extends Partial<
  Omit<Offer, "provider" | "token" | "ratePerSecond" | "collateral">
> {
  /** The provider's id. */
  readonly provider: string;
  /** The payment token. */
  readonly token: string;
  /** Base units of the payment token for each second of the run limit. */
  readonly ratePerSecond: bigint;
  /** Base units of the stake token that each job locks. */
  readonly collateral: bigint;
  /** How long the offer can be taken, in seconds. Default: a week. `expiresAt` goes before it. */
  readonly validSeconds?: number;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link prepareOffer} returns. */
export type PrepareOfferReturnType = Offer;

/** What {@link prepareOffer} throws. */
export type PrepareOfferErrorType = ReadErrorType | ProviderNotFoundError | CourtTermsError;

/**
 * Fills in the rest of an offer: the provider's present epoch, an expiry by the chain's clock, a random salt and usual
 * windows: a minute to decline, a minute of slack, an hour to review, three days for a ruling, half the price without
 * one; runs from a second to an hour, one at a time, any number of times, for anyone, without an adjudicator. Where the
 * adjudicator is a slashing court, fee, time for a ruling and longest run are what its rules ask for.
 *
 * @throws {@link CourtTermsError} when the offer says something else than its court takes cases with.
 * @throws {@link ProviderNotFoundError} when there is no such provider.
 * @throws Any other {@link PrepareOfferErrorType}.
 *
 * @example
 * ```ts
 * import { prepareOffer } from "@wattle/sdk";
 *
 * const offer = await prepareOffer(client, {
 *   provider,
 *   token,
 *   ratePerSecond: 1_000n,
 *   collateral: 10n ** 18n,
 *   machineId,
 *   maxRunSeconds: 600,
 * });
 * ```
 */
export async function prepareOffer(
  client: WattleClient,
  parameters: PrepareOfferParameters,
): Promise<PrepareOfferReturnType> {
  const { validSeconds, signal, ...given } = parameters;
  const { provider, adjudicator = ZeroAddress } = given;
  const [usual, adjudication] = await Promise.all([
    usualOffer(client, { provider, validSeconds, signal }),
    usualAdjudication(client, { adjudicator, signal }),
  ]);
  const { longestRunSeconds, ...dispute } = adjudication;
  const offer = {
    ...usual,
    ...dispute,
    adjudicator,
    minRunSeconds: 1,
    maxRunSeconds: Math.min(3600, longestRunSeconds),
    declineSeconds: 60,
    slackSeconds: 60,
    reviewSeconds: 3600,
    noRulingBps: 5000,
    ...given,
  };
  await checkCourtTerms(client, { terms: offer, signal });
  return offer;
}
