import type { LocationPolicy } from "./requestLocation.ts";

/** How far a transfer is. */
export interface TransferProgress {
  /** Bytes that have arrived and are verified (download), or that the store has accepted (upload). */
  readonly bytes: number;
  /** Bytes in all. */
  readonly totalBytes: number;
}

/** Options of every download. */
export interface DownloadOptions {
  /** Ends the download; its reason is thrown. */
  readonly signal?: AbortSignal | undefined;
  /** Default: the global `fetch`. */
  readonly fetch?: typeof fetch | undefined;
  readonly onProgress?: ((progress: TransferProgress) => void) | undefined;
  /** Requests at the same time. Default: 4. */
  readonly parallel?: number | undefined;
  /** Largest blob that is accepted, in bytes. Default: 1 GiB in memory, 1 TiB to a file. */
  readonly maxBytes?: number | undefined;
  /** Longest wait for the next 16 KiB, in milliseconds. Default: 15,000. */
  readonly stallTimeoutMs?: number | undefined;
  /** Attempts without any progress after the first. Default: 5. */
  readonly retries?: number | undefined;
  /** Which addresses may be asked. Default: all, which is right only for addresses that you trust. */
  readonly allowLocation?: LocationPolicy | undefined;
}

/** The same with every default filled in. */
export interface ResolvedDownloadOptions {
  readonly signal: AbortSignal;
  readonly fetch: typeof fetch;
  readonly onProgress: (progress: TransferProgress) => void;
  readonly parallel: number;
  readonly maxBytes: number;
  readonly stallTimeoutMs: number;
  readonly retries: number;
  readonly allowLocation: LocationPolicy | undefined;
}

/** Fills in the defaults. */
export function resolveDownloadOptions(options: DownloadOptions, maxBytes: number): ResolvedDownloadOptions {
  return {
    signal: options.signal ?? new AbortController().signal,
    fetch: options.fetch ?? globalThis.fetch.bind(globalThis),
    onProgress: options.onProgress ?? (() => undefined),
    parallel: Math.max(1, options.parallel ?? 4),
    maxBytes: options.maxBytes ?? maxBytes,
    stallTimeoutMs: options.stallTimeoutMs ?? 15_000,
    retries: options.retries ?? 5,
    allowLocation: options.allowLocation,
  };
}
