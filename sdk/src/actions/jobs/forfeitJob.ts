import { encodeCall } from "../../chain/encodeCall.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { JobTerms } from "../../types/jobTerms.ts";

/** What {@link forfeitJob} takes. */
export interface ForfeitJobParameters extends WriteOptions {
  /** The job's terms: `getJob` has them. */
  readonly terms: JobTerms;
}

/** What {@link forfeitJob} returns. */
export type ForfeitJobReturnType = WriteReceipt;

/** What {@link forfeitJob} throws. */
export type ForfeitJobErrorType = WriteErrorType;

/** Encodes {@link forfeitJob}. */
export function encodeForfeitJob(client: WattleClient, { terms }: ForfeitJobParameters): TransactionCall {
  return encodeCall(client, "escrow", "forfeit", [terms]);
}

/**
 * Gives a job up: the price goes back, and from a quarter of the collateral at once to all of it at the deadline is
 * slashed. For the provider's owner and operators.
 *
 * @throws {@link JobEscrowUnexpectedStateError} when the job is in another state.
 * @throws {@link JobEscrowTooLateError} after the deadline.
 * @throws Any other {@link ForfeitJobErrorType}.
 *
 * @example
 * ```ts
 * import { forfeitJob } from "@wattle/sdk";
 *
 * await forfeitJob(client, { terms: job.terms });
 * ```
 */
export async function forfeitJob(
  client: WattleClient,
  parameters: ForfeitJobParameters,
): Promise<ForfeitJobReturnType> {
  return (await sendCall(client, encodeForfeitJob(client, parameters), parameters)).receipt;
}
