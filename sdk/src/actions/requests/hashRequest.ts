import type { WattleClient } from "../../client/wattleClient.ts";
import type { Request } from "../../types/request.ts";
import { hashOrder } from "../orders/orderTypedData.ts";

/** What {@link hashRequest} takes. */
export interface HashRequestParameters {
  readonly request: Request;
}

/** What {@link hashRequest} returns: the EIP-712 digest (0x hex). */
export type HashRequestReturnType = string;

/**
 * The EIP-712 digest of a request: what its client signs, and what names it in the market. It asks nothing of the chain.
 *
 * @throws {@link InvalidArgumentError} when a field is none of its type, as a misspelled address.
 *
 * @example
 * ```ts
 * import { hashRequest } from "@wattle/sdk";
 *
 * const orderHash = hashRequest(client, { request });
 * ```
 */
export function hashRequest(client: WattleClient, { request }: HashRequestParameters): HashRequestReturnType {
  return hashOrder(client, "Request", request);
}
