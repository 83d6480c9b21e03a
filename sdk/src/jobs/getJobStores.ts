import { getEscrowEvents } from "../actions/jobs/getEscrowEvents.ts";
import { getProvider } from "../actions/provider/getProvider.ts";
import { normalizeStore, parseRequestStore } from "../blobs/index.ts";
import type { WattleClient } from "../client/wattleClient.ts";
import type { Job } from "../types/job.ts";

/** What {@link getJobStores} takes. */
export interface GetJobStoresParameters {
  readonly job: Job;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link getJobStores} returns: base addresses, each once. */
export type GetJobStoresReturnType = readonly string[];

/**
 * Where a job's manifest was put: at its provider's relay, or at the store that a published request names. What is no
 * address is left out: either party may write anything there, also after a dispute.
 *
 * @throws As `getProvider` and `getEscrowEvents`.
 *
 * @example
 * ```ts
 * import { getJob } from "@wattle/sdk";
 * import { getJobStores } from "@wattle/sdk/jobs";
 *
 * const stores = await getJobStores(client, { job: await getJob(client, { jobId }) });
 * ```
 */
export async function getJobStores(
  client: WattleClient,
  { job: { terms, openedBlock }, signal }: GetJobStoresParameters,
): Promise<GetJobStoresReturnType> {
  const filter = { types: ["request-published"], orderHash: terms.orderHash, toBlock: openedBlock } as const;
  const [{ endpoint }, events] = await Promise.all([
    getProvider(client, { provider: terms.provider, signal }),
    getEscrowEvents(client, { ...filter, signal }),
  ]);
  const published = events.at(-1);
  const named = published === undefined ? null : await parseRequestStore(published.store).catch(() => null);
  const stores = [endpoint, named?.store ?? null].map(normalizedOrNull);
  return [...new Set(stores.filter((store) => store !== null))];
}

function normalizedOrNull(store: string | null): string | null {
  try {
    return store === null ? null : normalizeStore(store);
  } catch {
    return null;
  }
}
