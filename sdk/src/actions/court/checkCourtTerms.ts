import type { WattleClient } from "../../client/wattleClient.ts";
import { CourtTermsError } from "../../errors/courtErrors.ts";
import { courtMismatches } from "./courtMismatches.ts";
import {
  findCourtRules,
  type FindCourtRulesErrorType,
  type FindCourtRulesReturnType,
} from "./findCourtRules.ts";

/** What an order or a job says of its disputes. */
export type CourtTerms = {
  readonly adjudicator: string;
  readonly token: string;
  /** Base units of the token. */
  readonly disputeFee: bigint;
  readonly rulingSeconds: number;
} & (
  | {
      /** How long a job may run. */
      readonly runLimitSeconds: number;
    }
  | {
      /** The longest run that an offer allows. */
      readonly maxRunSeconds: number;
    }
);

/** What {@link checkCourtTerms} takes. */
export interface CheckCourtTermsParameters {
  readonly terms: CourtTerms;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link checkCourtTerms} returns: the court's rules; null where the adjudicator is no slashing court. */
export type CheckCourtTermsReturnType = FindCourtRulesReturnType;

/** What {@link checkCourtTerms} throws. */
export type CheckCourtTermsErrorType = FindCourtRulesErrorType | CourtTermsError;

/**
 * Makes sure that the court that an order names would take its disputes. Where it would not, a dispute ends without a
 * ruling: a client that disputes a right result gets a part of the price back for nothing.
 *
 * @throws {@link CourtTermsError} when the court would refuse its cases; it names each value and what it must be.
 * @throws Any other {@link CheckCourtTermsErrorType}.
 *
 * @example
 * ```ts
 * import { checkCourtTerms } from "@wattle/sdk";
 *
 * await checkCourtTerms(client, { terms: offer });
 * ```
 */
export async function checkCourtTerms(
  client: WattleClient,
  { terms, signal }: CheckCourtTermsParameters,
): Promise<CheckCourtTermsReturnType> {
  const { adjudicator } = terms;
  const rules = await findCourtRules(client, { adjudicator, signal });
  if (rules === null) return null;
  const mismatches = courtMismatches(terms, rules);
  if (mismatches.length > 0) throw new CourtTermsError(adjudicator, mismatches);
  return rules;
}
