export type { Deployment, DeploymentContracts, DeploymentTokens } from "./deployment.ts";
export { knownDeployments } from "./known.ts";
