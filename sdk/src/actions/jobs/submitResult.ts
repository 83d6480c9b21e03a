import { encodeCall } from "../../chain/encodeCall.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { JobTerms } from "../../types/jobTerms.ts";

/** What {@link submitResult} takes. */
export interface SubmitResultParameters extends WriteOptions {
  /** The job's terms: `getJob` has them. */
  readonly terms: JobTerms;
  /** The sha2-256 of the canonical result (0x hex). */
  readonly resultDigest: string;
  /** The UnixFS root of the encrypted result's envelope (0x hex). */
  readonly resultRoot: string;
}

/** What {@link submitResult} returns. */
export type SubmitResultReturnType = WriteReceipt;

/** What {@link submitResult} throws. */
export type SubmitResultErrorType = WriteErrorType;

/** Encodes {@link submitResult}. */
export function encodeSubmitResult(
  client: WattleClient,
  { terms, resultDigest, resultRoot }: SubmitResultParameters,
): TransactionCall {
  return encodeCall(client, "escrow", "submit", [terms, resultDigest, resultRoot]);
}

/**
 * Submits a job's result. A run that failed or reached its limit is a result too. For the provider's owner and
 * operators.
 *
 * @throws {@link JobEscrowUnexpectedStateError} when the job is in another state.
 * @throws {@link JobEscrowTooLateError} after the deadline.
 * @throws Any other {@link SubmitResultErrorType}.
 *
 * @example
 * ```ts
 * import { submitResult } from "@wattle/sdk";
 *
 * await submitResult(client, { terms: job.terms, resultDigest: digest, resultRoot: envelope.tree.root });
 * ```
 */
export async function submitResult(
  client: WattleClient,
  parameters: SubmitResultParameters,
): Promise<SubmitResultReturnType> {
  return (await sendCall(client, encodeSubmitResult(client, parameters), parameters)).receipt;
}
