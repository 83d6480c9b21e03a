import { encodeCall } from "../../chain/encodeCall.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { JobTerms } from "../../types/jobTerms.ts";

/** What {@link expireJob} takes. */
export interface ExpireJobParameters extends WriteOptions {
  /** The job's terms: `getJob` has them. */
  readonly terms: JobTerms;
}

/** What {@link expireJob} returns. */
export type ExpireJobReturnType = WriteReceipt;

/** What {@link expireJob} throws. */
export type ExpireJobErrorType = WriteErrorType;

/** Encodes {@link expireJob}. */
export function encodeExpireJob(client: WattleClient, { terms }: ExpireJobParameters): TransactionCall {
  return encodeCall(client, "escrow", "expire", [terms]);
}

/**
 * Ends a job that was not delivered: the price goes back to the client, the collateral is slashed. For anyone.
 *
 * @throws {@link JobEscrowUnexpectedStateError} when the job is in another state.
 * @throws {@link JobEscrowTooEarlyError} up to the deadline.
 * @throws Any other {@link ExpireJobErrorType}.
 *
 * @example
 * ```ts
 * import { expireJob } from "@wattle/sdk";
 *
 * await expireJob(client, { terms: job.terms });
 * ```
 */
export async function expireJob(
  client: WattleClient,
  parameters: ExpireJobParameters,
): Promise<ExpireJobReturnType> {
  return (await sendCall(client, encodeExpireJob(client, parameters), parameters)).receipt;
}
