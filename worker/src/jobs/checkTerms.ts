import type { JobTerms } from "@wattle/sdk";
import type { Policy } from "../config/schema.ts";
import { JobRefusedError } from "./refusal.ts";

/**
 * Checks what a job pays and how long it may run against the operator's policy.
 *
 * @throws {@link JobRefusedError}
 */
export function checkTerms(terms: JobTerms, policy: Policy): void {
  if (terms.runLimitSeconds > policy.maxRunSeconds) {
    throw new JobRefusedError(
      `The run limit of ${terms.runLimitSeconds} s exceeds the ${policy.maxRunSeconds} s that this provider accepts.`,
    );
  }
  const rates = Object.entries(policy.minRatePerSecond);
  if (rates.length === 0) return;
  const rate = rates.find(([token]) => token.toLowerCase() === terms.token.toLowerCase())?.[1];
  if (rate === undefined) {
    throw new JobRefusedError(`This provider does not accept payment in ${terms.token}.`);
  }
  if (terms.ratePerSecond < rate) {
    throw new JobRefusedError(
      `The rate of ${terms.ratePerSecond} a second is below this provider's ${rate}.`,
    );
  }
}
