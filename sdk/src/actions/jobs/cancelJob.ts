import { encodeCall } from "../../chain/encodeCall.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { JobTerms } from "../../types/jobTerms.ts";
import type { SignedCancel } from "../../types/signedCancel.ts";

/** What {@link cancelJob} takes. */
export interface CancelJobParameters extends SignedCancel, WriteOptions {
  /** The job's terms: `getJob` has them. */
  readonly terms: JobTerms;
}

/** What {@link cancelJob} returns. */
export type CancelJobReturnType = WriteReceipt;

/** What {@link cancelJob} throws. */
export type CancelJobErrorType = WriteErrorType;

/** Encodes {@link cancelJob}. */
export function encodeCancelJob(
  client: WattleClient,
  { terms, expiresAt, signature }: CancelJobParameters,
): TransactionCall {
  return encodeCall(client, "escrow", "cancel", [terms, expiresAt, signature]);
}

/**
 * Ends a running job that both sides want to end, at no loss to either: the client signed (`signCancel`), the provider
 * sends. For the provider's owner and operators.
 *
 * @throws {@link JobEscrowUnexpectedStateError} when the job is in another state.
 * @throws {@link JobEscrowTooLateError} when the client's consent has expired.
 * @throws {@link JobEscrowSignatureInvalidError} when the client did not sign this.
 * @throws Any other {@link CancelJobErrorType}.
 *
 * @example
 * ```ts
 * import { cancelJob, signCancel } from "@wattle/sdk";
 *
 * const consent = await signCancel(buyer, { terms: job.terms });
 * await cancelJob(seller, { terms: job.terms, ...consent });
 * ```
 */
export async function cancelJob(
  client: WattleClient,
  parameters: CancelJobParameters,
): Promise<CancelJobReturnType> {
  return (await sendCall(client, encodeCancelJob(client, parameters), parameters)).receipt;
}
