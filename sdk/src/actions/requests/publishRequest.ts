import { encodeCall } from "../../chain/encodeCall.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { Request } from "../../types/request.ts";
import type { RequestWarning } from "../../types/requestWarning.ts";
import { getRequestWarnings } from "./getRequestWarnings.ts";
import { hashRequest } from "./hashRequest.ts";

/** What {@link publishRequest} takes. */
export interface PublishRequestParameters extends WriteOptions {
  readonly request: Request;
  /** Base address of a store that has the manifest, for who takes it. Default: none. */
  readonly store?: string;
}

/** What {@link publishRequest} returns. */
export interface PublishRequestReturnType extends WriteReceipt {
  /** The EIP-712 digest, which names the request in the market. */
  readonly orderHash: string;
  /** As {@link getRequestWarnings} said before it was published. */
  readonly warnings: readonly RequestWarning[];
}

/** What {@link publishRequest} throws. */
export type PublishRequestErrorType = WriteErrorType;

/** Encodes {@link publishRequest}. */
export function encodePublishRequest(
  client: WattleClient,
  { request, store = "" }: PublishRequestParameters,
): TransactionCall {
  return encodeCall(client, "escrow", "publishRequest", [request, store]);
}

/**
 * Publishes a request on chain, where every provider finds it and nobody can censor it. For the request's client. The
 * price goes into escrow only when a provider takes it: until then the claim and the allowance must last. The warnings
 * that it returns name what may not.
 *
 * @throws {@link OrderOutOfBoundsError} when one of its fields is.
 * @throws {@link RequestBookNotClientError} when the signer is not its client.
 * @throws Any other {@link PublishRequestErrorType}.
 *
 * @example
 * ```ts
 * import { prepareRequest, publishRequest } from "@wattle/sdk";
 *
 * const request = await prepareRequest(client, {
 *   token,
 *   maxRatePerSecond: 2_000n,
 *   collateral: 10n ** 18n,
 *   runLimitSeconds: 600,
 *   specDigest,
 *   specRoot,
 * });
 * const { orderHash, warnings } = await publishRequest(client, { request, store: "https://relay.example" });
 * for (const { message, action } of warnings) console.warn(message, action);
 * ```
 */
export async function publishRequest(
  client: WattleClient,
  parameters: PublishRequestParameters,
): Promise<PublishRequestReturnType> {
  const call = encodePublishRequest(client, parameters);
  const warnings = await getRequestWarnings(client, parameters);
  const { receipt } = await sendCall(client, call, parameters);
  return { ...receipt, orderHash: hashRequest(client, parameters), warnings };
}
