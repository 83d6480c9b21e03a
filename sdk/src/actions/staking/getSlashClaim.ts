import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";

/** What {@link getSlashClaim} takes. */
export interface GetSlashClaimParameters {
  readonly account: string;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link getSlashClaim} returns: base units of the stake token. */
export type GetSlashClaimReturnType = bigint;

/** What {@link getSlashClaim} throws. */
export type GetSlashClaimErrorType = ReadErrorType;

/**
 * Reads what slashes credited to an account and it has not withdrawn.
 *
 * @throws Any {@link GetSlashClaimErrorType}.
 *
 * @example
 * ```ts
 * import { getSlashClaim } from "@wattle/sdk";
 *
 * const claim = await getSlashClaim(client, { account });
 * ```
 */
export async function getSlashClaim(
  client: WattleClient,
  { account, signal }: GetSlashClaimParameters,
): Promise<GetSlashClaimReturnType> {
  return reading(client.contracts.staking.claimOf(account), signal);
}
