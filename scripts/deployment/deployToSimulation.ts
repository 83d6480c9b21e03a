import type { NetworkConnection } from "hardhat/types/network";
import { deployLocal } from "./deployLocal.ts";
import type { DeploymentRecord } from "./record.ts";

/**
 * Deploys the suite to a chain in this process.
 *
 * @param thawSeconds How long stake thaws; `deployments/parameters/localhost.json5` unless given.
 * @throws Error when a contract cannot be deployed.
 */
export async function deployToSimulation(
  { ethers }: NetworkConnection,
  thawSeconds?: number,
): Promise<DeploymentRecord> {
  const [signer] = await ethers.getSigners();
  if (signer === undefined) throw new TypeError("The chain has no accounts.");
  return deployLocal({ provider: ethers.provider, signer }, thawSeconds);
}
