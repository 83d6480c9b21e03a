import { encodeCall } from "../../chain/encodeCall.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { JobTerms } from "../../types/jobTerms.ts";

/** What {@link settleJob} takes. */
export interface SettleJobParameters extends WriteOptions {
  /** The job's terms: `getJob` has them. */
  readonly terms: JobTerms;
}

/** What {@link settleJob} returns. */
export type SettleJobReturnType = WriteReceipt;

/** What {@link settleJob} throws. */
export type SettleJobErrorType = WriteErrorType;

/** Encodes {@link settleJob}. */
export function encodeSettleJob(client: WattleClient, { terms }: SettleJobParameters): TransactionCall {
  return encodeCall(client, "escrow", "settle", [terms]);
}

/**
 * Pays the provider once the review period has passed. For anyone.
 *
 * @throws {@link JobEscrowUnexpectedStateError} when the job is in another state.
 * @throws {@link JobEscrowTooEarlyError} while the review period lasts.
 * @throws Any other {@link SettleJobErrorType}.
 *
 * @example
 * ```ts
 * import { settleJob } from "@wattle/sdk";
 *
 * await settleJob(client, { terms: job.terms });
 * ```
 */
export async function settleJob(
  client: WattleClient,
  parameters: SettleJobParameters,
): Promise<SettleJobReturnType> {
  return (await sendCall(client, encodeSettleJob(client, parameters), parameters)).receipt;
}
