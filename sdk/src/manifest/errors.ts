import { WattleError } from "../errors/base.ts";

/** A job manifest breaks a rule of its schema, or contradicts itself. */
export class ManifestInvalidError extends WattleError {
  override name = "ManifestInvalidError";

  /** Where the rule is broken, as in `program.bindings[2].name`; empty for the manifest as a whole. */
  readonly path: string;

  /** The rule, as in `must be an identifier`. */
  readonly rule: string;

  constructor(path: string, rule: string) {
    super(`The job manifest is invalid: ${describe(path, rule)}.`, {
      action: "Correct that part of the manifest; a provider declines a job whose manifest is invalid.",
      retryable: false,
    });
    this.path = path;
    this.rule = rule;
  }
}

/** A job result breaks a rule of its schema, contradicts itself, or does not belong to the job. */
export class ResultInvalidError extends WattleError {
  override name = "ResultInvalidError";

  /** Where the rule is broken, as in `outputs[0].blob.size`; empty for the result as a whole. */
  readonly path: string;

  /** The rule, as in `must be the job's specDigest`. */
  readonly rule: string;

  constructor(path: string, rule: string) {
    super(`The job result is invalid: ${describe(path, rule)}.`, {
      action: "Treat the result as not delivered, and dispute it if the provider submitted it on chain.",
      retryable: false,
    });
    this.path = path;
    this.rule = rule;
  }
}

/** A document is valid, but its bytes are not the one canonical encoding (RFC 8785) of its content. */
export class NotCanonicalError extends WattleError {
  override name = "NotCanonicalError";

  constructor(document: string) {
    super(`The ${document} is not in canonical form (RFC 8785).`, {
      action:
        "Encode it with encodeManifest or encodeResult; a digest of any other encoding is never accepted.",
      retryable: false,
    });
  }
}

/** A document is longer than any valid one can be. */
export class DocumentTooLargeError extends WattleError {
  override name = "DocumentTooLargeError";

  /** Length of the document in bytes. */
  readonly size: number;

  /** Greatest length that is read, in bytes. */
  readonly maxBytes: number;

  constructor(document: string, size: number, maxBytes: number) {
    super(`The ${document} is ${size} bytes long; at most ${maxBytes} are read.`, {
      action: "Move large content into input blobs.",
      retryable: false,
    });
    this.size = size;
    this.maxBytes = maxBytes;
  }
}

/** Bytes are not the ones that a digest names. */
export class DigestMismatchError extends WattleError {
  override name = "DigestMismatchError";

  /** The sha2-256 that the bytes should have (0x hex). */
  readonly expected: string;

  /** The sha2-256 that they have (0x hex). */
  readonly actual: string;

  constructor(what: string, expected: string, actual: string) {
    super(`The ${what} has digest ${actual} instead of ${expected}.`, {
      action: "Do not use these bytes: fetch them again from another place, or ask their author.",
      retryable: false,
    });
    this.expected = expected;
    this.actual = actual;
  }
}

function describe(path: string, rule: string): string {
  return path === "" ? rule : `${path} ${rule}`;
}
