import { getEscrowEvents } from "../actions/jobs/getEscrowEvents.ts";
import { watchJob, type WatchJobErrorType } from "../actions/jobs/watchJob.ts";
import { type JobKey, parseRequestStore } from "../blobs/index.ts";
import { patiently } from "../chain/patiently.ts";
import { reading } from "../chain/reading.ts";
import { sleep } from "../chain/sleep.ts";
import type { WattleClient } from "../client/wattleClient.ts";
import { JobNotFoundError } from "../errors/jobErrors.ts";
import type { JobOpenedEvent, RequestTakenEvent } from "../types/escrowEvent.ts";
import type { Job } from "../types/job.ts";
import { RequestEndedError } from "./errors.ts";
import { handOverInputKey } from "./handOverInputKey.ts";

/** What {@link serveRequest} takes. */
export interface ServeRequestParameters {
  readonly orderHash: string;
  /** Until when it can be taken, Unix time in seconds. */
  readonly expiresAt: number;
  /** As it was published with the request. */
  readonly store: string;
  /** The key that manifest and inputs are encrypted to. */
  readonly inputKey: Pick<JobKey, "identity">;
  /** First block that a take may stand in. Default: the deployment's first. */
  readonly fromBlock?: number;
  /** Told of every take: of the first, and of those after a decline. */
  readonly onTaken?: (opened: JobOpenedEvent) => void;
  /** Told why the key could not be handed over; it is tried again while the job waits for it. */
  readonly onProblem?: (error: Error) => void;
  /** Pause between two looks, in milliseconds. Default: the client's. */
  readonly pollingIntervalMs?: number;
  /** How long the endpoint may fail before it ends, in milliseconds. Default: a minute. */
  readonly patienceMs?: number;
  /** Default: the global `fetch`. */
  readonly fetch?: typeof fetch;
  /** Ends it; its reason is thrown. */
  readonly signal?: AbortSignal | undefined;
}

/** What {@link serveRequest} returns: the job, as soon as its provider has submitted a result or it ended otherwise. */
export type ServeRequestReturnType = Job;

/** What {@link serveRequest} throws. */
export type ServeRequestErrorType = WatchJobErrorType | RequestEndedError;

/** Blocks that are read again: the node that answers about events may be a little behind the one that told the newest. */
const OVERLAP = 8;

/**
 * Stays with a request until its job has a result: hands the key of a private job's inputs to each provider that takes
 * it, the next one after a decline too. It can be broken off and called again, also by another process: what it does
 * twice changes nothing.
 *
 * @throws {@link RequestEndedError} when the request expires or is canceled before a job of it has a result.
 * @throws Any other {@link ServeRequestErrorType}, or the signal's reason.
 *
 * @example
 * ```ts
 * import { fetchResult, serveRequest } from "@wattle/sdk/jobs";
 *
 * const job = await serveRequest(client, { orderHash, expiresAt: request.expiresAt, store, inputKey, signal });
 * const { outputs } = await fetchResult(client, { job, jobKey, manifest });
 * ```
 */
export async function serveRequest(
  client: WattleClient,
  parameters: ServeRequestParameters,
): Promise<ServeRequestReturnType> {
  const { orderHash, expiresAt, signal } = parameters;
  const { pollingIntervalMs = client.pollingIntervalMs, patienceMs } = parameters;
  const patience = { pauseMs: pollingIntervalMs, patienceMs, signal };
  // A text that is no store is the caller's mistake, and told at once.
  const isPublic = (await parseRequestStore(parameters.store)).inputIdentity !== null;
  const declined = new Set<string>();
  let wasExpired = false;
  let fromBlock = parameters.fromBlock ?? client.deployment.startBlock;
  for (;;) {
    const head = await patiently(() => reading(client.provider.getBlock("latest"), signal), patience);
    if (head !== null) {
      const range = { fromBlock, toBlock: head.number, signal };
      const events = await patiently(
        () =>
          getEscrowEvents(client, {
            types: ["request-taken", "request-canceled"],
            orderHash,
            ...range,
          }),
        patience,
      );
      for (const event of events) {
        if (event.type === "request-canceled") continue;
        const opened = await patiently(() => openedBy(client, event, signal), patience);
        if (opened === null || declined.has(opened.jobId)) continue;
        const job = await serveJob(client, opened, isPublic, parameters);
        if (job !== null && job.state !== "declined") return job;
        if (job !== null) declined.add(job.jobId);
      }
      if (events.some(({ type }) => type === "request-canceled"))
        throw new RequestEndedError(orderHash, "canceled");
      // One more look: the node that answered about events may not have had the last take yet.
      if (wasExpired) throw new RequestEndedError(orderHash, "expired");
      wasExpired = head.timestamp > expiresAt;
      fromBlock = Math.max(fromBlock, head.number - OVERLAP + 1);
    }
    await sleep(pollingIntervalMs, signal);
  }
}

/** The job that a take opened: its event stands in the same transaction. Null when the take is no longer there. */
async function openedBy(
  client: WattleClient,
  { provider, blockNumber, transactionHash, orderHash }: RequestTakenEvent,
  signal: AbortSignal | undefined,
): Promise<JobOpenedEvent | null> {
  const opened = await getEscrowEvents(client, {
    types: ["job-opened"],
    provider,
    fromBlock: blockNumber,
    toBlock: blockNumber,
    signal,
  });
  const isIt = (event: JobOpenedEvent): boolean =>
    event.transactionHash === transactionHash && event.terms.orderHash === orderHash;
  return opened.find(isIt) ?? null;
}

/** Follows a job until its provider no longer has the turn; null when the chain took it back. */
async function serveJob(
  client: WattleClient,
  opened: JobOpenedEvent,
  isPublic: boolean,
  parameters: ServeRequestParameters,
): Promise<Job | null> {
  const { pollingIntervalMs, patienceMs, onTaken, signal } = parameters;
  onTaken?.(opened);
  const over = new AbortController();
  const untilOver = AbortSignal.any([over.signal, ...(signal === undefined ? [] : [signal])]);
  const handingOver = isPublic ? null : handOver(client, opened, parameters, untilOver);
  try {
    const watch = {
      jobId: opened.jobId,
      signal,
      ...(pollingIntervalMs !== undefined && { pollingIntervalMs }),
      ...(patienceMs !== undefined && { patienceMs }),
    };
    for await (const job of watchJob(client, watch)) if (job.state !== "active") return job;
    return null;
  } catch (error) {
    if (error instanceof JobNotFoundError) return null;
    throw error;
  } finally {
    over.abort();
    await handingOver;
  }
}

/** Hands the key over, trying until it works or the job no longer waits for it. */
async function handOver(
  client: WattleClient,
  { jobId, terms }: JobOpenedEvent,
  parameters: ServeRequestParameters,
  signal: AbortSignal,
): Promise<void> {
  const { store, inputKey, fetch, pollingIntervalMs = client.pollingIntervalMs, onProblem } = parameters;
  while (!signal.aborted) {
    try {
      await handOverInputKey(client, { jobId, terms, inputKey, store, signal, fetch });
      return;
    } catch (error) {
      if (signal.aborted) return;
      onProblem?.(error instanceof Error ? error : new Error(String(error)));
      await sleep(pollingIntervalMs, signal).catch(() => undefined);
    }
  }
}
