import { InvalidArgumentError } from "../errors/inputErrors.ts";
import { decodeOrder, encodeOrder, type EncodedOrder, hexAt, objectAt } from "./orderCodec.ts";
import type { Request, SignedRequest } from "./request.ts";

/** A {@link SignedRequest} as JSON can carry it. */
export interface EncodedSignedRequest {
  readonly request: EncodedOrder<Request>;
  readonly signature: string;
  readonly store: string;
}

/**
 * Turns a signed request into what `JSON.stringify` takes, as for a website that shows requests.
 *
 * @example
 * ```ts
 * import { encodeSignedRequest, signRequest } from "@wattle/sdk";
 *
 * const body = JSON.stringify(encodeSignedRequest(await signRequest(client, { request })));
 * ```
 */
export function encodeSignedRequest({ request, signature, store }: SignedRequest): EncodedSignedRequest {
  return { request: encodeOrder(request), signature, store };
}

/**
 * The inverse of {@link encodeSignedRequest}, for values from anywhere. What stands beside request, signature and store
 * is left out. Whether the signature is good is for `assessRequest` to say.
 *
 * @throws {@link InvalidArgumentError} that names the first field that is missing, unknown or none of its type.
 *
 * @example
 * ```ts
 * import { decodeSignedRequest, takeRequest } from "@wattle/sdk";
 *
 * const { request, signature } = decodeSignedRequest(await response.json());
 * await takeRequest(client, { request, signature, provider, machineId });
 * ```
 */
export function decodeSignedRequest(value: unknown): SignedRequest {
  const { request, signature, store = "" } = objectAt("signed request", value);
  if (typeof store !== "string") throw new InvalidArgumentError("store is no text");
  return {
    // The fields and their types are those of the ABI, with which a test compares the interface.
    request: decodeOrder("Request", "request", request) as unknown as Request,
    signature: hexAt("signature", signature),
    store,
  };
}
