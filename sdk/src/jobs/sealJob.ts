import {
  blobUrl,
  type JobKey,
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

/** What a job is made of, whoever will compute it. */
export interface JobContents {
  readonly program: WgslProgram;
  /** The inputs' bytes by their names in the program. */
  readonly inputs?: Readonly<Record<string, Uint8Array>>;
  /** How two results of this job are compared. */
  readonly comparison: Comparison;
  readonly requirements: JobManifest["requirements"];
  /** Who can read the outputs besides the client (`age1…`). */
  readonly readers?: readonly string[];
  /** Default: a fresh key pair, as there should be for every job. */
  readonly jobKey?: JobKey;
  readonly onProgress?: (progress: TransferProgress) => void;
  /** Default: the global `fetch`. */
  readonly fetch?: typeof fetch;
  readonly signal?: AbortSignal | undefined;
}

/** Where a job is put, and for whom. */
export interface JobPlace {
  /** Base address of the store that gets manifest and inputs. */
  readonly store: string;
  /** Base address of the store that takes the result. */
  readonly resultStore: string;
  readonly jobKey: JobKey;
  /** Who computes (`age1…`): reads manifest and inputs, as the job's own key does. */
  readonly worker: string;
}

/** A job whose manifest and inputs lie in a store. */
export interface SealedJob {
  readonly manifest: JobManifest;
  /** The sha2-256 of the canonical manifest. */
  readonly specDigest: string;
  /** The UnixFS root of the encrypted manifest's envelope. */
  readonly specRoot: string;
  /**
   * Manifest and inputs as they were uploaded: ciphertext. Keep them until the job is paid, for the provider's relay may
   * lose them on purpose: `discloseJob` leaves them with the jurors of a dispute.
   */
  readonly copies: readonly Uint8Array[];
}

/** Encrypts a job's inputs and its manifest, and uploads them. */
export async function sealJob(
  client: WattleClient,
  contents: JobContents,
  { store, resultStore, jobKey, worker }: JobPlace,
): Promise<SealedJob> {
  const { program, comparison, requirements, readers = [], signal } = contents;
  const recipients = [worker, jobKey.recipient];
  const sealed = await Promise.all(
    Object.entries(contents.inputs ?? {}).map(async ([name, bytes]) => ({
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
    resultStore,
  };
  // Before anything is uploaded: an invalid manifest throws here.
  const document = encodeManifest(manifest);
  const envelope = await sealEnvelope(document, recipients);
  const inputs = sealed.map(({ blob }) => blob);
  // The manifest last: whoever finds it finds all that it names.
  for (const { bytes, tree } of [...inputs, envelope]) {
    signal?.throwIfAborted();
    await upload(client, store, bytes, tree, contents);
  }
  const copies = [envelope, ...inputs].map(({ bytes }) => bytes);
  return { manifest, specDigest: document.digest, specRoot: envelope.tree.root, copies };
}

async function upload(
  client: WattleClient,
  store: string,
  bytes: Uint8Array,
  tree: BlobTree,
  { signal, fetch, onProgress }: JobContents,
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
