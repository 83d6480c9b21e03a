import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { RequestWarning } from "../../types/requestWarning.ts";
import { courtAt } from "./courtAt.ts";
import { findCourtRules, type FindCourtRulesErrorType } from "./findCourtRules.ts";

/** What {@link getCourtWarnings} takes. */
export interface GetCourtWarningsParameters {
  /** Whom an order names for its disputes. */
  readonly adjudicator: string;
  /** Whose cases. Default: the market of batch jobs. */
  readonly market?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link getCourtWarnings} returns: nothing where all is well, or where the adjudicator is no slashing court. */
export type GetCourtWarningsReturnType = readonly RequestWarning[];

/** What {@link getCourtWarnings} throws. */
export type GetCourtWarningsErrorType = FindCourtRulesErrorType;

/**
 * Says what either side should know before it names a court: whether there are jurors on the market's list, without its
 * free places, as the court counts them when a case opens. There may be more by the time of a dispute, or fewer.
 *
 * @throws Any {@link GetCourtWarningsErrorType}.
 *
 * @example
 * ```ts
 * import { getCourtWarnings } from "@wattle/sdk";
 *
 * for (const { message, action } of await getCourtWarnings(client, { adjudicator: court })) console.warn(message, action);
 * ```
 */
export async function getCourtWarnings(
  client: WattleClient,
  { adjudicator, market = client.deployment.contracts.jobEscrow, signal }: GetCourtWarningsParameters,
): Promise<GetCourtWarningsReturnType> {
  const rules = await findCourtRules(client, { adjudicator, signal });
  if (rules === null) return [];
  const { panelSeats, appealSeats } = rules;
  const seats = Number(await reading(courtAt(client, adjudicator).heldSeatCountOf(market), signal));
  const list = `The court ${adjudicator} has ${seats} seats on the list of ${market}`;
  if (seats < panelSeats) {
    const message = `${list}, and a panel needs ${panelSeats}: a dispute now would end without a ruling.`;
    return [{ code: "court-without-seats", message, action: "Name a court whose seats serve this market." }];
  }
  if (seats < panelSeats + appealSeats) {
    const message = `${list}; with fewer than ${panelSeats + appealSeats} nobody can appeal.`;
    return [{ code: "court-without-appeal", message, action: "Expect the first ruling to be the last." }];
  }
  return [];
}
