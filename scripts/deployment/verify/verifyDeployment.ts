import type { Provider } from "ethers";
import type { NetworkDescription } from "../networks.ts";
import type { NetworkParameters } from "../parameters.ts";
import { planSuite } from "../planSuite.ts";
import type { DeploymentRecord } from "../record.ts";
import { rehearse } from "../rehearse.ts";
import { checkChain } from "./checkChain.ts";
import { checkRecordAgainstPlan } from "./checkRecordAgainstPlan.ts";
import { checkRoles } from "./checkRoles.ts";
import { checkWiring } from "./checkWiring.ts";
import { compare, type Finding } from "./finding.ts";

/** What {@link verifyDeployment} takes. */
export interface VerifyDeploymentParameters {
  readonly network: NetworkDescription;
  readonly parameters: NetworkParameters;
  readonly record: DeploymentRecord;
  readonly signal?: AbortSignal;
}

/**
 * Compares chain, record, parameters and sources with each other: addresses, code with its immutables, constructor
 * arguments, wiring, and that nobody has a privilege.
 *
 * @returns Everything that was looked at, what is wrong included.
 */
export async function verifyDeployment(
  provider: Provider,
  { network, parameters, record, signal }: VerifyDeploymentParameters,
): Promise<readonly Finding[]> {
  const suite = await planSuite(parameters);
  const rehearsed = await rehearse(network.chainId, suite.contracts);
  return [
    compare("record", "network", record.name, network.name),
    compare("record", "chain id", record.chainId, network.chainId),
    ...(await checkRecordAgainstPlan(record, suite)),
    ...(await checkChain(provider, { network, record, suite, rehearsed, ...(signal && { signal }) })),
    ...(await checkWiring(provider, record, suite)),
    ...(await checkRoles(provider, record)),
  ];
}
