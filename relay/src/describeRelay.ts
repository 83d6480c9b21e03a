import type { BlobStore } from "./blobStore.ts";
import type { ResolvedRelayOptions } from "./relayOptions.ts";

/** What a relay says about itself at `/`. */
export interface RelayDescription {
  readonly name: "wattle-relay";
  readonly protocol: 1;
  /** Base address that tokens must name. */
  readonly url: string;
  readonly chainId: string;
  readonly escrow: string;
  readonly limits: {
    readonly maxBlobBytes: number;
    /** For each account. */
    readonly quotaBytes: number;
    readonly ttlSeconds: number;
    /** For each account. */
    readonly maxUploads: number;
    readonly maxTokenSeconds: number;
  };
}

/** What a relay says about itself at `/`. */
export function describeRelay(options: ResolvedRelayOptions, url: string): RelayDescription {
  return {
    name: "wattle-relay",
    protocol: 1,
    url,
    chainId: options.chainId.toString(),
    escrow: options.escrow,
    limits: {
      maxBlobBytes: options.maxBlobBytes,
      quotaBytes: options.quotaBytes,
      ttlSeconds: options.ttlSeconds,
      maxUploads: options.maxUploadsPerAccount,
      maxTokenSeconds: options.maxTokenSeconds,
    },
  };
}

/** What a relay says about its state at `/health`. */
export interface RelayHealth {
  readonly status: "ok";
  /** Blobs that are stored. */
  readonly blobs: number;
  /** Their bytes. */
  readonly bytes: number;
  /** Bytes that the file system still has room for. */
  readonly freeBytes: number;
}

/** What a relay says about its state at `/health`. */
export async function relayHealth(store: BlobStore): Promise<RelayHealth> {
  return { status: "ok", ...store.index.totals(), freeBytes: await store.freeBytes() };
}
