import { encodeCall } from "../../chain/encodeCall.ts";
import { findEvents } from "../../chain/findEvent.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { JobTerms } from "../../types/jobTerms.ts";

/** What {@link expireJobs} takes. */
export interface ExpireJobsParameters extends WriteOptions {
  /** The terms of each job. */
  readonly jobs: readonly JobTerms[];
}

/** What {@link expireJobs} returns. */
export interface ExpireJobsReturnType extends WriteReceipt {
  /** How many of the jobs were ready, and are expired now. */
  readonly expired: number;
}

/** What {@link expireJobs} throws. */
export type ExpireJobsErrorType = WriteErrorType;

/** Encodes {@link expireJobs}. */
export function encodeExpireJobs(client: WattleClient, { jobs }: ExpireJobsParameters): TransactionCall {
  return encodeCall(client, "escrow", "expireMany", [jobs]);
}

/**
 * Ends all jobs that were not delivered in time, and leaves the others as they are. For anyone.
 * A transaction holds a few hundred jobs at most.
 *
 * @throws Any {@link ExpireJobsErrorType}.
 *
 * @example
 * ```ts
 * import { expireJobs } from "@wattle/sdk";
 *
 * const { expired } = await expireJobs(client, { jobs: [one.terms, other.terms] });
 * ```
 */
export async function expireJobs(
  client: WattleClient,
  parameters: ExpireJobsParameters,
): Promise<ExpireJobsReturnType> {
  const { receipt, logs } = await sendCall(client, encodeExpireJobs(client, parameters), parameters);
  return { ...receipt, expired: findEvents(client, "escrow", logs, "JobExpired").length };
}
