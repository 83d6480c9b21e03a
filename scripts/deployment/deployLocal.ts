import type { Signer } from "ethers";
import { installCreateX, type LocalProvider } from "./createX.ts";
import { deployContracts } from "./deployContracts.ts";
import { describeDeployment } from "./describeDeployment.ts";
import { networkOf } from "./networkOf.ts";
import { readParameters } from "./parameters.ts";
import { planSuite } from "./planSuite.ts";
import type { DeploymentRecord } from "./record.ts";

/** What can deploy on this machine: a chain in this process, or a process of its own. */
export interface LocalConnection {
  readonly provider: LocalProvider;
  /** The node's first account. */
  readonly signer: Signer;
}

/**
 * Deploys the suite to a chain on this machine, beside a FaucetToken to stake and pay with, and describes what is there
 * now.
 *
 * @param thawSeconds How long stake thaws; `deployments/parameters/localhost.json5` unless given.
 * @throws Error if the record breaks its schema.
 */
export async function deployLocal(
  { provider, signer }: LocalConnection,
  thawSeconds?: number,
): Promise<DeploymentRecord> {
  const network = networkOf("localhost");
  const parameters = await readParameters(network.name);
  const suite = await planSuite({ ...parameters, thawSeconds: thawSeconds ?? parameters.thawSeconds });
  await installCreateX(provider, await signer.getAddress());
  await deployContracts(signer, suite.contracts);
  return describeDeployment(provider, { network, suite, commit: null });
}
