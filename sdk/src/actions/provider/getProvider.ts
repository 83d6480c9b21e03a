import { ZeroAddress } from "ethers";
import { decodeEvent } from "../../chain/findEvent.ts";
import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";
import { ProfileUnavailableError, ProviderNotFoundError } from "../../errors/providerErrors.ts";
import type { ProviderInfo } from "../../types/provider.ts";

/** What {@link getProvider} takes. */
export interface GetProviderParameters {
  /** The provider's id. */
  readonly provider: string;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link getProvider} returns. */
export type GetProviderReturnType = ProviderInfo;

/** What {@link getProvider} throws. */
export type GetProviderErrorType = ReadErrorType | ProviderNotFoundError | ProfileUnavailableError;

/**
 * Reads what the registry knows of a provider. The endpoint stands in the event log only.
 *
 * @throws {@link ProviderNotFoundError} when there is no such provider.
 * @throws {@link ProfileUnavailableError} when the endpoint does not have the log of the profile.
 * @throws Any other {@link GetProviderErrorType}.
 *
 * @example
 * ```ts
 * import { getProvider } from "@wattle/sdk";
 *
 * const { endpoint, encryptionKey } = await getProvider(client, { provider: offer.provider });
 * ```
 */
export async function getProvider(
  client: WattleClient,
  { provider, signal }: GetProviderParameters,
): Promise<GetProviderReturnType> {
  const { registry } = client.contracts;
  const [owner, pendingOwner, [authEpoch, payout], encryptionKey, profileBlock] = await reading(
    Promise.all([
      registry.ownerOf(provider),
      registry.pendingOwnerOf(provider),
      registry.standingOf(provider),
      registry.encryptionKeyOf(provider),
      registry.profileBlockOf(provider),
    ]),
    signal,
  );
  if (owner === ZeroAddress) throw new ProviderNotFoundError(provider);
  return {
    provider,
    owner,
    pendingOwner: pendingOwner === ZeroAddress ? null : pendingOwner,
    payout,
    encryptionKey,
    endpoint: await readEndpoint(client, provider, Number(profileBlock), signal),
    authEpoch: Number(authEpoch),
    profileBlock: Number(profileBlock),
  };
}

async function readEndpoint(
  client: WattleClient,
  provider: string,
  profileBlock: number,
  signal?: AbortSignal,
): Promise<string> {
  const { registry } = client.contracts;
  const topics = registry.interface.encodeFilterTopics("ProfileUpdated", [provider]);
  const address = client.deployment.contracts.providerRegistry;
  const logs = await reading(
    client.provider.getLogs({ address, topics, fromBlock: profileBlock, toBlock: profileBlock }),
    signal,
  );
  const last = logs.at(-1);
  const event = last === undefined ? null : decodeEvent(client, "registry", last);
  if (event?.name !== "ProfileUpdated") throw new ProfileUnavailableError(provider, profileBlock);
  return event.args.endpoint;
}
