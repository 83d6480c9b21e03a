import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import { FaucetToken__factory } from "../../contracts/factories/FaucetToken__factory.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";

/** What {@link getTokenBalance} takes. */
export interface GetTokenBalanceParameters {
  /** The ERC-20. */
  readonly token: string;
  readonly account: string;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link getTokenBalance} returns: base units of the token. */
export type GetTokenBalanceReturnType = bigint;

/** What {@link getTokenBalance} throws. */
export type GetTokenBalanceErrorType = ReadErrorType;

/**
 * Reads an account's own tokens, outside of the vault.
 *
 * @throws Any {@link GetTokenBalanceErrorType}.
 *
 * @example
 * ```ts
 * import { getTokenBalance } from "@wattle/sdk";
 *
 * const balance = await getTokenBalance(client, { token, account });
 * ```
 */
export async function getTokenBalance(
  client: WattleClient,
  { token, account, signal }: GetTokenBalanceParameters,
): Promise<GetTokenBalanceReturnType> {
  return reading(FaucetToken__factory.connect(token, client.provider).balanceOf(account), signal);
}
