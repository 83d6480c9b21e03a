import { type DownloadOptions, resolveDownloadOptions } from "./downloadOptions.ts";
import { HANDOVER_MAX_BYTES, handoverUrl } from "./handoverUrl.ts";
import { LocationStatusError } from "./locationErrors.ts";
import { readAll } from "./readLocation.ts";

/**
 * Asks a store once for what the client of a job handed over. Anybody can ask: it is encrypted to the provider.
 *
 * @returns The ciphertext; null while there is none.
 * @throws {@link LocationStatusError} | {@link LocationStalledError} | {@link LocationProtocolError} |
 * {@link LocationRefusedError}, or the signal's reason.
 *
 * @example
 * ```ts
 * import { decryptWith, getHandover } from "@wattle/sdk/blobs";
 *
 * const sealed = await getHandover(store, jobId);
 * if (sealed !== null) console.log((await decryptWith(identity, sealed)).length);
 * ```
 */
export async function getHandover(
  store: string,
  jobId: string,
  options: Pick<DownloadOptions, "signal" | "fetch" | "stallTimeoutMs" | "allowLocation"> = {},
): Promise<Uint8Array | null> {
  try {
    const resolved = resolveDownloadOptions(options, HANDOVER_MAX_BYTES);
    return await readAll(handoverUrl(store, jobId), HANDOVER_MAX_BYTES, resolved);
  } catch (error) {
    if (error instanceof LocationStatusError && error.status === 404) return null;
    throw error;
  }
}
