import { WattleError } from "@wattle/sdk";
import type { LocationPolicy } from "@wattle/sdk/blobs";
import { fetchInputKey } from "@wattle/sdk/jobs";
import { readStore } from "../requests/checkRequest.ts";
import type { RequestRecord } from "../requests/requestRecord.ts";
import type { JobRecord } from "./jobRecord.ts";
import { JobUnavailableError } from "./refusal.ts";

/** Where a job's manifest lies, and what it and its inputs are read with. */
export interface JobAccess {
  /** Base address of the store. */
  readonly store: string;
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string;
}

/** What {@link findAccess} looks in. */
export interface AccessContext {
  /** The requests that the worker took. */
  readonly requests: { find(orderHash: string): Pick<RequestRecord, "store"> | null };
  /** Base address of the store that the manifests of other jobs lie in. */
  readonly relay: string;
  /** The provider's age identity. */
  readonly identity: string;
  readonly allowLocation: LocationPolicy;
}

/** The store is asked again soon, and for as long as there is time. */
const STALL_TIMEOUT_MS = 10_000;

/**
 * Finds out how a job is read: one from an offer with the provider's key, one from a request with the key that was
 * published with it, or that its client hands over.
 *
 * @throws {@link JobUnavailableError} while the client has handed nothing over.
 * @throws `JobRefusedError` when it never can be read.
 */
export async function findAccess(
  { jobId, terms }: JobRecord,
  { requests, relay, identity, allowLocation }: AccessContext,
  signal: AbortSignal,
): Promise<JobAccess> {
  const request = requests.find(terms.orderHash);
  if (request === null) return { store: relay, identity };
  const { store, inputIdentity } = await readStore(request.store);
  if (inputIdentity !== null) return { store, identity: inputIdentity };
  const key = await fetchInputKey({
    store,
    jobId,
    identity,
    signal,
    allowLocation,
    stallTimeoutMs: STALL_TIMEOUT_MS,
  }).catch((error: unknown) => {
    if (!(error instanceof WattleError)) throw error;
    const reason = "The key of the inputs that the client handed over cannot be had or used.";
    // A store may be back in time, and a client may hand the right thing over yet.
    throw new JobUnavailableError(reason, error);
  });
  if (key !== null) return { store, identity: key.identity };
  throw new JobUnavailableError("The client has not handed over the key of the inputs.", undefined);
}
