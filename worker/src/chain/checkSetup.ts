import { getProvider, type ProviderInfo, WrongChainError, type WattleClient } from "@wattle/sdk";
import { toQuantity } from "ethers";
import { ProviderSetupError } from "./errors.ts";

/** The parts of a provider that must fit the chain. */
export interface SetupParameters {
  readonly client: WattleClient;
  /** The provider's id. */
  readonly provider: string;
  /** Address of the operator's key. */
  readonly operator: string;
  /** The public key of the worker's age identity (0x hex). */
  readonly publicKey: string;
}

/**
 * Makes sure that the endpoints serve the deployment's chain, and that the market is there.
 *
 * @throws `WrongChainError` | {@link ProviderSetupError}
 */
export async function checkChain(client: WattleClient): Promise<void> {
  const rpc = client.provider as Partial<{ send(method: string, params: unknown[]): Promise<unknown> }>;
  // Providers are told their chain and never ask for it.
  const answer = rpc.send === undefined ? toQuantity(client.chainId) : await rpc.send("eth_chainId", []);
  const chainId = Number(answer);
  if (chainId !== client.chainId) throw new WrongChainError(client.chainId, chainId);
  const { jobEscrow } = client.deployment.contracts;
  if ((await client.provider.getCode(jobEscrow)) === "0x") {
    throw new ProviderSetupError(
      `There is no contract at the market's address ${jobEscrow}.`,
      "Name the deployment file of this chain.",
    );
  }
}

/**
 * Makes sure that the provider exists, that clients encrypt to this worker's key, and that the operator's key may act.
 *
 * @throws `ProviderNotFoundError` | {@link ProviderSetupError}
 */
export async function checkProvider(parameters: SetupParameters): Promise<ProviderInfo> {
  const { client, provider, operator, publicKey } = parameters;
  const info = await getProvider(client, { provider });
  if (info.encryptionKey.toLowerCase() !== publicKey.toLowerCase()) {
    throw new ProviderSetupError(
      `Clients encrypt to the key ${info.encryptionKey} of the provider's profile, but this worker's is ${publicKey}.`,
      "Use the identity file that belongs to the profile, or update the profile.",
    );
  }
  if (!(await client.contracts.registry.canOperate(provider, operator))) {
    throw new ProviderSetupError(
      `The key ${operator} is no operator of provider ${provider}.`,
      "Let the provider's owner add it by setOperator, or use the right key.",
    );
  }
  return info;
}
