import { encodeCall } from "../../chain/encodeCall.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import { getClaim } from "./getClaim.ts";

/** What {@link encodeWithdrawPaymentFor} takes. */
export interface EncodeWithdrawPaymentForParameters {
  /** The payment token. */
  readonly token: string;
  /** Base units of the token. */
  readonly amount: bigint;
  /** Whose claim falls, and who gets the tokens. */
  readonly account: string;
}

/** What {@link withdrawPaymentFor} takes. */
export interface WithdrawPaymentForParameters extends WriteOptions {
  /** The payment token. */
  readonly token: string;
  /** Base units of the token. Default: the whole claim. */
  readonly amount?: bigint;
  /** Whose claim falls, and who gets the tokens. */
  readonly account: string;
}

/** What {@link withdrawPaymentFor} returns. */
export interface WithdrawPaymentForReturnType extends WriteReceipt {
  /** Base units of the token. */
  readonly amount: bigint;
}

/** What {@link withdrawPaymentFor} throws. */
export type WithdrawPaymentForErrorType = WriteErrorType;

/** Encodes {@link withdrawPaymentFor}. */
export function encodeWithdrawPaymentFor(
  client: WattleClient,
  { token, amount, account }: EncodeWithdrawPaymentForParameters,
): TransactionCall {
  return encodeCall(client, "vault", "withdrawFor", [token, amount, account]);
}

/**
 * Turns an account's claim into tokens of that same account: so a worker's hot key pays out to its cold wallet. The
 * account allows the key by {@link setWithdrawer}.
 *
 * @throws {@link PaymentVaultNotWithdrawerError} when the account did not allow the signer.
 * @throws {@link PaymentVaultAmountZeroError} when there is nothing to withdraw.
 * @throws Any other {@link WithdrawPaymentForErrorType}.
 *
 * @example
 * ```ts
 * import { withdrawPaymentFor } from "@wattle/sdk";
 *
 * const { amount } = await withdrawPaymentFor(client, { token, account: coldWallet });
 * ```
 */
export async function withdrawPaymentFor(
  client: WattleClient,
  parameters: WithdrawPaymentForParameters,
): Promise<WithdrawPaymentForReturnType> {
  const { token, account, signal } = parameters;
  const amount = parameters.amount ?? (await getClaim(client, { token, account, signal }));
  const call = encodeWithdrawPaymentFor(client, { token, amount, account });
  return { ...(await sendCall(client, call, parameters)).receipt, amount };
}
