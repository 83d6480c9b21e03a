import { checkCourtTerms, type CourtTerms, CourtTermsError, type WattleClient } from "@wattle/sdk";
import { JobRefusedError } from "./refusal.ts";

/**
 * Checks that the court that an order or a job names would take its disputes. Otherwise its client could dispute a right
 * result, wait for no ruling, and have a part of the price back for nothing.
 *
 * @throws {@link JobRefusedError}
 * @throws Errors with `retryable` when the chain does not answer now, and the signal's reason.
 */
export async function checkCourt(
  client: WattleClient,
  terms: CourtTerms,
  signal: AbortSignal,
): Promise<void> {
  try {
    await checkCourtTerms(client, { terms, signal });
  } catch (error) {
    if (!(error instanceof CourtTermsError)) throw error;
    const values = error.mismatches.map(
      ({ field, value, must, required }) => `${field} ${value} must ${must} ${required}`,
    );
    throw new JobRefusedError(`Its court would refuse every dispute: ${values.join(", ")}.`, error);
  }
}
