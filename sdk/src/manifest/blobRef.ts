import * as z from "zod";

/** A 32-byte value as 64 lower-case hexadecimal digits behind `0x`. */
export const bytes32Schema = z.string().regex(/^0x[0-9a-f]{64}$/, "must be 0x and 64 lower-case hex digits");

/**
 * A blob: where its bytes may be had, and what proves that they are the right ones.
 *
 * `root` is the sha2-256 of the dag-pb root of the UnixFS tree over the stored bytes (1 MiB chunks), so it equals
 * the digest in the IPFS CID of the same bytes. `plaintextDigest` is the sha2-256 of the bytes after decryption.
 */
export const blobRefSchema = z.strictObject({
  root: bytes32Schema,
  /** Stored (encrypted) bytes. */
  size: z
    .int()
    .min(0)
    .max(2 ** 40),
  /** http(s) addresses of the stored bytes; the tree's nodes stand at the same address with `.dag` appended. */
  locations: z
    .array(z.url({ protocol: /^https?$/ }).max(2048))
    .min(1)
    .max(8),
  encryption: z.enum(["age", "none"]),
  plaintextDigest: bytes32Schema,
  plaintextSize: z
    .int()
    .min(0)
    .max(2 ** 40),
});

/** A blob by content: see {@link blobRefSchema}. */
export type BlobRef = z.infer<typeof blobRefSchema>;
