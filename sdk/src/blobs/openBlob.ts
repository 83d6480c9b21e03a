import { bytesToHex } from "@noble/hashes/utils.js";
import type { BlobRef } from "../manifest/blobRef.ts";
import { DigestMismatchError } from "../manifest/errors.ts";
import { downloadBlob } from "./downloadBlob.ts";
import type { DownloadOptions } from "./downloadOptions.ts";
import { decryptWith } from "./encryption.ts";
import { sha256 } from "./sha256.ts";

/** Options of {@link openBlob}. */
export interface OpenBlobOptions extends DownloadOptions {
  /** Secret key of one of the recipients (`AGE-SECRET-KEY-1…`); not needed for a blob that is not encrypted. */
  readonly identity?: string | undefined;
}

/**
 * Downloads the blob that a manifest or a result names, decrypts it and checks the plaintext's digest.
 *
 * @throws As {@link downloadBlob}.
 * @throws {@link InvalidKeyError} when the blob is encrypted and no valid identity is given.
 * @throws {@link DecryptionError} when it is not for that identity.
 * @throws {@link DigestMismatchError} when its author lied about the plaintext.
 *
 * @example
 * ```ts
 * import { openBlob } from "@wattle/sdk/blobs";
 *
 * const image = await openBlob(result.outputs[0].blob, { identity: jobKey.identity });
 * ```
 */
export async function openBlob(ref: BlobRef, options: OpenBlobOptions = {}): Promise<Uint8Array> {
  const stored = await downloadBlob(ref, options);
  const plaintext = ref.encryption === "none" ? stored : await decryptWith(options.identity ?? "", stored);
  const digest = `0x${bytesToHex(await sha256(plaintext))}`;
  if (digest !== ref.plaintextDigest) {
    throw new DigestMismatchError("decrypted blob", ref.plaintextDigest, digest);
  }
  return plaintext;
}
