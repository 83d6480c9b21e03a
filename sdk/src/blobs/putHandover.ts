import pRetry from "p-retry";
import { buildTree } from "./buildTree.ts";
import { encodeUploadToken } from "./encodeUploadToken.ts";
import { handoverUrl } from "./handoverUrl.ts";
import { parseRefusal } from "./parseRefusal.ts";
import type { BlobTree } from "./tree.ts";
import { UploadFailedError, UploadRefusedError } from "./uploadErrors.ts";
import type { SignedUploadToken } from "./uploadToken.ts";

/** What {@link putHandover} takes. */
export interface PutHandoverParameters {
  /** Base address of the store. */
  readonly store: string;
  readonly jobId: string;
  /** What the provider is to get, encrypted to it: at most {@link HANDOVER_MAX_BYTES}. */
  readonly bytes: Uint8Array;
  /** Signs the permission, as the job's client and naming the job. */
  readonly token: (blob: BlobTree) => Promise<SignedUploadToken>;
  readonly signal?: AbortSignal | undefined;
  /** Default: the global `fetch`. */
  readonly fetch?: typeof fetch | undefined;
  /** Longest wait for the answer to one request, in milliseconds. Default: 15,000. */
  readonly requestTimeoutMs?: number | undefined;
}

/**
 * Leaves something small for the provider of a job at a store. The last hand-over of a job counts.
 *
 * @throws {@link UploadRefusedError} when the store refuses it, with the store's reason.
 * @throws {@link UploadFailedError} when the connection fails again and again.
 *
 * @example
 * ```ts
 * import { encryptFor, putHandover, signUploadToken } from "@wattle/sdk/blobs";
 *
 * const bytes = await encryptFor([providerRecipient], secret);
 * const place = { chainId, escrow, store, account, jobId };
 * const token = ({ root, size }) => signUploadToken(signer, { ...place, root, size });
 * await putHandover({ store, jobId, bytes, token });
 * ```
 */
export async function putHandover(parameters: PutHandoverParameters): Promise<void> {
  const { store, jobId, bytes, requestTimeoutMs = 15_000 } = parameters;
  const signal = parameters.signal ?? new AbortController().signal;
  const send = parameters.fetch ?? globalThis.fetch;
  const authorization = encodeUploadToken(await parameters.token(await buildTree(bytes)));
  const attempt = async (): Promise<void> => {
    const response = await send(handoverUrl(store, jobId), {
      method: "PUT",
      headers: { authorization, "content-type": "application/octet-stream" },
      body: bytes as Uint8Array<ArrayBuffer>,
      redirect: "error",
      signal: AbortSignal.any([signal, AbortSignal.timeout(requestTimeoutMs)]),
    }).catch((error: unknown) => {
      signal.throwIfAborted();
      throw new UploadFailedError("the store does not answer", error);
    });
    const body = await response.text();
    if (!response.ok) throw new UploadRefusedError(response.status, parseRefusal(body));
  };
  await pRetry(attempt, {
    retries: 3,
    minTimeout: 250,
    signal,
    shouldRetry: ({ error }) => !(error instanceof UploadRefusedError) || error.retryable,
  });
}
