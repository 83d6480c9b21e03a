import type { WattleClient } from "../../client/wattleClient.ts";
import { InsufficientClaimError, MarketNotApprovedError } from "../../errors/offerErrors.ts";
import { getClaim } from "../payments/getClaim.ts";
import { getMarketAllowance } from "../payments/getMarketAllowance.ts";

interface RequireFundsParameters {
  readonly token: string;
  readonly account: string;
  /** Base units of the token. */
  readonly amount: bigint;
  readonly signal: AbortSignal | undefined;
}

/**
 * Makes sure that the market of sessions can draw an amount from an account's claim.
 *
 * @throws {@link InsufficientClaimError} when the claim is too small.
 * @throws {@link MarketNotApprovedError} when the market may not move it.
 */
export async function requireFunds(
  client: WattleClient,
  { token, account, amount, signal }: RequireFundsParameters,
): Promise<void> {
  const market = client.deployment.contracts.sessionEscrow;
  const [claim, allowance] = await Promise.all([
    getClaim(client, { token, account, signal }),
    getMarketAllowance(client, { token, account, market, signal }),
  ]);
  if (claim < amount) throw new InsufficientClaimError(token, claim, amount);
  if (allowance < amount) throw new MarketNotApprovedError(token, allowance, amount);
}
