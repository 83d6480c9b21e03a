import { deployOne } from "./deployOne.ts";
import { withLocalProcess } from "./withLocalProcess.ts";

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
 * Deploys an `AttestedAdjudicator` of one's own to a chain process on this machine.
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
  return withLocalProcess(rpcUrl, ({ signer }) =>
    deployOne(signer, "AttestedAdjudicator", [paymentVault, ascending, threshold]),
  );
}
