import { type EncodedDocument, encodeDocument } from "./canonicalDocument.ts";
import type { JobManifest } from "./jobManifest.ts";
import { manifestKind } from "./manifestKind.ts";

/**
 * Validates a job manifest and returns its canonical bytes with their sha2-256, the `specDigest` of the job.
 *
 * @throws {@link ManifestInvalidError} naming the path and the rule, when the manifest is not valid.
 * @throws {@link DocumentTooLargeError} when its encoding is longer than 1 MiB.
 *
 * @example
 * ```ts
 * import { encodeManifest } from "@wattle/sdk";
 *
 * const { bytes, digest } = encodeManifest(manifest);
 * console.log(`${bytes.length} bytes, specDigest ${digest}`);
 * ```
 */
export function encodeManifest(manifest: JobManifest): EncodedDocument {
  return encodeDocument(manifestKind, manifest);
}
