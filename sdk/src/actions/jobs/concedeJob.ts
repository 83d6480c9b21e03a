import { encodeCall } from "../../chain/encodeCall.ts";
import { findEvent } from "../../chain/findEvent.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { JobTerms } from "../../types/jobTerms.ts";

/** What {@link concedeJob} takes. */
export interface ConcedeJobParameters extends WriteOptions {
  /** The job's terms: `getJob` has them. */
  readonly terms: JobTerms;
}

/** What {@link concedeJob} returns. */
export interface ConcedeJobReturnType extends WriteReceipt {
  /** Base units of the payment token that the provider got. */
  readonly price: bigint;
  /** Base units of the dispute fee that the client got back at once; see {@link concedeJob}. */
  readonly feeReturned: bigint;
}

/** What {@link concedeJob} throws. */
export type ConcedeJobErrorType = WriteErrorType;

/** Encodes {@link concedeJob}. */
export function encodeConcedeJob(client: WattleClient, { terms }: ConcedeJobParameters): TransactionCall {
  return encodeCall(client, "escrow", "concede", [terms]);
}

/**
 * Withdraws a dispute: the provider is paid. A fee that no adjudicator took comes back; what becomes of one that was
 * handed over is the adjudicator's to say. An attested adjudicator leaves it to its signers, who may have worked on the
 * case already: whoever conceded has it back by `returnCaseFee`, if they have not ruled by the ruling deadline. A slashing
 * court returns all of it until the panel is drawn; then it pays the seats that have committed, and the others half. For the
 * job's client, up to that deadline.
 *
 * @throws {@link JobEscrowUnexpectedStateError} when the job is not disputed.
 * @throws {@link JobEscrowNotClientError} when the signer is not the client.
 * @throws Any other {@link ConcedeJobErrorType}.
 *
 * @example
 * ```ts
 * import { concedeJob } from "@wattle/sdk";
 *
 * await concedeJob(client, { terms: job.terms });
 * ```
 */
export async function concedeJob(
  client: WattleClient,
  parameters: ConcedeJobParameters,
): Promise<ConcedeJobReturnType> {
  const call = encodeConcedeJob(client, parameters);
  const { receipt, logs } = await sendCall(client, call, parameters);
  const { price, feeReturned } = findEvent(client, "escrow", logs, "JobConceded");
  return { ...receipt, price, feeReturned };
}
