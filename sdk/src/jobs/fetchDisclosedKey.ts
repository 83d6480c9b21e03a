import type { JobKey } from "../blobs/index.ts";
import { fetchInputKey, type FetchInputKeyParameters } from "./fetchInputKey.ts";

/** What {@link fetchDisclosedKey} takes. */
export interface FetchDisclosedKeyParameters extends Omit<FetchInputKeyParameters, "store"> {
  /** Base address of the store to ask: the juror's own first, which only the job's client can leave it at. */
  readonly store: string;
}

/**
 * Asks once for the key of a job in dispute, as a drawn juror. It is the right one if it opens the manifest whose digest
 * stands on chain, and its recipient is the manifest's first.
 *
 * @returns The key; null while its client has not disclosed it.
 * @throws As `getHandover`; {@link DecryptionError} or {@link InvalidKeyError} when what is there is no such key.
 *
 * @example
 * ```ts
 * import { fetchDisclosedKey } from "@wattle/sdk/jobs";
 *
 * const key = await fetchDisclosedKey({ store: ownRelay, jobId, identity });
 * console.log(key === null ? "not yet" : "it is there");
 * ```
 */
export async function fetchDisclosedKey(
  parameters: FetchDisclosedKeyParameters,
): Promise<Pick<JobKey, "identity"> | null> {
  // To the store it is a hand-over like any other.
  return fetchInputKey(parameters);
}
