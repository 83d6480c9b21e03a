import { ZeroAddress } from "ethers";
import type { WattleClient } from "../../client/wattleClient.ts";
import { ContractMissingError } from "../../errors/clientErrors.ts";
import { isContractsFault } from "../../errors/contract/isContractsFault.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";
import { getCourtRules, type GetCourtRulesReturnType } from "./getCourtRules.ts";

/** What {@link findCourtRules} takes. */
export interface FindCourtRulesParameters {
  /** Whom an order names for its disputes. */
  readonly adjudicator: string;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link findCourtRules} returns. */
export type FindCourtRulesReturnType = GetCourtRulesReturnType | null;

/** What {@link findCourtRules} throws. */
export type FindCourtRulesErrorType = ReadErrorType;

/** Rules never change, and a contract without any gets none: each is asked once. */
const known = new WeakMap<WattleClient, Map<string, FindCourtRulesReturnType>>();

/**
 * Reads the rules of an adjudicator that is a slashing court.
 *
 * @returns Null where it is none: nobody, an account, another kind of contract.
 * @throws Any {@link FindCourtRulesErrorType}, as when the endpoint does not answer: then nothing is known.
 *
 * @example
 * ```ts
 * import { findCourtRules } from "@wattle/sdk";
 *
 * const rules = await findCourtRules(client, { adjudicator: offer.adjudicator });
 * if (rules !== null) console.log(`${rules.panelSeats} jurors judge, for ${rules.panelFee}`);
 * ```
 */
export async function findCourtRules(
  client: WattleClient,
  { adjudicator, signal }: FindCourtRulesParameters,
): Promise<FindCourtRulesReturnType> {
  if (adjudicator === ZeroAddress) return null;
  const courts = known.get(client) ?? new Map<string, FindCourtRulesReturnType>();
  known.set(client, courts);
  const key = adjudicator.toLowerCase();
  const before = courts.get(key);
  if (before !== undefined) return before;
  try {
    const rules = await getCourtRules(client, { court: adjudicator, signal });
    courts.set(key, rules);
    return rules;
  } catch (error) {
    if (!isContractsFault(error)) throw error;
    // Where there is no code, or an endpoint that is behind sees none yet, a court may still come.
    if (!(error instanceof ContractMissingError)) courts.set(key, null);
    return null;
  }
}
