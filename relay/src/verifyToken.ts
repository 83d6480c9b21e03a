import {
  decodeUploadToken,
  UPLOAD_TOKEN_TYPES,
  uploadTokenDomain,
  type UploadTokenPlace,
} from "@wattle/sdk/blobs";
import { recoverAddress, TypedDataEncoder } from "ethers";
import type { UploadClaim } from "./partyCheck.ts";
import { RelayRefusal } from "./refusal.ts";

/** What a token is held against. */
export interface TokenRules {
  /** Chain, escrow and store that the token must name. */
  readonly place: UploadTokenPlace;
  /** How far ahead a token may expire, in seconds. */
  readonly maxTokenSeconds: number;
  /** Largest blob, in bytes. */
  readonly maxBlobBytes: number;
}

const SIGN_AGAIN = "Sign a new token with signUploadToken for this relay's address, chain and escrow.";

/**
 * Reads the token of a new upload and checks everything that needs no chain.
 *
 * @param authorization The `Authorization` header.
 * @param uploadLength The header that announces the bytes: `Upload-Length`, or `Content-Length`.
 * @throws {@link RelayRefusal} `TokenMissing`, `TokenInvalid`, `TokenExpired` or `BlobTooLarge`.
 */
export function verifyToken(
  authorization: string | undefined,
  uploadLength: string | undefined,
  rules: TokenRules,
): Omit<UploadClaim, "purpose"> {
  if (authorization === undefined) {
    throw new RelayRefusal("TokenMissing", "The upload carries no token.", SIGN_AGAIN);
  }
  const { token, signature } = decode(authorization);
  const nowSeconds = Math.floor(Date.now() / 1000);
  if (token.expiresAt < nowSeconds) {
    throw new RelayRefusal("TokenExpired", "The upload token has expired.", SIGN_AGAIN);
  }
  if (token.expiresAt > nowSeconds + rules.maxTokenSeconds) {
    throw new RelayRefusal(
      "TokenInvalid",
      `The upload token is valid for more than ${rules.maxTokenSeconds} seconds.`,
      "Sign a token with a shorter validity.",
    );
  }
  if (token.size > rules.maxBlobBytes) {
    throw new RelayRefusal(
      "BlobTooLarge",
      `The blob has ${token.size} bytes; this relay takes at most ${rules.maxBlobBytes}.`,
      "Split the blob, or use another store.",
    );
  }
  if (uploadLength !== String(token.size)) {
    throw new RelayRefusal(
      "TokenInvalid",
      `The token is for ${token.size} bytes, the upload for ${uploadLength ?? "an unknown number"}.`,
      SIGN_AGAIN,
    );
  }
  const digest = digestOf(token, rules.place);
  return {
    token: { ...token, account: token.account.toLowerCase() },
    digest,
    signature,
    signer: recover(digest, signature),
  };
}

function decode(authorization: string): ReturnType<typeof decodeUploadToken> {
  try {
    return decodeUploadToken(authorization);
  } catch (error) {
    throw new RelayRefusal("TokenInvalid", "The upload token cannot be read.", SIGN_AGAIN, error);
  }
}

function digestOf(token: UploadClaim["token"], place: UploadTokenPlace): string {
  try {
    return TypedDataEncoder.hash(uploadTokenDomain(place), UPLOAD_TOKEN_TYPES, token);
  } catch (error) {
    // An address in mixed case with a wrong checksum.
    throw new RelayRefusal("TokenInvalid", "The upload token names no account.", SIGN_AGAIN, error);
  }
}

function recover(digest: string, signature: string): string | null {
  try {
    return recoverAddress(digest, signature).toLowerCase();
  } catch {
    return null;
  }
}
