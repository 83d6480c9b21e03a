import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";

/** What {@link getMarketAllowance} takes. */
export interface GetMarketAllowanceParameters {
  /** The payment token. */
  readonly token: string;
  readonly account: string;
  /** Default: the market of batch jobs. */
  readonly market?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link getMarketAllowance} returns: base units of the token. */
export type GetMarketAllowanceReturnType = bigint;

/** What {@link getMarketAllowance} throws. */
export type GetMarketAllowanceErrorType = ReadErrorType;

/**
 * Reads how much of an account's claim a market may move.
 *
 * @throws Any {@link GetMarketAllowanceErrorType}.
 *
 * @example
 * ```ts
 * import { getMarketAllowance } from "@wattle/sdk";
 *
 * const allowance = await getMarketAllowance(client, { token, account });
 * ```
 */
export async function getMarketAllowance(
  client: WattleClient,
  { token, account, market = client.deployment.contracts.jobEscrow, signal }: GetMarketAllowanceParameters,
): Promise<GetMarketAllowanceReturnType> {
  return reading(client.contracts.vault.allowance(account, market, BigInt(token)), signal);
}
