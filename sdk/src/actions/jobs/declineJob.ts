import { encodeCall } from "../../chain/encodeCall.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { JobTerms } from "../../types/jobTerms.ts";

/** What {@link declineJob} takes. */
export interface DeclineJobParameters extends WriteOptions {
  /** The job's terms: `getJob` has them. */
  readonly terms: JobTerms;
  /** Why, in words that the client can act on. */
  readonly reason: string;
}

/** What {@link declineJob} returns. */
export type DeclineJobReturnType = WriteReceipt;

/** What {@link declineJob} throws. */
export type DeclineJobErrorType = WriteErrorType;

/** Encodes {@link declineJob}. */
export function encodeDeclineJob(
  client: WattleClient,
  { terms, reason }: DeclineJobParameters,
): TransactionCall {
  return encodeCall(client, "escrow", "decline", [terms, reason]);
}

/**
 * Refuses a job at no loss, within the decline window. For the provider's owner and operators.
 *
 * @throws {@link JobEscrowUnexpectedStateError} when the job is in another state.
 * @throws {@link JobEscrowTooLateError} after the decline window.
 * @throws Any other {@link DeclineJobErrorType}.
 *
 * @example
 * ```ts
 * import { declineJob } from "@wattle/sdk";
 *
 * await declineJob(client, { terms: job.terms, reason: "input \"scene\" cannot be fetched" });
 * ```
 */
export async function declineJob(
  client: WattleClient,
  parameters: DeclineJobParameters,
): Promise<DeclineJobReturnType> {
  return (await sendCall(client, encodeDeclineJob(client, parameters), parameters)).receipt;
}
