import { encodeCall } from "../../chain/encodeCall.ts";
import { findEvents } from "../../chain/findEvent.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { JobTerms } from "../../types/jobTerms.ts";

/** What {@link settleJobs} takes. */
export interface SettleJobsParameters extends WriteOptions {
  /** The terms of each job. */
  readonly jobs: readonly JobTerms[];
}

/** What {@link settleJobs} returns. */
export interface SettleJobsReturnType extends WriteReceipt {
  /** How many of the jobs were ready, and are settled now. */
  readonly settled: number;
}

/** What {@link settleJobs} throws. */
export type SettleJobsErrorType = WriteErrorType;

/** Encodes {@link settleJobs}. */
export function encodeSettleJobs(client: WattleClient, { jobs }: SettleJobsParameters): TransactionCall {
  return encodeCall(client, "escrow", "settleMany", [jobs]);
}

/**
 * Pays the providers of all jobs whose review period has passed, and leaves the others as they are. For anyone.
 * A transaction holds a few hundred jobs at most.
 *
 * @throws Any {@link SettleJobsErrorType}.
 *
 * @example
 * ```ts
 * import { settleJobs } from "@wattle/sdk";
 *
 * const { settled } = await settleJobs(client, { jobs: [one.terms, other.terms] });
 * ```
 */
export async function settleJobs(
  client: WattleClient,
  parameters: SettleJobsParameters,
): Promise<SettleJobsReturnType> {
  const { receipt, logs } = await sendCall(client, encodeSettleJobs(client, parameters), parameters);
  return { ...receipt, settled: findEvents(client, "escrow", logs, "JobCompleted").length };
}
