import { base64urlnopad } from "@scure/base";
import type { SignedUploadToken } from "./uploadToken.ts";

/**
 * The value of the `Authorization` header that starts an upload.
 *
 * @example
 * ```ts
 * import { encodeUploadToken } from "@wattle/sdk/blobs";
 *
 * const headers = { authorization: encodeUploadToken(signed) };
 * ```
 */
export function encodeUploadToken(signed: SignedUploadToken): string {
  return `Wattle ${base64urlnopad.encode(new TextEncoder().encode(JSON.stringify(signed)))}`;
}
