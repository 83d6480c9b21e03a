import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";
import { CASE_STATES, type CaseDocket, RULINGS } from "../../types/case.ts";
import { adjudicatorAt, type CaseName, marketOf } from "./adjudicatorAt.ts";

/** What {@link getCase} takes. */
export interface GetCaseParameters extends CaseName {
  readonly signal?: AbortSignal | undefined;
}

/** What {@link getCase} returns; its state is `none` if there is no such case. */
export type GetCaseReturnType = CaseDocket;

/** What {@link getCase} throws. */
export type GetCaseErrorType = ReadErrorType;

/**
 * Reads what an attested adjudicator stores of a case.
 *
 * @throws Any {@link GetCaseErrorType}.
 *
 * @example
 * ```ts
 * import { getCase } from "@wattle/sdk";
 *
 * const { state, ruling } = await getCase(client, { adjudicator: job.terms.adjudicator, caseId: jobId });
 * ```
 */
export async function getCase(
  client: WattleClient,
  parameters: GetCaseParameters,
): Promise<GetCaseReturnType> {
  const { adjudicator, caseId, signal } = parameters;
  const market = marketOf(client, parameters);
  const docket = await reading(adjudicatorAt(client, adjudicator).docketOf(market, caseId), signal);
  return {
    state: CASE_STATES[Number(docket.state)] ?? "none",
    ruling: RULINGS[Number(docket.ruling)] ?? "none",
    client: docket.client,
    rulingUntil: Number(docket.rulingUntil),
    token: docket.token,
    fee: docket.fee,
  };
}
