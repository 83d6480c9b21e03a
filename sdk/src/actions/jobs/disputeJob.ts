import { encodeCall } from "../../chain/encodeCall.ts";
import { findEvent } from "../../chain/findEvent.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { InsufficientClaimError, MarketNotApprovedError } from "../../errors/offerErrors.ts";
import type { JobTerms } from "../../types/jobTerms.ts";
import { readFunds, requireFunds } from "../payments/requireFunds.ts";

/** What {@link disputeJob} takes. */
export interface DisputeJobParameters extends WriteOptions {
  /** The job's terms: `getJob` has them. */
  readonly terms: JobTerms;
}

/** What {@link disputeJob} returns. */
export interface DisputeJobReturnType extends WriteReceipt {
  /** Base units of the payment token that the client paid into the market. */
  readonly fee: bigint;
  /** The last second in which a ruling is taken, Unix time of the chain. */
  readonly rulingUntil: number;
}

/** What {@link disputeJob} throws. */
export type DisputeJobErrorType = WriteErrorType | InsufficientClaimError | MarketNotApprovedError;

/** Encodes {@link disputeJob}. */
export function encodeDisputeJob(client: WattleClient, { terms }: DisputeJobParameters): TransactionCall {
  return encodeCall(client, "escrow", "dispute", [terms]);
}

/**
 * Says that a result is wrong, and pays the dispute fee into the market. The adjudicator learns of it by `openCase`;
 * without an adjudicator, the price is split after the ruling deadline. For the job's client, within the review period.
 *
 * @throws {@link InsufficientClaimError} when the client's claim in the vault does not cover the fee.
 * @throws {@link MarketNotApprovedError} when the market may not move it.
 * @throws {@link JobEscrowUnexpectedStateError} when the job is in another state.
 * @throws {@link JobEscrowTooLateError} after the review period.
 * @throws Any other {@link DisputeJobErrorType}.
 *
 * @example
 * ```ts
 * import { disputeJob, openCase } from "@wattle/sdk";
 *
 * const { rulingUntil } = await disputeJob(client, { terms: job.terms });
 * await openCase(client, { terms: job.terms });
 * ```
 */
export async function disputeJob(
  client: WattleClient,
  parameters: DisputeJobParameters,
): Promise<DisputeJobReturnType> {
  const { terms, signal } = parameters;
  if (terms.disputeFee > 0n) {
    const { token, client: account } = terms;
    const market = client.deployment.contracts.jobEscrow;
    requireFunds(await readFunds(client, { token, account, market, signal }), terms.disputeFee);
  }
  const { receipt, logs } = await sendCall(client, encodeDisputeJob(client, parameters), parameters);
  const { fee, rulingUntil } = findEvent(client, "escrow", logs, "JobDisputed");
  return { ...receipt, fee, rulingUntil };
}
