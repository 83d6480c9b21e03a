import { encodeCall } from "../../chain/encodeCall.ts";
import { findEvent } from "../../chain/findEvent.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { JobTerms } from "../../types/jobTerms.ts";

/** What {@link splitJob} takes. */
export interface SplitJobParameters extends WriteOptions {
  /** The job's terms: `getJob` has them. */
  readonly terms: JobTerms;
}

/** What {@link splitJob} returns. */
export interface SplitJobReturnType extends WriteReceipt {
  /** Base units of the payment token that the provider got. */
  readonly providerPart: bigint;
  /** Base units of the payment token that the client got. */
  readonly clientPart: bigint;
  /** Base units of the dispute fee that the client got back, since no case was opened. */
  readonly feeReturned: bigint;
}

/** What {@link splitJob} throws. */
export type SplitJobErrorType = WriteErrorType;

/** Encodes {@link splitJob}. */
export function encodeSplitJob(client: WattleClient, { terms }: SplitJobParameters): TransactionCall {
  return encodeCall(client, "escrow", "noRuling", [terms]);
}

/**
 * Ends a disputed job that nobody ruled on: the price is split as its terms say. For anyone, after the ruling deadline.
 *
 * @throws {@link JobEscrowUnexpectedStateError} when the job is not disputed.
 * @throws {@link JobEscrowTooEarlyError} while a ruling may still come.
 * @throws Any other {@link SplitJobErrorType}.
 *
 * @example
 * ```ts
 * import { splitJob } from "@wattle/sdk";
 *
 * const { providerPart, clientPart } = await splitJob(client, { terms: job.terms });
 * ```
 */
export async function splitJob(
  client: WattleClient,
  parameters: SplitJobParameters,
): Promise<SplitJobReturnType> {
  const { receipt, logs } = await sendCall(client, encodeSplitJob(client, parameters), parameters);
  const { providerPart, clientPart, feeReturned } = findEvent(client, "escrow", logs, "JobSplit");
  return { ...receipt, providerPart, clientPart, feeReturned };
}
