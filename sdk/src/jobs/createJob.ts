import { generateJobKey, type JobKey, recipientFromPublicKey } from "../blobs/index.ts";
import type { WattleClient } from "../client/wattleClient.ts";
import type { Profile } from "../types/provider.ts";
import { type JobContents, sealJob, type SealedJob } from "./sealJob.ts";

/** What {@link createJob} takes. */
export interface CreateJobParameters extends JobContents {
  /** Who will compute: `getProvider` tells both. */
  readonly provider: Pick<Profile, "encryptionKey" | "endpoint">;
  /** Base address of the store that takes the result. Default: the provider's relay. */
  readonly resultStore?: string;
}

/**
 * What {@link createJob} returns: the specification for {@link takeOffer}. Keep `jobKey`, nothing else can read the
 * result.
 */
export interface CreateJobReturnType extends SealedJob {
  readonly jobKey: JobKey;
}

/**
 * Makes a job ready to be opened: encrypts the inputs to the provider and the job's own key, uploads them to the
 * provider's relay, and uploads the encrypted manifest that names them.
 *
 * @throws {@link ManifestInvalidError} when program, inputs or requirements do not fit together.
 * @throws {@link UploadRefusedError} when the relay refuses, as for a client without money in the vault.
 * @throws {@link UploadFailedError} when the connection fails again and again.
 *
 * @example
 * ```ts
 * import { getProvider } from "@wattle/sdk";
 * import { createJob } from "@wattle/sdk/jobs";
 *
 * const provider = await getProvider(client, { provider: offer.provider });
 * const { specDigest, specRoot, jobKey } = await createJob(client, {
 *   provider,
 *   program,
 *   inputs: { scene: sceneBytes },
 *   comparison: { mode: "exact" },
 *   requirements: { bufferBytes: 2 ** 24, memoryBytes: 2 ** 28 },
 * });
 * ```
 */
export async function createJob(
  client: WattleClient,
  parameters: CreateJobParameters,
): Promise<CreateJobReturnType> {
  const { provider, resultStore = provider.endpoint } = parameters;
  const jobKey = parameters.jobKey ?? (await generateJobKey());
  const worker = recipientFromPublicKey(provider.encryptionKey);
  const job = await sealJob(client, parameters, { store: provider.endpoint, resultStore, jobKey, worker });
  return { ...job, jobKey };
}
