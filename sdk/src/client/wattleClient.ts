import type { Provider, Signer } from "ethers";
import type { JobEscrow } from "../contracts/JobEscrow.ts";
import type { LeaseEscrow } from "../contracts/LeaseEscrow.ts";
import type { PaymentVault } from "../contracts/PaymentVault.ts";
import type { ProviderRegistry } from "../contracts/ProviderRegistry.ts";
import type { ProviderStaking } from "../contracts/ProviderStaking.ts";
import type { SessionEscrow } from "../contracts/SessionEscrow.ts";
import type { Deployment } from "../deployments/deployment.ts";

/** The contracts of a client's deployment, connected to its provider. */
export interface WattleContracts {
  readonly registry: ProviderRegistry;
  readonly staking: ProviderStaking;
  readonly vault: PaymentVault;
  readonly escrow: JobEscrow;
  readonly leases: LeaseEscrow;
  readonly sessions: SessionEscrow;
}

/** What every action takes first: where to read, who signs, and which contracts. */
export interface WattleClient {
  readonly chainId: number;
  readonly deployment: Deployment;
  readonly provider: Provider;
  /** Who sends and signs; null for a client that only reads. */
  readonly signer: Signer | null;
  readonly contracts: WattleContracts;
  /** Pause between two looks at the chain, in milliseconds. */
  readonly pollingIntervalMs: number;
}
