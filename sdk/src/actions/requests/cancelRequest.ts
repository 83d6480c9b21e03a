import { encodeCall } from "../../chain/encodeCall.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { Request } from "../../types/request.ts";

/** What {@link cancelRequest} takes. */
export interface CancelRequestParameters extends WriteOptions {
  readonly request: Request;
}

/** What {@link cancelRequest} returns. */
export type CancelRequestReturnType = WriteReceipt;

/** What {@link cancelRequest} throws. */
export type CancelRequestErrorType = WriteErrorType;

/** Encodes {@link cancelRequest}. */
export function encodeCancelRequest(
  client: WattleClient,
  { request }: CancelRequestParameters,
): TransactionCall {
  return encodeCall(client, "escrow", "cancelRequest", [request]);
}

/**
 * Withdraws a request for good, also one that was only signed. A job that it opened goes on. For the request's client.
 *
 * @throws {@link OrderBookUnchangedError} when it is canceled already.
 * @throws {@link RequestBookNotClientError} when the signer is not its client.
 * @throws Any other {@link CancelRequestErrorType}.
 *
 * @example
 * ```ts
 * import { cancelRequest } from "@wattle/sdk";
 *
 * await cancelRequest(client, { request });
 * ```
 */
export async function cancelRequest(
  client: WattleClient,
  parameters: CancelRequestParameters,
): Promise<CancelRequestReturnType> {
  return (await sendCall(client, encodeCancelRequest(client, parameters), parameters)).receipt;
}
