import { readFile } from "node:fs/promises";
import type { Deployment } from "@wattle/sdk";
import { z } from "zod";

const contractSchema = z.object({ address: z.string().regex(/^0x[0-9a-fA-F]{40}$/) });

const deploymentFileSchema = z.object({
  chainId: z.int().min(1),
  name: z.string(),
  startBlock: z.int().min(0),
  contracts: z.object({
    ProviderRegistry: contractSchema,
    ProviderStaking: contractSchema,
    PaymentVault: contractSchema,
    JobEscrow: contractSchema,
    LeaseEscrow: contractSchema,
    SessionEscrow: contractSchema,
  }),
  tokens: z.object({ stake: z.string(), faucet: z.string().nullable() }),
});

/**
 * Reads a deployment record, `deployments/<chainId>.json`.
 *
 * @throws Error naming the file and what is wrong with it.
 */
export async function readDeploymentFile(path: string): Promise<Deployment> {
  const parsed = deploymentFileSchema.safeParse(JSON.parse(await readFile(path, "utf8")));
  if (!parsed.success) throw new Error(`${path} is no deployment record: ${z.prettifyError(parsed.error)}`);
  const { chainId, name, startBlock, contracts, tokens } = parsed.data;
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
    },
    tokens: { stake: tokens.stake, ...(tokens.faucet === null ? {} : { faucet: tokens.faucet }) },
  };
}
