import { rootOfLocation } from "./locations.ts";

/**
 * A blob to download: its root digest and the addresses that may hold it (a `BlobRef` is one), or one address whose
 * last path segment is the blob's CID, as the chain's events carry it.
 */
export type BlobSource =
  | string
  | {
      /** Digest of the root of the blob's tree (0x hex). */
      readonly root: string;
      /** Bytes of the blob, where they are known. */
      readonly size?: number;
      readonly locations: readonly string[];
    };

/** A blob to download, in one form. */
export interface ResolvedBlobSource {
  readonly root: string;
  /** Null when only the blob's tree can tell. */
  readonly size: number | null;
  readonly locations: readonly string[];
}

/**
 * Brings a blob's description into one form.
 *
 * @throws {@link InvalidCidError} when an address alone is given and it does not end in a CID.
 */
export function resolveBlobSource(source: BlobSource): ResolvedBlobSource {
  if (typeof source === "string") return { root: rootOfLocation(source), size: null, locations: [source] };
  return { root: source.root, size: source.size ?? null, locations: source.locations };
}
