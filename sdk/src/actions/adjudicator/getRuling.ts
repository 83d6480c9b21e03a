import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";
import { type Ruling, RULINGS } from "../../types/case.ts";
import { adjudicatorAt, type CaseName, marketOf } from "./adjudicatorAt.ts";

/** What {@link getRuling} takes. */
export interface GetRulingParameters extends CaseName {
  readonly signal?: AbortSignal | undefined;
}

/** What {@link getRuling} returns: `none` until the adjudicator has answered. */
export type GetRulingReturnType = Ruling;

/** What {@link getRuling} throws. */
export type GetRulingErrorType = ReadErrorType;

/**
 * Reads an adjudicator's answer, as the market would. Any adjudicator has one, not only an attested one.
 *
 * @throws Any {@link GetRulingErrorType}.
 *
 * @example
 * ```ts
 * import { applyRuling, getRuling } from "@wattle/sdk";
 *
 * const ruling = await getRuling(client, { adjudicator: job.terms.adjudicator, caseId: jobId });
 * if (ruling !== "none") await applyRuling(client, { terms: job.terms });
 * ```
 */
export async function getRuling(
  client: WattleClient,
  parameters: GetRulingParameters,
): Promise<GetRulingReturnType> {
  const { adjudicator, caseId, signal } = parameters;
  const market = marketOf(client, parameters);
  const ruling = await reading(adjudicatorAt(client, adjudicator).rulingOf(market, caseId), signal);
  return RULINGS[Number(ruling)] ?? "none";
}
