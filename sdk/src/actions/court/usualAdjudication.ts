import type { WattleClient } from "../../client/wattleClient.ts";
import { findCourtRules, type FindCourtRulesParameters } from "./findCourtRules.ts";

/** What orders say of their disputes, unless they say otherwise. */
export interface UsualAdjudication {
  readonly disputeFee: bigint;
  readonly rulingSeconds: number;
  /** The longest run that the adjudicator takes. */
  readonly longestRunSeconds: number;
}

const USUAL_RULING_SECONDS = 3 * 24 * 3600;

/** Somebody has to open the case before a court's time begins: an hour for everybody's workers to be back. */
const TO_OPEN_SECONDS = 3600;

/** Where a slashing court is named its rules say it; otherwise three days, and no fee. */
export async function usualAdjudication(
  client: WattleClient,
  parameters: FindCourtRulesParameters,
): Promise<UsualAdjudication> {
  const rules = await findCourtRules(client, parameters);
  return {
    disputeFee: rules?.panelFee ?? 0n,
    rulingSeconds: Math.max(USUAL_RULING_SECONDS, (rules?.neededSeconds ?? 0) + TO_OPEN_SECONDS),
    longestRunSeconds: rules?.longestRunSeconds ?? Infinity,
  };
}
