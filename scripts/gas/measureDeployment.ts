import { networkOf } from "../deployment/networkOf.ts";
import { readParameters } from "../deployment/parameters.ts";
import { planSuite } from "../deployment/planSuite.ts";
import { rehearse } from "../deployment/rehearse.ts";
import type { GasStep } from "./measureSteps.ts";

/** The network whose parameters are measured: the one with everything, the court included. */
const NETWORK = "sepolia";

/** Measures what each transaction of a deployment costs, in their order. */
export async function measureDeployment(): Promise<readonly GasStep[]> {
  const { contracts } = await planSuite(await readParameters(NETWORK));
  const rehearsed = await rehearse(networkOf(NETWORK).chainId, contracts);
  return contracts.map(({ name }) => ({ name, gas: rehearsed.get(name)?.gas ?? 0n }));
}
