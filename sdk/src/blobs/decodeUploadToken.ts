import { base64urlnopad } from "@scure/base";
import * as z from "zod";
import { bytes32Schema } from "../manifest/blobRef.ts";
import { UploadTokenInvalidError } from "./uploadErrors.ts";
import type { SignedUploadToken } from "./uploadToken.ts";

const signedUploadTokenSchema = z.strictObject({
  token: z.strictObject({
    account: z.string().regex(/^0x[0-9a-fA-F]{40}$/),
    jobId: bytes32Schema,
    root: bytes32Schema,
    size: z
      .int()
      .min(0)
      .max(2 ** 40),
    expiresAt: z
      .int()
      .min(0)
      .max(2 ** 40 - 1),
  }),
  signature: z.string().regex(/^0x([0-9a-fA-F]{2}){1,4096}$/),
});

/** Longest `Authorization` header that is read, in characters: HTTP servers cut longer ones off. */
const MAX_HEADER_LENGTH = 12_288;

/**
 * Reads an `Authorization` header: the inverse of {@link encodeUploadToken}, for stores. It does not check the signature.
 *
 * @throws {@link UploadTokenInvalidError} when the header holds no token.
 *
 * @example
 * ```ts
 * import { decodeUploadToken } from "@wattle/sdk/blobs";
 *
 * const { token, signature } = decodeUploadToken(request.headers.authorization ?? "");
 * ```
 */
export function decodeUploadToken(header: string): SignedUploadToken {
  const [scheme, encoded, ...rest] = header.split(" ");
  if (scheme?.toLowerCase() !== "wattle" || encoded === undefined || rest.length > 0) {
    throw new UploadTokenInvalidError("it does not have the form `Wattle <base64url>`");
  }
  if (encoded.length > MAX_HEADER_LENGTH) throw new UploadTokenInvalidError("it is too long");
  try {
    const json = new TextDecoder("utf-8", { fatal: true }).decode(base64urlnopad.decode(encoded));
    return signedUploadTokenSchema.parse(JSON.parse(json));
  } catch (error) {
    throw new UploadTokenInvalidError("it holds no token", error);
  }
}
