import {
  findOffers,
  type OfferMatch,
  type OfferRequirements,
  type SignedOffer,
  type WattleClient,
} from "@wattle/sdk";
import type { RegisteredProvider } from "../provider.ts";
import { showTokens } from "../money.ts";
import type { Play } from "./play.ts";

/** What {@link chooseOffer} takes. */
export interface ChooseOfferParameters<P extends RegisteredProvider> {
  readonly client: WattleClient;
  /** What the screen calls it. */
  readonly who: string;
  readonly providers: readonly P[];
  readonly needs: OfferRequirements;
}

/** The cheapest offer that meets a client's needs, and why each other one does not. */
export async function chooseOffer<P extends RegisteredProvider>(
  { screen, names }: Play,
  { client, who, providers, needs }: ChooseOfferParameters<P>,
): Promise<{ match: OfferMatch; chosen: P }> {
  const nameOf = ({ offer }: SignedOffer): string => names.get(offer.provider) ?? offer.provider;
  // Published offers are found on chain; one that was only signed has to come from somewhere, here from its provider.
  const signed = providers.map(({ offer }) => offer).filter(({ signature }) => signature !== "0x");
  const { matches, rejected } = await findOffers(client, { ...needs, offers: signed });
  for (const offer of rejected) screen.say(who, `not ${nameOf(offer)}: ${offer.reason.message}`);
  const [match] = matches;
  const chosen = providers.find(({ keys }) => keys.owner.address === match?.offer.provider);
  if (match === undefined || chosen === undefined) throw new Error("No offer meets the client's needs.");
  screen.say(
    who,
    `takes ${nameOf(match)}, the cheapest left, at ${showTokens(match.offer.ratePerSecond)} a second`,
  );
  return { match, chosen };
}
