import type { WattleClient } from "../../client/wattleClient.ts";
import type { ReadErrorType, SignErrorType } from "../../errors/errorTypes.ts";
import type { Request, SignedRequest } from "../../types/request.ts";
import type { RequestWarning } from "../../types/requestWarning.ts";
import { signOrder } from "../orders/orderTypedData.ts";
import { getRequestWarnings } from "./getRequestWarnings.ts";
import { hashRequest } from "./hashRequest.ts";

/** What {@link signRequest} takes. */
export interface SignRequestParameters {
  /** `prepareRequest` fills in what is usual. */
  readonly request: Request;
  /** Base address of a store that has the manifest, for who takes it. Default: none. */
  readonly store?: string;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link signRequest} returns. */
export interface SignRequestReturnType extends SignedRequest {
  /** The EIP-712 digest, which names the request in the market. */
  readonly orderHash: string;
  /** As {@link getRequestWarnings} says. */
  readonly warnings: readonly RequestWarning[];
}

/** What {@link signRequest} throws. */
export type SignRequestErrorType = SignErrorType | ReadErrorType;

/**
 * Signs a request (EIP-712). It costs nothing and is valid wherever it is shown, as long as the client's claim and the
 * market's allowance cover it. For the request's client, or the key of a contract that is one (ERC-1271). Before it
 * signs, it looks for what {@link getRequestWarnings} warns of.
 *
 * @throws {@link MissingSignerError} when the client has no signer.
 * @throws {@link UserRejectedError} when the user says no in the wallet.
 * @throws Any other {@link SignRequestErrorType}.
 *
 * @example
 * ```ts
 * import { prepareRequest, signRequest } from "@wattle/sdk";
 *
 * const request = await prepareRequest(client, {
 *   token,
 *   maxRatePerSecond: 2_000n,
 *   collateral: 10n ** 18n,
 *   runLimitSeconds: 600,
 *   specDigest,
 *   specRoot,
 * });
 * const { signature, warnings } = await signRequest(client, { request });
 * for (const { message, action } of warnings) console.warn(message, action);
 * ```
 */
export async function signRequest(
  client: WattleClient,
  { request, store = "", signal }: SignRequestParameters,
): Promise<SignRequestReturnType> {
  const warnings = await getRequestWarnings(client, { request, signal });
  const signature = await signOrder(client, "Request", request);
  return { request, signature, store, orderHash: hashRequest(client, { request }), warnings };
}
