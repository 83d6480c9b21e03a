import SlashingCourt from "../../ignition/modules/SlashingCourt.ts";
import type { CourtRules } from "../../sdk/src/types/court.ts";
import { withIgnition } from "./withIgnition.ts";

/** What a court stands on, and what it serves. */
export interface CourtParameters {
  /** Where seats are locked: the suite's staking. */
  readonly providerStaking: string;
  /** Where fees are held: the suite's vault. */
  readonly paymentVault: string;
  readonly rules: CourtRules;
}

/**
 * Deploys a `SlashingCourt` through its Ignition module to a chain process on this machine.
 *
 * @param rpcUrl Where the chain answers.
 * @returns Its address.
 * @throws Error when the rules contradict each other: `CourtSeats_RuleInvalid`.
 */
export async function deployCourt(
  rpcUrl: string,
  { providerStaking, paymentVault, rules }: CourtParameters,
): Promise<string> {
  return withIgnition(rpcUrl, async ({ ignition }) => {
    const { slashingCourt } = await ignition.deploy(SlashingCourt, {
      parameters: { SlashingCourt: { providerStaking, paymentVault, rules: { ...rules } } },
    });
    return slashingCourt.getAddress();
  });
}
