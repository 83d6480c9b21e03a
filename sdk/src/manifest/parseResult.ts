import { parseDocument } from "./canonicalDocument.ts";
import type { JobResult } from "./jobResult.ts";
import { resultKind } from "./resultKind.ts";

/**
 * Reads a job result from bytes that anybody may have written. {@link checkResultBelongs} then compares it with
 * the job.
 *
 * @param bytes The decrypted envelope.
 * @param expectedDigest The result digest that the provider submitted (0x hex).
 * @throws {@link DocumentTooLargeError} when there are more than 1 MiB of bytes.
 * @throws {@link DigestMismatchError} when they are not the bytes that the digest names.
 * @throws {@link ResultInvalidError} when they are not a valid result.
 * @throws {@link NotCanonicalError} when they are one, but not in canonical form.
 *
 * @example
 * ```ts
 * import { parseResult } from "@wattle/sdk";
 *
 * const result = parseResult(bytes, job.resultDigest);
 * console.log(result.outcome.status);
 * ```
 */
export function parseResult(bytes: Uint8Array, expectedDigest: string): JobResult {
  return parseDocument(resultKind, bytes, expectedDigest);
}
