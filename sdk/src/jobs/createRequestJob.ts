import { formatRequestStore, generateJobKey, type JobKey, normalizeStore } from "../blobs/index.ts";
import type { WattleClient } from "../client/wattleClient.ts";
import { type JobContents, sealJob, type SealedJob } from "./sealJob.ts";

/** What {@link createRequestJob} takes. */
export interface CreateRequestJobParameters extends JobContents {
  /** Base address of a store that takes uploads of the client: any relay of the market. */
  readonly store: string;
  /**
   * Whether everybody may read program and inputs: then providers check the job before they take it, and the client
   * need not be there for the take. Otherwise {@link serveRequest} hands the key to whoever takes it. The result stays
   * secret either way.
   */
  readonly isPublic: boolean;
  /** Base address of the store that takes the result. Default: `store`. */
  readonly resultStore?: string;
}

/**
 * What {@link createRequestJob} returns: the specification for `prepareRequest`. Keep `jobKey`, nothing else can read
 * the result, and for a private job `inputKey`, nothing else opens its inputs to the taker.
 */
export interface CreateRequestJobReturnType extends SealedJob {
  readonly jobKey: JobKey;
  /** What manifest and inputs are encrypted to, besides the job's own key. */
  readonly inputKey: JobKey;
  /** The text to publish with the request: of a public job it holds the input key. */
  readonly store: string;
}

/**
 * Makes a job for an open request. Nobody knows who will compute it, so its inputs are encrypted to a key pair of their
 * own: published with the request, or handed to the taker.
 *
 * @throws {@link ManifestInvalidError} when program, inputs or requirements do not fit together.
 * @throws {@link UploadRefusedError} when the store refuses, as for a client without money in the vault.
 * @throws {@link UploadFailedError} when the connection fails again and again.
 *
 * @example
 * ```ts
 * import { createRequestJob } from "@wattle/sdk/jobs";
 *
 * const { specDigest, specRoot, jobKey, inputKey, store } = await createRequestJob(client, {
 *   store: "http://127.0.0.1:8080",
 *   isPublic: false,
 *   program,
 *   inputs: { scene: sceneBytes },
 *   comparison: { mode: "exact" },
 *   requirements: { bufferBytes: 2 ** 24, memoryBytes: 2 ** 28 },
 * });
 * ```
 */
export async function createRequestJob(
  client: WattleClient,
  parameters: CreateRequestJobParameters,
): Promise<CreateRequestJobReturnType> {
  const store = normalizeStore(parameters.store);
  const { isPublic, resultStore = store } = parameters;
  const [jobKey, inputKey] = await Promise.all([parameters.jobKey ?? generateJobKey(), generateJobKey()]);
  const job = await sealJob(client, parameters, { store, resultStore, jobKey, worker: inputKey.recipient });
  const inputIdentity = isPublic ? inputKey.identity : null;
  return { ...job, jobKey, inputKey, store: formatRequestStore({ store, inputIdentity }) };
}
