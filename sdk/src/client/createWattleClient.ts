import type { Provider, Signer } from "ethers";
import { JobEscrow__factory } from "../contracts/factories/JobEscrow__factory.ts";
import { LeaseEscrow__factory } from "../contracts/factories/LeaseEscrow__factory.ts";
import { PaymentVault__factory } from "../contracts/factories/PaymentVault__factory.ts";
import { ProviderRegistry__factory } from "../contracts/factories/ProviderRegistry__factory.ts";
import { ProviderStaking__factory } from "../contracts/factories/ProviderStaking__factory.ts";
import { SessionEscrow__factory } from "../contracts/factories/SessionEscrow__factory.ts";
import type { Deployment } from "../deployments/deployment.ts";
import { knownDeployments } from "../deployments/index.ts";
import { MissingProviderError, UnknownChainError } from "../errors/clientErrors.ts";
import { createRpcProvider } from "../rpc/createRpcProvider.ts";
import type { WattleClient, WattleContracts } from "./wattleClient.ts";

/** What {@link createWattleClient} takes: where to read, who signs, and which deployment. */
export interface CreateWattleClientParameters {
  /** Where to read. Default: a provider over `rpcUrls`, or the signer's own. */
  readonly provider?: Provider;
  /** JSON-RPC endpoints, the preferred one first: see {@link createRpcProvider}. */
  readonly rpcUrls?: string | readonly string[];
  /** Who sends and signs: a wallet, or the account of a browser's wallet. */
  readonly signer?: Signer;
  /** The contracts, where the chain is not one that the SDK knows. */
  readonly deployment?: Deployment;
  /** The chain, where the SDK knows the deployment. */
  readonly chainId?: number;
  /** Pause between two looks at the chain, in milliseconds. Default: 1,000. */
  readonly pollingIntervalMs?: number;
}

/** What {@link createWattleClient} throws. */
export type CreateWattleClientErrorType = UnknownChainError | MissingProviderError;

/**
 * Makes the client that every action takes. It asks nothing of the network.
 *
 * @throws {@link UnknownChainError} when no deployment is given and none is known for the chain.
 * @throws {@link MissingProviderError} when there is nothing to read from.
 *
 * @example
 * ```ts
 * import { createWattleClient } from "@wattle/sdk";
 * import { Wallet } from "ethers";
 *
 * const client = createWattleClient({
 *   rpcUrls: ["https://rpc.example", "https://other-rpc.example"],
 *   signer: new Wallet(privateKey),
 *   deployment,
 * });
 * ```
 *
 * @example In a browser
 * ```ts
 * import { createWattleClient } from "@wattle/sdk";
 * import { BrowserProvider } from "ethers";
 *
 * const signer = await new BrowserProvider(window.ethereum).getSigner();
 * const client = createWattleClient({ signer, chainId: 11155111 });
 * ```
 */
export function createWattleClient(parameters: CreateWattleClientParameters): WattleClient {
  const { chainId, rpcUrls, pollingIntervalMs = 1000 } = parameters;
  const deployment = parameters.deployment ?? knownDeployments.get(chainId ?? -1);
  if (deployment === undefined || (chainId ?? deployment.chainId) !== deployment.chainId) {
    throw new UnknownChainError(chainId ?? null, [...knownDeployments.keys()]);
  }
  const provider =
    parameters.provider ??
    (rpcUrls === undefined ? undefined : createRpcProvider(rpcUrls, { chainId: deployment.chainId })) ??
    parameters.signer?.provider ??
    undefined;
  if (provider === undefined) throw new MissingProviderError();
  const signer = parameters.signer ?? null;
  return {
    chainId: deployment.chainId,
    deployment,
    provider,
    signer: signer !== null && signer.provider === null ? signer.connect(provider) : signer,
    contracts: connectContracts(deployment, provider),
    pollingIntervalMs,
  };
}

function connectContracts({ contracts }: Deployment, provider: Provider): WattleContracts {
  return {
    registry: ProviderRegistry__factory.connect(contracts.providerRegistry, provider),
    staking: ProviderStaking__factory.connect(contracts.providerStaking, provider),
    vault: PaymentVault__factory.connect(contracts.paymentVault, provider),
    escrow: JobEscrow__factory.connect(contracts.jobEscrow, provider),
    leases: LeaseEscrow__factory.connect(contracts.leaseEscrow, provider),
    sessions: SessionEscrow__factory.connect(contracts.sessionEscrow, provider),
  };
}
