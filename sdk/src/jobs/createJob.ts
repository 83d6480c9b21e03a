import {
  blobUrl,
  generateJobKey,
  type JobKey,
  recipientFromPublicKey,
  sealBlob,
  sealEnvelope,
  signUploadToken,
  type TransferProgress,
  uploadBlob,
} from "../blobs/index.ts";
import type { BlobTree } from "../blobs/tree.ts";
import { reading } from "../chain/reading.ts";
import { requireSigner } from "../chain/sendCall.ts";
import type { WattleClient } from "../client/wattleClient.ts";
import { encodeManifest } from "../manifest/encodeManifest.ts";
import type { Comparison, JobManifest } from "../manifest/jobManifest.ts";
import type { WgslProgram } from "../manifest/wgslProgram.ts";
import type { Profile } from "../types/provider.ts";

/** What {@link createJob} takes. */
export interface CreateJobParameters {
  /** Who will compute: `getProvider` tells both. */
  readonly provider: Pick<Profile, "encryptionKey" | "endpoint">;
  readonly program: WgslProgram;
  /** The inputs' bytes by their names in the program. */
  readonly inputs?: Readonly<Record<string, Uint8Array>>;
  /** How two results of this job are compared. */
  readonly comparison: Comparison;
  readonly requirements: JobManifest["requirements"];
  /** Base address of the store that takes the result. Default: the provider's relay. */
  readonly resultStore?: string;
  /** Who can read the outputs besides the client (`age1…`). */
  readonly readers?: readonly string[];
  /** Default: a fresh key pair, as there should be for every job. */
  readonly jobKey?: JobKey;
  readonly onProgress?: (progress: TransferProgress) => void;
  /** Default: the global `fetch`. */
  readonly fetch?: typeof fetch;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link createJob} returns: keep `jobKey`, nothing else can read the result. */
export interface CreateJobReturnType {
  readonly manifest: JobManifest;
  /** The sha2-256 of the canonical manifest, for {@link takeOffer}. */
  readonly specDigest: string;
  /** The UnixFS root of the encrypted manifest's envelope, for {@link takeOffer}. */
  readonly specRoot: string;
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
  const { provider, program, comparison, requirements, readers = [], signal } = parameters;
  const store = provider.endpoint;
  const jobKey = parameters.jobKey ?? (await generateJobKey());
  const recipients = [recipientFromPublicKey(provider.encryptionKey), jobKey.recipient];
  const sealed = await Promise.all(
    Object.entries(parameters.inputs ?? {}).map(async ([name, bytes]) => ({
      name,
      blob: await sealBlob(bytes, recipients),
    })),
  );
  const manifest: JobManifest = {
    version: 1,
    runtime: "wgsl",
    program,
    inputs: sealed.map(({ name, blob }) => ({ name, blob: blob.at([blobUrl(store, blob.tree.root)]) })),
    requirements,
    comparison,
    recipients: [jobKey.recipient, ...readers],
    resultStore: parameters.resultStore ?? store,
  };
  // Before anything is uploaded: an invalid manifest throws here.
  const document = encodeManifest(manifest);
  const envelope = await sealEnvelope(document, recipients);
  for (const { bytes, tree } of [...sealed.map(({ blob }) => blob), envelope]) {
    signal?.throwIfAborted();
    await upload(client, store, bytes, tree, parameters);
  }
  return { manifest, specDigest: document.digest, specRoot: envelope.tree.root, jobKey };
}

async function upload(
  client: WattleClient,
  store: string,
  bytes: Uint8Array,
  tree: BlobTree,
  { signal, fetch, onProgress }: CreateJobParameters,
): Promise<void> {
  const signer = requireSigner(client);
  const account = await reading(signer.getAddress(), signal);
  const token = await signUploadToken(signer, {
    chainId: BigInt(client.chainId),
    escrow: client.deployment.contracts.jobEscrow,
    store,
    account,
    root: tree.root,
    size: tree.size,
  });
  await uploadBlob({
    store,
    bytes,
    tree,
    token,
    ...(signal !== undefined && { signal }),
    ...(fetch !== undefined && { fetch }),
    ...(onProgress !== undefined && { onProgress }),
  });
}
