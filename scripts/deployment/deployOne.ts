import { Interface, type Signer } from "ethers";
import { type ContractName, readArtifact } from "../artifacts.ts";
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
  const { abi, bytecode } = await readArtifact(name);
  try {
    const sent = await signer.sendTransaction({
      data: bytecode + new Interface(abi).encodeDeploy(args).slice(2),
    });
    if (signer.provider === null) throw new TypeError("The signer has no provider.");
    const { contractAddress } = await waitForReceipt(signer.provider, sent.hash);
    if (contractAddress === null) throw new DeploymentRevertedError(name, "the transaction left no code");
    return contractAddress;
  } catch (error) {
    const reason = describeRevert(abi, error);
    if (reason === null) throw error;
    throw new DeploymentRevertedError(name, reason, error);
  }
}
