import type { UploadToken } from "@wattle/sdk/blobs";

/** Who asks to upload a blob. */
export interface UploadClaim {
  /** A blob, or what the client of a job hands over to its provider: only the client may do that. */
  readonly purpose: "blob" | "handover";
  readonly token: UploadToken;
  /** The EIP-712 digest of the token. */
  readonly digest: string;
  /** 0x hex. */
  readonly signature: string;
  /** The address whose ECDSA signature it is; null when it is not one (a smart account's may be anything). */
  readonly signer: string | null;
}

/** Decides whether somebody who asks to upload a blob may. */
export interface PartyCheck {
  /**
   * Returns when the upload is allowed.
   *
   * @throws {@link RelayRefusal} `NotAuthorized`, or `ChainUnavailable` when nobody can tell now.
   */
  check(claim: UploadClaim, options: { readonly signal: AbortSignal }): Promise<void>;
}
