import { getJob } from "../actions/jobs/getJob.ts";
import { type JobKey, normalizeStore } from "../blobs/index.ts";
import type { WattleClient } from "../client/wattleClient.ts";
import { JobPartMissingError } from "./errors.ts";
import { getJobStores } from "./getJobStores.ts";
import { findParts } from "./jobParts.ts";

/** What {@link fetchJobCopies} takes. */
export interface FetchJobCopiesParameters {
  readonly jobId: string;
  /** The job's own key, as `runJob` or `createRequestJob` returned it. */
  readonly jobKey: Pick<JobKey, "identity">;
  /** More stores to look in. */
  readonly stores?: readonly string[] | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Default: the global `fetch`. */
  readonly fetch?: typeof fetch | undefined;
}

/** What {@link fetchJobCopies} returns: ciphertext, the manifest's envelope first. */
export type FetchJobCopiesReturnType = readonly Uint8Array[];

/**
 * Fetches what a job is computed from, and its result where any store has that, encrypted as they are stored: for a client
 * that kept no `copies` when it made the job. Call it before `disputeJob`: what lies at the provider's relay alone, the
 * provider can delete, and jurors that cannot compute a job vote for its provider.
 *
 * @throws {@link JobPartMissingError} when no store has one of the blobs.
 * @throws {@link DecryptionError} when the key is not the job's.
 * @throws As `getJob` and {@link getJobStores}.
 *
 * @example
 * ```ts
 * import { disputeJob } from "@wattle/sdk";
 * import { discloseJob, fetchJobCopies } from "@wattle/sdk/jobs";
 *
 * const copies = await fetchJobCopies(client, { jobId, jobKey });
 * await disputeJob(client, { terms });
 * // Once the panel was drawn:
 * await discloseJob(client, { court, caseId: jobId, jobKey, copies });
 * ```
 */
export async function fetchJobCopies(
  client: WattleClient,
  parameters: FetchJobCopiesParameters,
): Promise<FetchJobCopiesReturnType> {
  const { jobId, jobKey, stores = [], signal, fetch } = parameters;
  const job = await getJob(client, { jobId, signal });
  const known = await getJobStores(client, { job, signal });
  const sources = {
    identity: jobKey.identity,
    kept: new Map(),
    stores: [...new Set([...known, ...stores.map(normalizeStore)])],
    options: { signal, fetch },
  };
  const copies: Uint8Array[] = [];
  for (const part of await findParts(job, sources)) {
    signal?.throwIfAborted();
    try {
      copies.push((await part.read()).bytes);
    } catch (error) {
      if (!part.isProviders || !(error instanceof JobPartMissingError)) throw error;
    }
  }
  return copies;
}
