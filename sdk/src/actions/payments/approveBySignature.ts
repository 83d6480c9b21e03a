import { encodeCall } from "../../chain/encodeCall.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { SignedAllowance } from "../../types/signedAllowance.ts";

/** What {@link approveBySignature} takes. */
export interface ApproveBySignatureParameters extends WriteOptions {
  /** What `signAllowance` returned. */
  readonly allowance: SignedAllowance;
}

/** What {@link approveBySignature} returns. */
export type ApproveBySignatureReturnType = WriteReceipt;

/** What {@link approveBySignature} throws. */
export type ApproveBySignatureErrorType = WriteErrorType;

/** Encodes {@link approveBySignature}. */
export function encodeApproveBySignature(
  client: WattleClient,
  { allowance }: ApproveBySignatureParameters,
): TransactionCall {
  const { owner, market, token, amount, deadlineAt, signature } = allowance;
  const values = [owner, market, BigInt(token), amount, BigInt(deadlineAt), signature] as const;
  return encodeCall(client, "vault", "approveBySignature", values);
}

/**
 * Sets an allowance that its owner signed, and pays the gas for it. For anyone.
 *
 * @throws {@link PaymentVaultSignatureExpiredError} when its deadline has passed.
 * @throws {@link PaymentVaultSignatureInvalidError} when it is not the owner's, or was set already.
 * @throws Any other {@link ApproveBySignatureErrorType}.
 *
 * @example
 * ```ts
 * import { approveBySignature, signAllowance } from "@wattle/sdk";
 *
 * const allowance = await signAllowance(buyer, { token, amount: 100n * 10n ** 18n });
 * await approveBySignature(helper, { allowance });
 * ```
 */
export async function approveBySignature(
  client: WattleClient,
  parameters: ApproveBySignatureParameters,
): Promise<ApproveBySignatureReturnType> {
  return (await sendCall(client, encodeApproveBySignature(client, parameters), parameters)).receipt;
}
