import { decryptWith, type DownloadOptions, getHandover, type JobKey } from "../blobs/index.ts";
import { recipientOfIdentity } from "../blobs/ageKeys.ts";

/** What {@link fetchInputKey} takes. */
export interface FetchInputKeyParameters extends Pick<
  DownloadOptions,
  "signal" | "fetch" | "stallTimeoutMs" | "allowLocation"
> {
  /** Base address of the store that the request names. */
  readonly store: string;
  readonly jobId: string;
  /** The provider's key of the registry. */
  readonly identity: string;
}

/**
 * Asks once for the key of a private job's inputs, as its provider. Whether it is the right one, the manifest's digest
 * on chain tells.
 *
 * @returns The key; null while its client has not handed it over.
 * @throws As `getHandover`; {@link DecryptionError} or {@link InvalidKeyError} when what was handed over is no such key.
 *
 * @example
 * ```ts
 * import { fetchInputKey } from "@wattle/sdk/jobs";
 *
 * const key = await fetchInputKey({ store, jobId, identity });
 * console.log(key === null ? "not yet" : "it is there");
 * ```
 */
export async function fetchInputKey(
  parameters: FetchInputKeyParameters,
): Promise<Pick<JobKey, "identity"> | null> {
  const { store, jobId, identity, ...options } = parameters;
  const sealed = await getHandover(store, jobId, options);
  if (sealed === null) return null;
  const key = { identity: new TextDecoder().decode(await decryptWith(identity, sealed)) };
  await recipientOfIdentity(key.identity);
  return key;
}
