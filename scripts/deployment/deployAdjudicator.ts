import AttestedAdjudicator from "../../ignition/modules/AttestedAdjudicator.ts";
import { withIgnition } from "./withIgnition.ts";

/** Who decides. */
export interface AdjudicatorParameters {
  /** The addresses of those who may sign, in any order. */
  readonly signers: readonly string[];
  /** How many of them decide. */
  readonly threshold: number;
}

/**
 * Deploys an `AttestedAdjudicator` through its Ignition module to a chain process that has the suite.
 *
 * @param rpcUrl Where the chain answers.
 * @param journal The folder that the suite was deployed with: the adjudicator holds its fees in the same vault.
 * @returns Its address.
 */
export async function deployAdjudicator(
  rpcUrl: string,
  journal: string,
  { signers, threshold }: AdjudicatorParameters,
): Promise<string> {
  // The contract takes them in ascending order, so that none can be there twice.
  const ascending = [...signers].sort((one, other) => (BigInt(one) < BigInt(other) ? -1 : 1));
  return withIgnition(rpcUrl, journal, async ({ ignition }) => {
    const { attestedAdjudicator } = await ignition.deploy(AttestedAdjudicator, {
      parameters: { AttestedAdjudicator: { signers: ascending, threshold } },
    });
    return attestedAdjudicator.getAddress();
  });
}
