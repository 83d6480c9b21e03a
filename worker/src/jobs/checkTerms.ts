import type { JobTerms } from "@wattle/sdk";
import type { Policy } from "../config/schema.ts";
import { rateFloorOf } from "./rateFloorOf.ts";
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
  if (Object.keys(policy.minRatePerSecond).length === 0) return;
  const rate = rateFloorOf(policy.minRatePerSecond, terms.token);
  if (rate === undefined) {
    throw new JobRefusedError(`This provider does not accept payment in ${terms.token}.`);
  }
  if (terms.ratePerSecond < rate) {
    throw new JobRefusedError(
      `The rate of ${terms.ratePerSecond} a second is below this provider's ${rate}.`,
    );
  }
}
