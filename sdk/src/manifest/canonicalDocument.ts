import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import type { z } from "zod";
import { DigestMismatchError, DocumentTooLargeError, NotCanonicalError } from "./errors.ts";

/**
 * Longest manifest or result, in bytes. Every valid document fits: the longest source (64 KiB, each byte escaped to
 * six) and sixteen blobs with eight addresses of 2 KiB come to less.
 */
export const DOCUMENT_MAX_BYTES = 2 ** 20;

/** A document as the bytes that are hashed, encrypted and stored. */
export interface EncodedDocument {
  /** The canonical encoding (RFC 8785, UTF-8). */
  readonly bytes: Uint8Array;
  /** sha2-256 of `bytes`, 0x hex in lower case. */
  readonly digest: string;
}

/** What the two kinds of document have in common for {@link encodeDocument} and {@link parseDocument}. */
export interface DocumentKind<T> {
  /** What messages call it. */
  readonly name: string;
  readonly schema: z.ZodType<T>;
  /** Checks that no schema of a single field can make; throws what `invalid` returns. */
  readonly checkFields: (value: T) => void;
  readonly invalid: (path: string, rule: string) => Error;
}

/** Validates a document and encodes it canonically. */
export function encodeDocument<T>(kind: DocumentKind<T>, value: unknown): EncodedDocument {
  const bytes = encodeCanonical(kind, validate(kind, value));
  if (bytes.length > DOCUMENT_MAX_BYTES) {
    throw new DocumentTooLargeError(kind.name, bytes.length, DOCUMENT_MAX_BYTES);
  }
  return { bytes, digest: digestOf(bytes) };
}

/** Reads a document from untrusted bytes: size, digest, JSON, schema, canonical form, in this order. */
export function parseDocument<T>(kind: DocumentKind<T>, bytes: Uint8Array, expectedDigest: string): T {
  if (bytes.length > DOCUMENT_MAX_BYTES) {
    throw new DocumentTooLargeError(kind.name, bytes.length, DOCUMENT_MAX_BYTES);
  }
  const digest = digestOf(bytes);
  if (digest !== expectedDigest.toLowerCase())
    throw new DigestMismatchError(kind.name, expectedDigest, digest);
  const value = validate(kind, parseJson(kind, bytes));
  // Compared after validation, so duplicate keys, -0, 1.0 and anything the schema normalizes are refused too.
  if (!equalBytes(encodeCanonical(kind, value), bytes)) throw new NotCanonicalError(kind.name);
  return value;
}

function validate<T>(kind: DocumentKind<T>, value: unknown): T {
  const parsed = kind.schema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw kind.invalid(formatPath(issue?.path ?? []), issue?.message ?? "does not follow the schema");
  }
  kind.checkFields(parsed.data);
  return parsed.data;
}

function encodeCanonical<T>(kind: DocumentKind<T>, value: T): Uint8Array {
  try {
    return new TextEncoder().encode(canonicalize(value) ?? "");
  } catch (error) {
    // The only values that pass a schema and cannot be encoded are strings with half a surrogate pair.
    throw kind.invalid(
      "",
      `cannot be encoded as UTF-8 (${error instanceof Error ? error.message : "unknown"})`,
    );
  }
}

function parseJson<T>(kind: DocumentKind<T>, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    throw kind.invalid("", "must be JSON in UTF-8");
  }
}

function digestOf(bytes: Uint8Array): string {
  return `0x${bytesToHex(sha256(bytes))}`;
}

function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}

function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
}
