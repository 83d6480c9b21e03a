import { reading } from "../../chain/reading.ts";
import { requireSigner } from "../../chain/sendCall.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { SignErrorType } from "../../errors/errorTypes.ts";
import type { RpcErrorType } from "../../errors/rpcErrors.ts";
import type { Request, SignedRequest } from "../../types/request.ts";
import { marketDomain, orderTypes } from "../orders/orderTypedData.ts";
import { hashRequest } from "./hashRequest.ts";

/** What {@link signRequest} takes. */
export interface SignRequestParameters {
  /** `prepareRequest` fills in what is usual. */
  readonly request: Request;
  /** Base address of a store that has the manifest, for who takes it. Default: none. */
  readonly store?: string;
}

/** What {@link signRequest} returns. */
export interface SignRequestReturnType extends SignedRequest {
  /** The EIP-712 digest, which names the request in the market. */
  readonly orderHash: string;
}

/** What {@link signRequest} throws. */
export type SignRequestErrorType = SignErrorType | RpcErrorType;

/**
 * Signs a request (EIP-712). It costs nothing and is valid wherever it is shown, as long as the client's claim and the
 * market's allowance cover it. For the request's client, or the key of a contract that is one (ERC-1271).
 *
 * @throws {@link MissingSignerError} when the client has no signer.
 * @throws {@link UserRejectedError} when the user says no in the wallet.
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
 * const { signature } = await signRequest(client, { request });
 * ```
 */
export async function signRequest(
  client: WattleClient,
  { request, store = "" }: SignRequestParameters,
): Promise<SignRequestReturnType> {
  const signer = requireSigner(client);
  const signature = await reading(
    signer.signTypedData(marketDomain(client), orderTypes(client, "Request"), request),
  );
  return { request, signature, store, orderHash: hashRequest(client, { request }) };
}
