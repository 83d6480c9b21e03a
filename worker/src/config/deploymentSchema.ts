import type { Deployment } from "@wattle/sdk";
import { z } from "zod";
import { addressSchema } from "./addressSchema.ts";

const contractSchema = z.object({ address: addressSchema });

/** A deployment's JSON file, as `deployments/<chainId>.json` holds it, read as the SDK needs it. */
export const deploymentSchema = z
  .object({
    chainId: z.int().min(1),
    name: z.string().min(1),
    startBlock: z.int().min(0),
    contracts: z.object({
      ProviderRegistry: contractSchema,
      ProviderStaking: contractSchema,
      PaymentVault: contractSchema,
      JobEscrow: contractSchema,
      LeaseEscrow: contractSchema,
      SessionEscrow: contractSchema,
    }),
    tokens: z.object({ stake: addressSchema, faucet: addressSchema.nullable() }),
  })
  .transform(({ chainId, name, startBlock, contracts, tokens }): Deployment => ({
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
  }));
