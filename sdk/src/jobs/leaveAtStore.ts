import {
  blobUrl,
  putHandover,
  type SignedUploadToken,
  signUploadToken,
  type TransferProgress,
  uploadBlob,
} from "../blobs/index.ts";
import { requireSigner } from "../chain/sendCall.ts";
import type { WattleClient } from "../client/wattleClient.ts";
import type { WattleError } from "../errors/base.ts";
import { decodeContractError } from "../errors/decodeContractError.ts";
import { DisclosureFailedError, JobPartMissingError } from "./errors.ts";
import type { JobPart } from "./jobParts.ts";

/** What {@link leaveAtStore} takes. */
export interface LeaveAtStoreParameters {
  /** Base address of the store. */
  readonly store: string;
  /** The job's client. */
  readonly account: string;
  readonly jobId: string;
  /** The job's key, encrypted to whoever is to read it. */
  readonly key: Uint8Array;
  readonly parts: readonly JobPart[];
  readonly onProgress: (part: string, progress: TransferProgress) => void;
  readonly signal?: AbortSignal | undefined;
  readonly fetch?: typeof fetch | undefined;
}

/** Longest wait for a store's word on whether it has a blob, in milliseconds. */
const ASK_TIMEOUT_MS = 10_000;

/**
 * Leaves a job's key and copies of its blobs at a store, each for itself.
 *
 * @returns What did not work: {@link DisclosureFailedError} or {@link JobPartMissingError}.
 * @throws The signal's reason.
 */
export async function leaveAtStore(
  client: WattleClient,
  parameters: LeaveAtStoreParameters,
): Promise<WattleError[]> {
  const { store, account, jobId, key, parts, onProgress, signal, fetch } = parameters;
  const signer = requireSigner(client);
  const place = {
    chainId: BigInt(client.chainId),
    escrow: client.deployment.contracts.jobEscrow,
    ...{ store, account, jobId },
  };
  const token = async ({ root, size }: { root: string; size: number }): Promise<SignedUploadToken> =>
    signUploadToken(signer, { ...place, root, size });
  const failed: WattleError[] = [];
  const attempt = async (part: string, work: () => Promise<unknown>, isProviders = false): Promise<void> => {
    signal?.throwIfAborted();
    try {
      await work();
    } catch (error) {
      signal?.throwIfAborted();
      const cause = decodeContractError(error);
      // What nobody has is no store's fault.
      const isMissing = cause instanceof JobPartMissingError;
      if (isMissing && isProviders) return;
      failed.push(isMissing ? cause : new DisclosureFailedError(store, part, cause));
    }
  };
  // First the key: it is small, and where the job's own stores still answer it is all that a juror needs.
  await attempt("key", async () => putHandover({ store, jobId, bytes: key, token, signal, fetch }));
  for (const part of parts) {
    const leave = async (): Promise<void> => {
      const totalBytes = part.size;
      if (await isStored(parameters, part)) return onProgress(part.name, { bytes: totalBytes, totalBytes });
      const tell = (progress: TransferProgress): void => onProgress(part.name, progress);
      await uploadBlob({ store, ...(await part.read()), token, signal, fetch, onProgress: tell });
    };
    await attempt(part.name, leave, part.isProviders);
  }
  return failed;
}

/** Whether a store serves a blob; one that does not say so is sent it. */
async function isStored(
  { store, signal, fetch = globalThis.fetch }: LeaveAtStoreParameters,
  { root, size }: JobPart,
): Promise<boolean> {
  const timeout = AbortSignal.timeout(ASK_TIMEOUT_MS);
  try {
    const response = await fetch(blobUrl(store, root), {
      method: "HEAD",
      redirect: "error",
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    });
    return response.ok && Number(response.headers.get("content-length")) === size;
  } catch {
    return false;
  }
}
