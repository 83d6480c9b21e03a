import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";

/** What {@link getStake} takes. */
export interface GetStakeParameters {
  /** The provider's id. */
  readonly provider: string;
  /** The market or court whose part is wanted. Default: the market of batch jobs. */
  readonly service?: string;
  readonly signal?: AbortSignal | undefined;
}

/** What a service may lock of a provider's stake, in base units of the stake token. */
export interface ServiceAuthorization {
  /** The most that it may hold locked at any time. */
  readonly limit: bigint;
  /** The most that a single lock may take. */
  readonly maxPerLock: bigint;
  /** What it holds. */
  readonly locked: bigint;
  /** What one more lock could take now. */
  readonly available: bigint;
}

/** What {@link getStake} returns, in base units of the stake token. */
export interface GetStakeReturnType {
  /** Stake that is no service's part: it may start to thaw, or become one. */
  readonly free: bigint;
  /** What stands behind the provider's promises: free stake and all parts. */
  readonly committed: bigint;
  readonly thawing: bigint;
  /** Unix time in seconds from which the thawing stake can be withdrawn; zero if nothing thaws. */
  readonly thawedAt: number;
  readonly authorization: ServiceAuthorization;
}

/** What {@link getStake} throws. */
export type GetStakeErrorType = ReadErrorType;

/**
 * Reads a provider's stake and what one service may lock of it.
 *
 * @throws Any {@link GetStakeErrorType}.
 *
 * @example
 * ```ts
 * import { getStake } from "@wattle/sdk";
 *
 * const { committed, authorization } = await getStake(client, { provider });
 * ```
 */
export async function getStake(
  client: WattleClient,
  { provider, service = client.deployment.contracts.jobEscrow, signal }: GetStakeParameters,
): Promise<GetStakeReturnType> {
  const { staking } = client.contracts;
  const [free, committed, [thawing, thawedAt], [limit, maxPerLock, locked]] = await reading(
    Promise.all([
      staking.freeOf(provider),
      staking.committedOf(provider),
      staking.thawOf(provider),
      staking.authorizationOf(provider, service),
    ]),
    signal,
  );
  const rest = limit - locked;
  const available = rest < maxPerLock ? rest : maxPerLock;
  const authorization = { limit, maxPerLock, locked, available };
  return { free, committed, thawing, thawedAt: Number(thawedAt), authorization };
}
