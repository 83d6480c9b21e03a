import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import { SeatNotDrawnError } from "../../errors/courtErrors.ts";
import type { PreparedVote } from "../../types/court.ts";
import { courtAt } from "./courtAt.ts";

/**
 * The place of a seat in the panel that it is on: never on both.
 *
 * @throws {@link SeatNotDrawnError} when it is on none.
 */
export async function findPanelPlace(
  client: WattleClient,
  { court, market, caseId, seat }: Pick<PreparedVote, "court" | "market" | "caseId" | "seat">,
  signal?: AbortSignal,
): Promise<number> {
  const contract = courtAt(client, court);
  const panels = await reading(
    Promise.all([contract.panelOf(market, caseId, false), contract.panelOf(market, caseId, true)]),
    signal,
  );
  const place = panels.map((seats) => seats.indexOf(BigInt(seat))).find((index) => index >= 0);
  if (place === undefined) throw new SeatNotDrawnError(caseId, seat);
  return place;
}
