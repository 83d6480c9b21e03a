import { sameAddress } from "../../abi/sameAddress.ts";
import type { CourtMismatch } from "../../errors/courtErrors.ts";
import type { CourtTerms } from "./checkCourtTerms.ts";
import type { GetCourtRulesReturnType } from "./getCourtRules.ts";

/** What must be left of a ruling period for somebody to open the case, in seconds. */
export const OPENING_SECONDS = 60;

/** Where terms do not say what a court's rules ask for. */
export function courtMismatches(
  terms: CourtTerms,
  rules: Pick<GetCourtRulesReturnType, "feeToken" | "panelFee" | "longestRunSeconds" | "neededSeconds">,
): CourtMismatch[] {
  const { token, disputeFee, rulingSeconds } = terms;
  const [runField, runSeconds] =
    "runLimitSeconds" in terms
      ? (["runLimitSeconds", terms.runLimitSeconds] as const)
      : (["maxRunSeconds", terms.maxRunSeconds] as const);
  const neededSeconds = rules.neededSeconds + OPENING_SECONDS;
  const mismatches: CourtMismatch[] = [];
  if (!sameAddress(token, rules.feeToken))
    mismatches.push({ field: "token", value: token, must: "be", required: rules.feeToken });
  if (disputeFee !== rules.panelFee)
    mismatches.push({ field: "disputeFee", value: disputeFee, must: "be", required: rules.panelFee });
  const { longestRunSeconds: longest } = rules;
  if (runSeconds > longest)
    mismatches.push({ field: runField, value: runSeconds, must: "be at most", required: longest });
  if (rulingSeconds < neededSeconds) {
    const required = neededSeconds;
    mismatches.push({ field: "rulingSeconds", value: rulingSeconds, must: "be at least", required });
  }
  return mismatches;
}
