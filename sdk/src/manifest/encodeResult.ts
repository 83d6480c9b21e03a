import { type EncodedDocument, encodeDocument } from "./canonicalDocument.ts";
import type { JobResult } from "./jobResult.ts";
import { resultKind } from "./resultKind.ts";

/**
 * Validates a job result and returns its canonical bytes with their sha2-256, the job's result digest on chain.
 *
 * @throws {@link ResultInvalidError} naming the path and the rule, when the result is not valid.
 * @throws {@link DocumentTooLargeError} when its encoding is longer than 1 MiB.
 *
 * @example
 * ```ts
 * import { encodeResult } from "@wattle/sdk";
 *
 * const { bytes, digest } = encodeResult(result);
 * console.log(`${bytes.length} bytes, result digest ${digest}`);
 * ```
 */
export function encodeResult(result: JobResult): EncodedDocument {
  return encodeDocument(resultKind, result);
}
