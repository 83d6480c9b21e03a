import type { TypedDataDomain } from "ethers";
import { storeDigest } from "./locations.ts";

/** Permission to upload one blob to one store, asked for by an account that the chain knows. */
export interface UploadToken {
  /** The client, or the provider's id. */
  readonly account: string;
  /** The job that the blob belongs to; 32 zero bytes for a blob that is uploaded before there is one. */
  readonly jobId: string;
  /** Digest of the root of the blob's tree (0x hex). */
  readonly root: string;
  /** Stored bytes. */
  readonly size: number;
  /** Second (Unix time) after which the token starts no upload; stores refuse one too far ahead. */
  readonly expiresAt: number;
}

/** An upload token with the signature that makes it valid. */
export interface SignedUploadToken {
  readonly token: UploadToken;
  /** EIP-712 signature (0x hex) by the account, or by an operator of the provider that it is. */
  readonly signature: string;
}

/** The place that a token is for. */
export interface UploadTokenPlace {
  readonly chainId: bigint;
  /** Address of the JobEscrow. */
  readonly escrow: string;
  /** Base address of the store. */
  readonly store: string;
}

/** The `jobId` of a blob that is uploaded before its job is open. */
export const NO_JOB = `0x${"0".repeat(64)}`;

/** The EIP-712 type of {@link UploadToken}. */
export const UPLOAD_TOKEN_TYPES = {
  UploadToken: [
    { name: "account", type: "address" },
    { name: "jobId", type: "bytes32" },
    { name: "root", type: "bytes32" },
    { name: "size", type: "uint64" },
    { name: "expiresAt", type: "uint40" },
  ],
};

/**
 * The EIP-712 domain of tokens for a store. Its salt is the digest of the store's address, so that no store can use
 * a token at another.
 *
 * @example
 * ```ts
 * import { UPLOAD_TOKEN_TYPES, uploadTokenDomain } from "@wattle/sdk/blobs";
 * import { verifyTypedData } from "ethers";
 *
 * const domain = uploadTokenDomain({ chainId: 31337n, escrow, store });
 * const signer = verifyTypedData(domain, UPLOAD_TOKEN_TYPES, signed.token, signed.signature);
 * ```
 */
export function uploadTokenDomain(place: UploadTokenPlace): TypedDataDomain {
  return {
    name: "Wattle Relay",
    version: "1",
    chainId: place.chainId,
    verifyingContract: place.escrow,
    salt: storeDigest(place.store),
  };
}
