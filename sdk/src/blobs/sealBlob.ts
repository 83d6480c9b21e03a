import { bytesToHex } from "@noble/hashes/utils.js";
import type { BlobRef } from "../manifest/blobRef.ts";
import { buildTree } from "./buildTree.ts";
import { encryptFor } from "./encryption.ts";
import { sha256 } from "./sha256.ts";
import type { BlobTree } from "./tree.ts";

/** Bytes made ready to be stored. */
export interface SealedBlob {
  /** What to upload: ciphertext, or the plain bytes of a blob without recipients. */
  readonly bytes: Uint8Array;
  readonly tree: BlobTree;
  /** The blob as a manifest or a result names it, once it stands at these addresses. */
  at(locations: readonly string[]): BlobRef;
}

/**
 * Encrypts bytes and describes them as a manifest needs it.
 *
 * @param recipients Who can read them; null stores them for everybody to read.
 * @throws {@link InvalidKeyError} when a recipient is not one.
 *
 * @example
 * ```ts
 * import { blobUrl, sealBlob, uploadBlob } from "@wattle/sdk/blobs";
 *
 * const sealed = await sealBlob(sceneBytes, [providerRecipient, jobKey.recipient]);
 * await uploadBlob({ store, bytes: sealed.bytes, tree: sealed.tree, token });
 * const input = { name: "scene", blob: sealed.at([blobUrl(store, sealed.tree.root)]) };
 * ```
 */
export async function sealBlob(
  plaintext: Uint8Array,
  recipients: readonly string[] | null,
): Promise<SealedBlob> {
  const bytes = recipients === null ? plaintext : await encryptFor(recipients, plaintext);
  const tree = await buildTree(bytes);
  const plaintextDigest = `0x${bytesToHex(await sha256(plaintext))}`;
  return {
    bytes,
    tree,
    at: (locations) => ({
      root: tree.root,
      size: tree.size,
      locations: [...locations],
      encryption: recipients === null ? "none" : "age",
      plaintextDigest,
      plaintextSize: plaintext.length,
    }),
  };
}
