import {
  findOffers,
  type OfferMatch,
  type OfferRequirements,
  type SignedOffer,
  type WattleClient,
} from "@wattle/sdk";
import type { DemoProvider } from "../provider.ts";
import { showTokens } from "../money.ts";
import type { Screen } from "../screen.ts";

/** The cheapest offer that meets the client's needs, and why each other one does not. */
export async function chooseOffer(
  client: WattleClient,
  providers: readonly DemoProvider[],
  needs: OfferRequirements,
  screen: Screen,
): Promise<{ match: OfferMatch; chosen: DemoProvider }> {
  const nameOf = ({ offer }: SignedOffer): string =>
    providers.find(({ keys }) => keys.owner.address === offer.provider)?.machine.name ?? offer.provider;
  // Published offers are found on chain; one that was only signed has to come from somewhere, here from its provider.
  const signed = providers.map(({ offer }) => offer).filter(({ signature }) => signature !== "0x");
  const { matches, rejected } = await findOffers(client, { ...needs, offers: signed });
  for (const offer of rejected) screen.say("client", `not ${nameOf(offer)}: ${offer.reason.message}`);
  const [match] = matches;
  const chosen = providers.find(({ keys }) => keys.owner.address === match?.offer.provider);
  if (match === undefined || chosen === undefined) throw new Error("No offer meets the client's needs.");
  screen.say(
    "client",
    `takes ${nameOf(match)}, the cheapest left, at ${showTokens(match.offer.ratePerSecond)} a second`,
  );
  return { match, chosen };
}
