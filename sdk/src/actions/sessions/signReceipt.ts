import { reading } from "../../chain/reading.ts";
import { requireSigner } from "../../chain/sendCall.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { SignErrorType } from "../../errors/errorTypes.ts";
import type { InvalidArgumentError } from "../../errors/inputErrors.ts";
import { RECEIPT_TYPES, receiptDomain } from "../../types/receiptTypedData.ts";
import type { Receipt } from "../../types/session.ts";

/** What {@link signReceipt} takes. */
export interface SignReceiptParameters {
  readonly sessionId: string;
  /** Base units of the payment token, for all that was consumed since the opening. */
  readonly cumulativeAmount: bigint;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link signReceipt} returns. */
export type SignReceiptReturnType = Receipt;

/** What {@link signReceipt} throws. */
export type SignReceiptErrorType = SignErrorType | InvalidArgumentError;

/**
 * Signs a receipt (EIP-712), as the session's payer key. It cannot be taken back: whoever has it can redeem it for the
 * provider until the session is closed. `createPayer` in `@wattle/sdk/sessions` signs within a budget.
 *
 * @throws {@link MissingSignerError} when the client has no signer.
 * @throws {@link UserRejectedError} when the user says no in the wallet.
 * @throws Any other {@link SignReceiptErrorType}.
 *
 * @example
 * ```ts
 * import { signReceipt } from "@wattle/sdk";
 *
 * const receipt = await signReceipt(client, { sessionId, cumulativeAmount: 5_000n });
 * ```
 */
export async function signReceipt(
  client: WattleClient,
  { sessionId, cumulativeAmount, signal }: SignReceiptParameters,
): Promise<SignReceiptReturnType> {
  const signer = requireSigner(client);
  const { sessionEscrow } = client.deployment.contracts;
  const domain = receiptDomain({ chainId: client.chainId, sessionEscrow });
  const value = { sessionId, cumulativeAmount };
  const signature = await reading(signer.signTypedData(domain, RECEIPT_TYPES, value), signal);
  return { sessionId, cumulativeAmount, signature };
}
