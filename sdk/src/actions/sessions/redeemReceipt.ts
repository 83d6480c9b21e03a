import { encodeCall } from "../../chain/encodeCall.ts";
import { findEvent } from "../../chain/findEvent.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { Receipt, SessionTerms } from "../../types/session.ts";

/** What {@link redeemReceipt} takes. */
export interface RedeemReceiptParameters extends WriteOptions {
  /** The session's terms: `getSession` has them. */
  readonly terms: SessionTerms;
  /** The highest one: it stands for all before it. */
  readonly receipt: Pick<Receipt, "cumulativeAmount" | "signature">;
}

/** What {@link redeemReceipt} returns. */
export interface RedeemReceiptReturnType extends WriteReceipt {
  /** Base units of the payment token that the provider's payout address got. */
  readonly amount: bigint;
}

/** What {@link redeemReceipt} throws. */
export type RedeemReceiptErrorType = WriteErrorType;

/** Encodes {@link redeemReceipt}. */
export function encodeRedeemReceipt(
  client: WattleClient,
  { terms, receipt }: RedeemReceiptParameters,
): TransactionCall {
  return encodeCall(client, "sessions", "redeem", [terms, receipt.cumulativeAmount, receipt.signature]);
}

/**
 * Pays the provider what a receipt says, less what it was paid before, and at most what the deposit covers. For anyone
 * who has the receipt.
 *
 * @throws {@link SessionEscrowReceiptStaleError} when it pays nothing (any more).
 * @throws {@link SessionEscrowSignatureInvalidError} when the payer key did not sign it.
 * @throws {@link SessionEscrowUnexpectedStateError} when the session is closed.
 * @throws Any other {@link RedeemReceiptErrorType}.
 *
 * @example
 * ```ts
 * import { redeemReceipt } from "@wattle/sdk";
 *
 * const { amount } = await redeemReceipt(client, { terms, receipt });
 * ```
 */
export async function redeemReceipt(
  client: WattleClient,
  parameters: RedeemReceiptParameters,
): Promise<RedeemReceiptReturnType> {
  const { receipt, logs } = await sendCall(client, encodeRedeemReceipt(client, parameters), parameters);
  return { ...receipt, amount: findEvent(client, "sessions", logs, "ReceiptRedeemed").amount };
}
