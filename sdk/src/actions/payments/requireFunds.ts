import type { WattleClient } from "../../client/wattleClient.ts";
import { InsufficientClaimError, MarketNotApprovedError } from "../../errors/offerErrors.ts";
import { getClaim } from "./getClaim.ts";
import { getMarketAllowance } from "./getMarketAllowance.ts";

/** Whose money, and for which market. */
export interface Funder {
  readonly token: string;
  readonly account: string;
  /** The market's address. */
  readonly market: string;
}

/** What a market could draw from an account. */
export interface Funds extends Funder {
  /** Base units of the token. */
  readonly claim: bigint;
  /** Base units of the token. */
  readonly allowance: bigint;
}

/** Reads what a market could draw from an account. */
export async function readFunds(
  client: WattleClient,
  { token, account, market, signal }: Funder & { readonly signal?: AbortSignal | undefined },
): Promise<Funds> {
  const [claim, allowance] = await Promise.all([
    getClaim(client, { token, account, signal }),
    getMarketAllowance(client, { token, account, market, signal }),
  ]);
  return { token, account, market, claim, allowance };
}

/**
 * Makes sure that a market can draw so much.
 *
 * @param needed Base units of the token.
 * @throws {@link InsufficientClaimError} when the claim is too small.
 * @throws {@link MarketNotApprovedError} when the market may not move it.
 */
export function requireFunds({ token, market, claim, allowance }: Funds, needed: bigint): void {
  if (claim < needed) throw new InsufficientClaimError(token, claim, needed);
  if (allowance < needed) throw new MarketNotApprovedError(token, market, allowance, needed);
}
