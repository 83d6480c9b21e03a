import AttestedAdjudicator from "../../ignition/modules/AttestedAdjudicator.ts";
import { withIgnition } from "./withIgnition.ts";

/** Who decides. */
export interface AdjudicatorParameters {
  /** Where fees are held: the suite's vault. */
  readonly paymentVault: string;
  /** The addresses of those who may sign, in any order. */
  readonly signers: readonly string[];
  /** How many of them decide. */
  readonly threshold: number;
}

/**
 * Deploys an `AttestedAdjudicator` through its Ignition module to a chain process on this machine.
 *
 * @param rpcUrl Where the chain answers.
 * @returns Its address.
 */
export async function deployAdjudicator(
  rpcUrl: string,
  { paymentVault, signers, threshold }: AdjudicatorParameters,
): Promise<string> {
  // The contract takes them in ascending order, so that none can be there twice.
  const ascending = [...signers].sort((one, other) => (BigInt(one) < BigInt(other) ? -1 : 1));
  return withIgnition(rpcUrl, async ({ ignition }) => {
    const { attestedAdjudicator } = await ignition.deploy(AttestedAdjudicator, {
      parameters: { AttestedAdjudicator: { paymentVault, signers: ascending, threshold } },
    });
    return attestedAdjudicator.getAddress();
  });
}
