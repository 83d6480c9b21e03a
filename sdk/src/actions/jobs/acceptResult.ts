import { encodeCall } from "../../chain/encodeCall.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { JobTerms } from "../../types/jobTerms.ts";

/** What {@link acceptResult} takes. */
export interface AcceptResultParameters extends WriteOptions {
  /** The job's terms: `getJob` has them. */
  readonly terms: JobTerms;
}

/** What {@link acceptResult} returns. */
export type AcceptResultReturnType = WriteReceipt;

/** What {@link acceptResult} throws. */
export type AcceptResultErrorType = WriteErrorType;

/** Encodes {@link acceptResult}. */
export function encodeAcceptResult(client: WattleClient, { terms }: AcceptResultParameters): TransactionCall {
  return encodeCall(client, "escrow", "accept", [terms]);
}

/**
 * Takes a result before the review period ends: the provider is paid. For the job's client.
 *
 * @throws {@link JobEscrowUnexpectedStateError} when the job is in another state.
 * @throws {@link JobEscrowNotClientError} when the signer is not the client.
 * @throws Any other {@link AcceptResultErrorType}.
 *
 * @example
 * ```ts
 * import { acceptResult } from "@wattle/sdk";
 *
 * await acceptResult(client, { terms: job.terms });
 * ```
 */
export async function acceptResult(
  client: WattleClient,
  parameters: AcceptResultParameters,
): Promise<AcceptResultReturnType> {
  return (await sendCall(client, encodeAcceptResult(client, parameters), parameters)).receipt;
}
