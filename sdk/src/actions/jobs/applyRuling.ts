import { encodeCall } from "../../chain/encodeCall.ts";
import { findEvent } from "../../chain/findEvent.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { JobTerms } from "../../types/jobTerms.ts";

/** What {@link applyRuling} takes. */
export interface ApplyRulingParameters extends WriteOptions {
  /** The job's terms: `getJob` has them. */
  readonly terms: JobTerms;
}

/** What {@link applyRuling} returns. */
export interface ApplyRulingReturnType extends WriteReceipt {
  /** True if the provider was paid, false if the client was refunded. */
  readonly providerRight: boolean;
  /** Base units of the payment token that one of them got. */
  readonly price: bigint;
  /** Base units of the stake token that the provider lost; half of it, rounded down, is the client's. */
  readonly slashed: bigint;
  /** Base units of the dispute fee that the client got back, since no case was opened. */
  readonly feeReturned: bigint;
}

/** What {@link applyRuling} throws. */
export type ApplyRulingErrorType = WriteErrorType;

/** Encodes {@link applyRuling}. */
export function encodeApplyRuling(client: WattleClient, { terms }: ApplyRulingParameters): TransactionCall {
  return encodeCall(client, "escrow", "applyRuling", [terms]);
}

/**
 * Ends a disputed job as its adjudicator ruled: the provider is paid, or the client refunded and the collateral slashed.
 * For anyone, up to the ruling deadline: a ruling that nobody applies by then counts for nothing.
 *
 * @throws {@link JobEscrowUnexpectedStateError} when the job is not disputed.
 * @throws {@link JobDisputesNoRulingError} when the adjudicator has not answered.
 * @throws {@link JobEscrowTooLateError} after the ruling deadline.
 * @throws Any other {@link ApplyRulingErrorType}.
 *
 * @example
 * ```ts
 * import { applyRuling } from "@wattle/sdk";
 *
 * const { providerRight } = await applyRuling(client, { terms: job.terms });
 * ```
 */
export async function applyRuling(
  client: WattleClient,
  parameters: ApplyRulingParameters,
): Promise<ApplyRulingReturnType> {
  const call = encodeApplyRuling(client, parameters);
  const { receipt, logs } = await sendCall(client, call, parameters);
  const { providerRight, price, slashed, feeReturned } = findEvent(client, "escrow", logs, "JobRuled");
  return { ...receipt, providerRight, price, slashed, feeReturned };
}
