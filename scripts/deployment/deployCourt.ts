import type { CourtRules } from "../../sdk/src/types/court.ts";
import { deployOne } from "./deployOne.ts";
import { withLocalProcess } from "./withLocalProcess.ts";

/** What a court stands on, and what it serves. */
export interface CourtParameters {
  /** Where seats are locked: the suite's staking. */
  readonly providerStaking: string;
  /** Where fees are held: the suite's vault. */
  readonly paymentVault: string;
  readonly rules: CourtRules;
}

/**
 * Deploys a `SlashingCourt` of one's own to a chain process on this machine.
 *
 * @param rpcUrl Where the chain answers.
 * @returns Its address.
 * @throws DeploymentRevertedError when the rules contradict each other: `CourtSeats_RuleInvalid`.
 */
export async function deployCourt(
  rpcUrl: string,
  { providerStaking, paymentVault, rules }: CourtParameters,
): Promise<string> {
  return withLocalProcess(rpcUrl, ({ signer }) =>
    deployOne(signer, "SlashingCourt", [providerStaking, paymentVault, rules]),
  );
}
