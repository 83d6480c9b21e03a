import { DOCUMENT_MAX_BYTES, type EncodedDocument } from "../manifest/canonicalDocument.ts";
import { buildTree } from "./buildTree.ts";
import type { BlobSource } from "./blobSource.ts";
import { downloadBlob } from "./downloadBlob.ts";
import type { DownloadOptions } from "./downloadOptions.ts";
import { decryptWith, encryptFor } from "./encryption.ts";
import type { BlobTree } from "./tree.ts";

/** Longest envelope: the longest document, age's 16 bytes for each 64 KiB of it, and a header of many recipients. */
export const ENVELOPE_MAX_BYTES = DOCUMENT_MAX_BYTES + 16 * 1024;

/** A manifest or a result, encrypted and ready to be stored. */
export interface SealedEnvelope {
  /** What to upload. */
  readonly bytes: Uint8Array;
  readonly tree: BlobTree;
}

/**
 * Encrypts a manifest or a result into an envelope. The chain carries the envelope's root and the digest of the document
 * inside.
 *
 * @param document What `encodeManifest` or `encodeResult` returned.
 * @param recipients `age1…`: for a manifest the provider and the job's own key, for a result the manifest's.
 * @throws {@link InvalidKeyError} when a recipient is not one.
 *
 * @example
 * ```ts
 * import { encodeManifest } from "@wattle/sdk";
 * import { sealEnvelope, uploadBlob } from "@wattle/sdk/blobs";
 *
 * const document = encodeManifest(manifest);
 * const envelope = await sealEnvelope(document, [providerRecipient, jobKey.recipient]);
 * const { url } = await uploadBlob({ store, bytes: envelope.bytes, tree: envelope.tree, token });
 * ```
 */
export async function sealEnvelope(
  document: EncodedDocument,
  recipients: readonly string[],
): Promise<SealedEnvelope> {
  const bytes = await encryptFor(recipients, document.bytes);
  return { bytes, tree: await buildTree(bytes) };
}

/** Options of {@link openEnvelope}. */
export interface OpenEnvelopeOptions extends DownloadOptions {
  /** Secret key of one of the recipients (`AGE-SECRET-KEY-1…`). */
  readonly identity: string;
}

/**
 * Downloads and decrypts the envelope whose root the chain carries. What comes out is untrusted until
 * `parseManifest` or `parseResult` has compared it with the digest on chain.
 *
 * @param source The envelope's root with the addresses that may hold it, or one address that ends in its CID.
 * @throws As {@link downloadBlob} and {@link decryptWith}.
 *
 * @example
 * ```ts
 * import { parseManifest } from "@wattle/sdk";
 * import { blobUrl, openEnvelope } from "@wattle/sdk/blobs";
 *
 * const source = { root: event.specRoot, locations: [blobUrl(store, event.specRoot)] };
 * const bytes = await openEnvelope(source, { identity, signal: AbortSignal.timeout(10_000) });
 * const manifest = parseManifest(bytes, terms.specDigest);
 * ```
 */
export async function openEnvelope(source: BlobSource, options: OpenEnvelopeOptions): Promise<Uint8Array> {
  const { maxBytes = ENVELOPE_MAX_BYTES } = options;
  const ciphertext = await downloadBlob(source, { ...options, maxBytes });
  return decryptWith(options.identity, ciphertext);
}
