import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";
import { priceOf } from "../../types/priceOf.ts";
import type { Request } from "../../types/request.ts";
import type { RequestWarning } from "../../types/requestWarning.ts";
import { getCourtWarnings } from "../court/getCourtWarnings.ts";
import { UNLIMITED_ALLOWANCE } from "../payments/approveMarket.ts";
import { getMarketAllowance } from "../payments/getMarketAllowance.ts";

/** What {@link getRequestWarnings} takes. */
export interface GetRequestWarningsParameters {
  readonly request: Request;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link getRequestWarnings} returns: nothing where all is well. */
export type GetRequestWarningsReturnType = readonly RequestWarning[];

/** What {@link getRequestWarnings} throws. */
export type GetRequestWarningsErrorType = ReadErrorType;

/**
 * Says what a client should know before it makes a request. Every take uses up some of the allowance that the market has
 * in the vault, and a decline gives back the claim but not the allowance: whoever takes and declines leaves a request
 * that nobody can take. An allowance without limit is never used up. A court may have too few jurors for the market.
 *
 * @throws Any {@link GetRequestWarningsErrorType}.
 *
 * @example
 * ```ts
 * import { approveMarket, getRequestWarnings, UNLIMITED_ALLOWANCE } from "@wattle/sdk";
 *
 * const warnings = await getRequestWarnings(client, { request });
 * if (warnings.some(({ code }) => code === "finite-allowance")) {
 *   await approveMarket(client, { token: request.token, amount: UNLIMITED_ALLOWANCE });
 * }
 * ```
 */
export async function getRequestWarnings(
  client: WattleClient,
  { request, signal }: GetRequestWarningsParameters,
): Promise<GetRequestWarningsReturnType> {
  const [allowance, court] = await Promise.all([
    allowanceWarnings(client, { request, signal }),
    getCourtWarnings(client, { adjudicator: request.adjudicator, signal }),
  ]);
  return [...allowance, ...court];
}

async function allowanceWarnings(
  client: WattleClient,
  { request, signal }: GetRequestWarningsParameters,
): Promise<readonly RequestWarning[]> {
  const { client: account, token, maxRatePerSecond: ratePerSecond, runLimitSeconds } = request;
  const [allowance, isOperator] = await Promise.all([
    getMarketAllowance(client, { token, account, signal }),
    reading(client.contracts.vault.isOperator(account, client.deployment.contracts.jobEscrow), signal),
  ]);
  // The vault does not count what its owner's operators move.
  if (isOperator || allowance === UNLIMITED_ALLOWANCE) return [];
  const price = priceOf({ ratePerSecond, runLimitSeconds });
  return [
    {
      code: "finite-allowance",
      message: `The market may move ${allowance} of the client's claim; each take uses up to ${price} of it, and a decline does not give that back.`,
      action: "Allow the market without limit: approveMarket with UNLIMITED_ALLOWANCE.",
    },
  ];
}
