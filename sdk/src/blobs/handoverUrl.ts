import { normalizeStore } from "./locations.ts";

/** Most bytes that a store takes as the hand-over of a job. */
export const HANDOVER_MAX_BYTES = 4096;

/**
 * Where a store keeps what the client of a job hands over to its provider.
 *
 * @throws {@link InvalidStoreError}
 *
 * @example
 * ```ts
 * import { handoverUrl } from "@wattle/sdk/blobs";
 *
 * const url = handoverUrl("http://127.0.0.1:8080", jobId);
 * ```
 */
export function handoverUrl(store: string, jobId: string): string {
  return `${normalizeStore(store)}/handovers/${jobId.toLowerCase()}`;
}
