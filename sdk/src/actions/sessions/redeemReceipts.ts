import { encodeCall } from "../../chain/encodeCall.ts";
import { findEvents } from "../../chain/findEvent.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { Receipt, SessionTerms } from "../../types/session.ts";

/** One of many receipts to redeem. */
export interface SessionReceipt {
  /** The session's terms: `getSession` has them. */
  readonly terms: SessionTerms;
  readonly receipt: Pick<Receipt, "cumulativeAmount" | "signature">;
}

/** What a receipt paid. */
export interface PaidReceipt {
  readonly sessionId: string;
  /** Base units of the payment token that the provider got with it. */
  readonly amount: bigint;
  /** What the provider was paid so far, with this. */
  readonly redeemed: bigint;
}

/** What {@link redeemReceipts} takes. */
export interface RedeemReceiptsParameters extends WriteOptions {
  readonly receipts: readonly SessionReceipt[];
}

/** What {@link redeemReceipts} returns. */
export interface RedeemReceiptsReturnType extends WriteReceipt {
  /** How many of them paid something. */
  readonly redeemed: number;
  /** Each of those that paid something. */
  readonly paid: readonly PaidReceipt[];
}

/** What {@link redeemReceipts} throws. */
export type RedeemReceiptsErrorType = WriteErrorType;

/** Encodes {@link redeemReceipts}. */
export function encodeRedeemReceipts(
  client: WattleClient,
  { receipts }: RedeemReceiptsParameters,
): TransactionCall {
  const redemptions = receipts.map(({ terms, receipt: { cumulativeAmount, signature } }) => ({
    terms,
    cumulativeAmount,
    signature,
  }));
  return encodeCall(client, "sessions", "redeemMany", [redemptions]);
}

/**
 * Redeems the receipts of many sessions in one transaction, and skips those that pay nothing any more. A transaction
 * holds a few hundred of them at most. For anyone who has them.
 *
 * @throws {@link SessionEscrowSignatureInvalidError} when a payer key did not sign one that would pay: then none does.
 * @throws Any other {@link RedeemReceiptsErrorType}.
 *
 * @example
 * ```ts
 * import { redeemReceipts } from "@wattle/sdk";
 *
 * const { redeemed } = await redeemReceipts(client, {
 *   receipts: [
 *     { terms: one.terms, receipt: one.received },
 *     { terms: other.terms, receipt: other.received },
 *   ],
 * });
 * ```
 */
export async function redeemReceipts(
  client: WattleClient,
  parameters: RedeemReceiptsParameters,
): Promise<RedeemReceiptsReturnType> {
  const { receipt, logs } = await sendCall(client, encodeRedeemReceipts(client, parameters), parameters);
  const paid = findEvents(client, "sessions", logs, "ReceiptRedeemed").map(
    ({ sessionId, amount, redeemed }) => ({ sessionId, amount, redeemed }),
  );
  return { ...receipt, redeemed: paid.length, paid };
}
