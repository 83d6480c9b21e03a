import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";

/** What {@link getClaim} takes. */
export interface GetClaimParameters {
  /** The payment token. */
  readonly token: string;
  readonly account: string;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link getClaim} returns: base units of the token. */
export type GetClaimReturnType = bigint;

/** What {@link getClaim} throws. */
export type GetClaimErrorType = ReadErrorType;

/**
 * Reads what the vault holds for an account.
 *
 * @throws Any {@link GetClaimErrorType}.
 *
 * @example
 * ```ts
 * import { getClaim } from "@wattle/sdk";
 *
 * const earned = await getClaim(client, { token, account: payout });
 * ```
 */
export async function getClaim(
  client: WattleClient,
  { token, account, signal }: GetClaimParameters,
): Promise<GetClaimReturnType> {
  return reading(client.contracts.vault.balanceOf(account, BigInt(token)), signal);
}
