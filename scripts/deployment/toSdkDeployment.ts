import type { Deployment } from "../../sdk/src/deployments/deployment.ts";
import type { DeploymentRecord } from "./record.ts";

/** What the SDK needs of a deployment record. */
export function toSdkDeployment({
  chainId,
  name,
  startBlock,
  contracts,
  tokens,
}: DeploymentRecord): Deployment {
  return {
    chainId,
    name,
    startBlock,
    contracts: {
      providerRegistry: contracts.ProviderRegistry.address,
      providerStaking: contracts.ProviderStaking.address,
      paymentVault: contracts.PaymentVault.address,
      jobEscrow: contracts.JobEscrow.address,
      leaseEscrow: contracts.LeaseEscrow.address,
      sessionEscrow: contracts.SessionEscrow.address,
      ...(contracts.SlashingCourt === undefined ? {} : { slashingCourt: contracts.SlashingCourt.address }),
    },
    tokens: { stake: tokens.stake, ...(tokens.faucet === null ? {} : { faucet: tokens.faucet }) },
  };
}
