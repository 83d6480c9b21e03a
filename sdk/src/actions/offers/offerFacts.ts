import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import { getStake, type GetStakeReturnType } from "../staking/getStake.ts";

/** What decides about all offers of one provider alike. */
export interface OfferFacts {
  /** The chain's clock: Unix seconds of the latest block. */
  readonly nowAt: number;
  /** The epoch that the provider's offers must carry; zero if there is no such provider. */
  readonly authEpoch: number;
  /** The provider's owner; the zero address if there is no such provider. */
  readonly owner: string;
  readonly stake: GetStakeReturnType;
}

/** Reads what decides about a provider's offers. */
export async function readOfferFacts(
  client: WattleClient,
  provider: string,
  signal: AbortSignal | undefined,
): Promise<OfferFacts> {
  const [block, authEpoch, owner, stake] = await Promise.all([
    reading(client.provider.getBlock("latest"), signal),
    reading(client.contracts.registry.authEpochOf(provider), signal),
    reading(client.contracts.registry.ownerOf(provider), signal),
    getStake(client, { provider, signal }),
  ]);
  const nowAt = block?.timestamp ?? Math.floor(Date.now() / 1000);
  return { nowAt, authEpoch: Number(authEpoch), owner, stake };
}
