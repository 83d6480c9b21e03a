import { encodeCall } from "../../chain/encodeCall.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { Request } from "../../types/request.ts";
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
 * price goes into escrow only when a provider takes it: until then the claim and the allowance must last.
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
 * const { orderHash } = await publishRequest(client, { request, store: "https://relay.example" });
 * ```
 */
export async function publishRequest(
  client: WattleClient,
  parameters: PublishRequestParameters,
): Promise<PublishRequestReturnType> {
  const { receipt } = await sendCall(client, encodePublishRequest(client, parameters), parameters);
  return { ...receipt, orderHash: hashRequest(client, parameters) };
}
