import { MaxUint256 } from "ethers";
import { encodeCall } from "../../chain/encodeCall.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";

/** The allowance that is never used up. */
export const UNLIMITED_ALLOWANCE = MaxUint256;

/** What {@link approveMarket} takes. */
export interface ApproveMarketParameters extends WriteOptions {
  /** The payment token. */
  readonly token: string;
  /** Base units of the token, in place of the allowance so far. {@link UNLIMITED_ALLOWANCE} is never used up. */
  readonly amount: bigint;
  /** Default: the market of batch jobs. */
  readonly market?: string | undefined;
}

/** What {@link approveMarket} returns. */
export type ApproveMarketReturnType = WriteReceipt;

/** What {@link approveMarket} throws. */
export type ApproveMarketErrorType = WriteErrorType;

/** Encodes {@link approveMarket}. */
export function encodeApproveMarket(
  client: WattleClient,
  { token, amount, market = client.deployment.contracts.jobEscrow }: ApproveMarketParameters,
): TransactionCall {
  return encodeCall(client, "vault", "approve", [market, BigInt(token), amount]);
}

/**
 * Lets a market move the signer's claim in a token: what each job costs goes into escrow by it.
 *
 * @throws Any {@link ApproveMarketErrorType}.
 *
 * @example
 * ```ts
 * import { approveMarket } from "@wattle/sdk";
 *
 * await approveMarket(client, { token, amount: 100n * 10n ** 18n });
 * ```
 */
export async function approveMarket(
  client: WattleClient,
  parameters: ApproveMarketParameters,
): Promise<ApproveMarketReturnType> {
  return (await sendCall(client, encodeApproveMarket(client, parameters), parameters)).receipt;
}
