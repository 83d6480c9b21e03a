import { hexlify, randomBytes, ZeroAddress, ZeroHash } from "ethers";
import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import { ProviderNotFoundError } from "../../errors/providerErrors.ts";

const WEEK_SECONDS = 7 * 24 * 3600;

/** What {@link usualOffer} takes. */
export interface UsualOfferParameters {
  /** The provider's id. */
  readonly provider: string;
  /** How long the offer can be taken, in seconds. Default: a week. */
  readonly validSeconds?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * What is usual of the offers of all markets: the provider's present epoch, an expiry by the chain's clock, a random
 * salt; one at a time, any number of times, for anyone, of no machine in particular.
 *
 * @throws {@link ProviderNotFoundError} when there is no such provider.
 */
export async function usualOffer(
  client: WattleClient,
  { provider, validSeconds = WEEK_SECONDS, signal }: UsualOfferParameters,
) {
  const [authEpoch, block] = await reading(
    Promise.all([client.contracts.registry.authEpochOf(provider), client.provider.getBlock("latest")]),
    signal,
  );
  if (authEpoch === 0n) throw new ProviderNotFoundError(provider);
  const nowAt = block?.timestamp ?? Math.floor(Date.now() / 1000);
  return {
    taker: ZeroAddress,
    slots: 1,
    maxFills: 2 ** 32 - 1,
    expiresAt: nowAt + validSeconds,
    authEpoch: Number(authEpoch),
    machineId: ZeroHash,
    tag: ZeroHash,
    salt: BigInt(hexlify(randomBytes(32))),
  };
}
