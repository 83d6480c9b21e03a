import type { BlobRef } from "./blobRef.ts";

/**
 * Requires that the sizes of a blob reference fit its encryption: plain bytes are stored as they are, and
 * encrypted ones are longer than their plaintext.
 *
 * @param path Path of the reference in the document.
 * @param invalid Makes the error for a path and a rule.
 */
export function checkBlobRef(
  blob: BlobRef,
  path: string,
  invalid: (path: string, rule: string) => Error,
): void {
  if (blob.encryption === "none" && blob.plaintextSize !== blob.size) {
    throw invalid(`${path}.plaintextSize`, "must equal size when encryption is none");
  }
  if (blob.encryption === "age" && blob.plaintextSize >= blob.size) {
    throw invalid(`${path}.plaintextSize`, "must be less than size when encryption is age");
  }
}
