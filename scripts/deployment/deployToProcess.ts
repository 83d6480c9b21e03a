import { deployLocal } from "./deployLocal.ts";
import type { DeploymentRecord } from "./record.ts";
import { withIgnition } from "./withIgnition.ts";

/**
 * Deploys the suite to a chain process on this machine.
 *
 * @param rpcUrl Where the chain answers.
 * @param thawSeconds How long stake thaws; `ignition/parameters/local.json5` unless given.
 * @throws Error when a contract cannot be deployed.
 */
export async function deployToProcess(rpcUrl: string, thawSeconds?: number): Promise<DeploymentRecord> {
  return withIgnition(rpcUrl, (connection) => deployLocal(connection, thawSeconds));
}
