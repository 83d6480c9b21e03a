import { reading } from "../../chain/reading.ts";
import { encodeCall } from "../../chain/encodeCall.ts";
import { requireSigner, sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import { getClaim } from "./getClaim.ts";

/** What {@link encodeWithdrawPayment} takes. */
export interface EncodeWithdrawPaymentParameters {
  /** The payment token. */
  readonly token: string;
  /** Base units of the token. */
  readonly amount: bigint;
  /** The recipient of the tokens. */
  readonly to: string;
}

/** What {@link withdrawPayment} takes. */
export interface WithdrawPaymentParameters extends WriteOptions {
  /** The payment token. */
  readonly token: string;
  /** Base units of the token. Default: the whole claim. */
  readonly amount?: bigint;
  /** The recipient of the tokens. Default: the signer. */
  readonly to?: string;
}

/** What {@link withdrawPayment} returns. */
export interface WithdrawPaymentReturnType extends WriteReceipt {
  /** Base units of the token. */
  readonly amount: bigint;
}

/** What {@link withdrawPayment} throws. */
export type WithdrawPaymentErrorType = WriteErrorType;

/** Encodes {@link withdrawPayment}. */
export function encodeWithdrawPayment(
  client: WattleClient,
  { token, amount, to }: EncodeWithdrawPaymentParameters,
): TransactionCall {
  return encodeCall(client, "vault", "withdraw", [token, amount, to]);
}

/**
 * Turns the signer's claim into tokens.
 *
 * @throws {@link PaymentVaultAmountZeroError} when there is nothing to withdraw.
 * @throws {@link ERC6909InsufficientBalanceError} when the claim is smaller.
 * @throws Any other {@link WithdrawPaymentErrorType}.
 *
 * @example
 * ```ts
 * import { withdrawPayment } from "@wattle/sdk";
 *
 * const { amount } = await withdrawPayment(client, { token });
 * ```
 */
export async function withdrawPayment(
  client: WattleClient,
  parameters: WithdrawPaymentParameters,
): Promise<WithdrawPaymentReturnType> {
  const { token, signal } = parameters;
  const account = await reading(requireSigner(client).getAddress(), signal);
  const amount = parameters.amount ?? (await getClaim(client, { token, account, signal }));
  const call = encodeWithdrawPayment(client, { token, amount, to: parameters.to ?? account });
  return { ...(await sendCall(client, call, parameters)).receipt, amount };
}
