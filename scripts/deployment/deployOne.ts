import type { Signer } from "ethers";
import { type ContractName, initCodeOf, readArtifact } from "../artifacts.ts";
import { describeRevert } from "./describeRevert.ts";
import { DeploymentRevertedError } from "./errors.ts";
import { waitForReceipt } from "./waitForReceipt.ts";

/**
 * Deploys a contract that is not part of the suite. Each call makes another one, wherever the account's nonce puts it.
 *
 * @returns Its address.
 * @throws {@link DeploymentRevertedError} when its constructor refuses the arguments.
 */
export async function deployOne(
  signer: Signer,
  name: ContractName,
  args: readonly unknown[],
): Promise<string> {
  const artifact = await readArtifact(name);
  try {
    const sent = await signer.sendTransaction({ data: initCodeOf(artifact, args) });
    if (signer.provider === null) throw new TypeError("The signer has no provider.");
    const { contractAddress } = await waitForReceipt(signer.provider, sent.hash);
    if (contractAddress === null) throw new DeploymentRevertedError(name, "the transaction left no code");
    return contractAddress;
  } catch (error) {
    const reason = describeRevert(artifact.abi, error);
    if (reason === null) throw error;
    throw new DeploymentRevertedError(name, reason, error);
  }
}
