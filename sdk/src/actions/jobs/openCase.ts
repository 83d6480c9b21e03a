import { encodeCall } from "../../chain/encodeCall.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { JobTerms } from "../../types/jobTerms.ts";

/** What {@link openCase} takes. */
export interface OpenCaseParameters extends WriteOptions {
  /** The job's terms: `getJob` has them. */
  readonly terms: JobTerms;
}

/** What {@link openCase} returns. */
export type OpenCaseReturnType = WriteReceipt;

/** What {@link openCase} throws. */
export type OpenCaseErrorType = WriteErrorType;

/** Encodes {@link openCase}. */
export function encodeOpenCase(client: WattleClient, { terms }: OpenCaseParameters): TransactionCall {
  return encodeCall(client, "escrow", "openCase", [terms]);
}

/**
 * Hands a disputed job's case and the dispute fee to its adjudicator, before the ruling deadline. For anyone; usually the
 * client does it right after `disputeJob`.
 *
 * @throws {@link JobEscrowUnexpectedStateError} when the job is not disputed.
 * @throws {@link JobDisputesCaseOpenError} when the adjudicator has the case already.
 * @throws {@link JobDisputesNoAdjudicatorError} when the terms name none.
 * @throws Any other {@link OpenCaseErrorType}.
 *
 * @example
 * ```ts
 * import { disputeJob, openCase } from "@wattle/sdk";
 *
 * await disputeJob(client, { terms: job.terms });
 * await openCase(client, { terms: job.terms });
 * ```
 */
export async function openCase(
  client: WattleClient,
  parameters: OpenCaseParameters,
): Promise<OpenCaseReturnType> {
  return (await sendCall(client, encodeOpenCase(client, parameters), parameters)).receipt;
}
