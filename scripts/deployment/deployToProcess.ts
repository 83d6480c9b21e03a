import { deployLocal } from "./deployLocal.ts";
import type { DeploymentRecord } from "./record.ts";
import { withLocalProcess } from "./withLocalProcess.ts";

/**
 * Deploys the suite to a chain process on this machine.
 *
 * @param rpcUrl Where the chain answers.
 * @param thawSeconds How long stake thaws; `deployments/parameters/localhost.json5` unless given.
 * @throws Error when a contract cannot be deployed.
 */
export async function deployToProcess(rpcUrl: string, thawSeconds?: number): Promise<DeploymentRecord> {
  return withLocalProcess(rpcUrl, (connection) => deployLocal(connection, thawSeconds));
}
