import { prepareRequest, type PrepareRequestParameters } from "../actions/requests/prepareRequest.ts";
import { publishRequest } from "../actions/requests/publishRequest.ts";
import type { WriteOptions } from "../chain/writeOptions.ts";
import type { WattleClient } from "../client/wattleClient.ts";
import type { Job } from "../types/job.ts";
import type { Request } from "../types/request.ts";
import type { RequestWarning } from "../types/requestWarning.ts";
import {
  createRequestJob,
  type CreateRequestJobParameters,
  type CreateRequestJobReturnType,
} from "./createRequestJob.ts";
import { serveRequest, type ServeRequestParameters } from "./serveRequest.ts";

/** What {@link runRequest} takes. */
export interface RunRequestParameters
  extends
    WriteOptions,
    Pick<ServeRequestParameters, "onTaken" | "onProblem" | "pollingIntervalMs" | "patienceMs" | "fetch"> {
  /** What is to be computed, and where it is put. */
  readonly job: Omit<CreateRequestJobParameters, "signal" | "fetch">;
  /** What is asked for, and what it pays. */
  readonly request: Omit<PrepareRequestParameters, "specDigest" | "specRoot" | "signal">;
  /** Told as soon as the request is published: with what it gives, {@link serveRequest} can go on in another process. */
  readonly onPublished?: (published: PublishedRequest) => void;
}

/** A request that stands on chain, and the keys that belong to it. */
export interface PublishedRequest extends CreateRequestJobReturnType {
  readonly orderHash: string;
  readonly request: Request;
  /** The block that it was published in. */
  readonly blockNumber: number;
  /** What may keep it from being taken, as `getRequestWarnings` says. */
  readonly warnings: readonly RequestWarning[];
}

/** What {@link runRequest} returns. */
export interface RunRequestReturnType extends PublishedRequest {
  /** The job, once its provider has submitted a result or it ended otherwise. */
  readonly job: Job;
}

/**
 * Has a job done by whoever takes it for the least: {@link createRequestJob}, `publishRequest`, then
 * {@link serveRequest} until there is a result.
 *
 * @throws As {@link createRequestJob}, `prepareRequest`, `publishRequest` and {@link serveRequest}.
 *
 * @example
 * ```ts
 * import { fetchResult, runRequest } from "@wattle/sdk/jobs";
 *
 * const { job, jobKey, manifest } = await runRequest(client, {
 *   job: { store, isPublic: false, program, inputs, comparison, requirements },
 *   request: { token, startRatePerSecond: 500n, maxRatePerSecond: 2_000n, collateral, runLimitSeconds: 600 },
 *   onPublished: (published) => keep(published),
 * });
 * const { outputs } = await fetchResult(client, { job, jobKey, manifest });
 * ```
 */
export async function runRequest(
  client: WattleClient,
  parameters: RunRequestParameters,
): Promise<RunRequestReturnType> {
  const { onPublished, confirmations, onHash, signal, fetch } = parameters;
  const fetching = fetch === undefined ? { signal } : { signal, fetch };
  const created = await createRequestJob(client, { ...parameters.job, ...fetching });
  const { specDigest, specRoot, store, inputKey } = created;
  const request = await prepareRequest(client, { ...parameters.request, specDigest, specRoot, signal });
  const writing = { confirmations, onHash, signal };
  const { orderHash, blockNumber, warnings } = await publishRequest(client, { request, store, ...writing });
  const published = { ...created, request, orderHash, blockNumber, warnings };
  onPublished?.(published);
  const { expiresAt } = request;
  const serving = { ...parameters, orderHash, expiresAt, store, inputKey, fromBlock: blockNumber };
  return { ...published, job: await serveRequest(client, serving) };
}
