import { parseDocument } from "./canonicalDocument.ts";
import type { JobManifest } from "./jobManifest.ts";
import { manifestKind } from "./manifestKind.ts";

/**
 * Reads a job manifest from bytes that anybody may have written.
 *
 * @param bytes The decrypted envelope.
 * @param expectedDigest The job's `specDigest` (0x hex).
 * @throws {@link DocumentTooLargeError} when there are more than 1 MiB of bytes.
 * @throws {@link DigestMismatchError} when they are not the bytes that the digest names.
 * @throws {@link ManifestInvalidError} when they are not a valid manifest.
 * @throws {@link NotCanonicalError} when they are one, but not in canonical form.
 *
 * @example
 * ```ts
 * import { parseManifest } from "@wattle/sdk";
 *
 * const manifest = parseManifest(bytes, terms.specDigest);
 * console.log(manifest.program.steps.length);
 * ```
 */
export function parseManifest(bytes: Uint8Array, expectedDigest: string): JobManifest {
  return parseDocument(manifestKind, bytes, expectedDigest);
}
