import pRetry from "p-retry";
import { DetailedError, Upload } from "tus-js-client";
import { buildTree } from "./buildTree.ts";
import { type ByteSource, type Bytes, byteSource } from "./byteSource.ts";
import type { TransferProgress } from "./downloadOptions.ts";
import { encodeUploadToken } from "./encodeUploadToken.ts";
import { blobUrl, normalizeStore } from "./locations.ts";
import { parseRefusal } from "./parseRefusal.ts";
import type { BlobTree } from "./tree.ts";
import { tusHttpStack } from "./tusHttpStack.ts";
import { UploadFailedError, UploadRefusedError } from "./uploadErrors.ts";
import type { SignedUploadToken } from "./uploadToken.ts";

/** What {@link uploadBlob} takes. */
export interface UploadBlobParameters {
  /** Base address of the store. */
  readonly store: string;
  /** The bytes to store, so the ciphertext of a blob that is to stay secret. */
  readonly bytes: Bytes;
  /** Their tree, where the caller has built it already. */
  readonly tree?: BlobTree | undefined;
  /** The permission to upload them, or a function that signs it for the blob's root and size. */
  readonly token: SignedUploadToken | ((blob: BlobTree) => Promise<SignedUploadToken>);
  /** Ends the upload; its reason is thrown. */
  readonly signal?: AbortSignal | undefined;
  /** Default: the global `fetch`. */
  readonly fetch?: typeof fetch | undefined;
  readonly onProgress?: ((progress: TransferProgress) => void) | undefined;
  /** Where an earlier call had begun to upload the same bytes: the upload goes on there. */
  readonly resumeUrl?: string | undefined;
  /** Told where the upload can be resumed. Whoever has this address can add bytes to the upload. */
  readonly onResumeUrl?: ((url: string) => void) | undefined;
  /** Bytes in one request. Default: 8 MiB. */
  readonly requestBytes?: number | undefined;
  /** Longest wait for the answer to one request, in milliseconds. Default: 120,000. */
  readonly requestTimeoutMs?: number | undefined;
  /** Pauses before a failed request is made again, in milliseconds. Default: 0, 250, 1000, 3000. */
  readonly retryDelaysMs?: readonly number[] | undefined;
}

/** A blob that a store holds. */
export interface StoredBlob {
  /** Where the store serves it. */
  readonly url: string;
  readonly tree: BlobTree;
}

/** Long enough together for a store that is being restarted; counted anew whenever bytes have been accepted. */
const RETRY_DELAYS_MS = [0, 250, 1000, 3000];

/**
 * Uploads a blob to a store by tus 1.0, going on where it stopped after an interruption, and makes sure in the end
 * that the store serves it. Uploading a blob that the store already has only renews its time to live.
 *
 * @throws {@link UploadRefusedError} when the store refuses it, with the store's reason.
 * @throws {@link UploadFailedError} when the connection fails again and again.
 *
 * @example
 * ```ts
 * import { signUploadToken, uploadBlob } from "@wattle/sdk/blobs";
 *
 * const { url } = await uploadBlob({
 *   store,
 *   bytes,
 *   token: ({ root, size }) => signUploadToken(signer, { chainId, escrow, store, account, root, size }),
 * });
 * ```
 */
export async function uploadBlob(parameters: UploadBlobParameters): Promise<StoredBlob> {
  const signal = parameters.signal ?? new AbortController().signal;
  signal.throwIfAborted();
  const source = byteSource(parameters.bytes);
  const tree = parameters.tree ?? (await buildTree(source, { signal }));
  const token = typeof parameters.token === "function" ? await parameters.token(tree) : parameters.token;
  const url = blobUrl(parameters.store, tree.root);
  await sendBytes(source, encodeUploadToken(token), parameters, signal);
  await confirmStored(url, tree.size, parameters, signal);
  return { url, tree };
}

function sendBytes(
  source: ByteSource,
  authorization: string,
  parameters: UploadBlobParameters,
  signal: AbortSignal,
): Promise<void> {
  const store = normalizeStore(parameters.store);
  return new Promise((resolve, reject) => {
    const upload = new Upload(new Blob([]), {
      endpoint: `${store}/uploads`,
      uploadUrl: parameters.resumeUrl ?? null,
      uploadSize: source.size,
      headers: { authorization },
      chunkSize: parameters.requestBytes ?? 8 * 2 ** 20,
      retryDelays: [...(parameters.retryDelaysMs ?? RETRY_DELAYS_MS)],
      storeFingerprintForResuming: false,
      fingerprint: async () => "",
      fileReader: { openFile: async () => tusSource(source) },
      httpStack: tusHttpStack({
        fetch: parameters.fetch ?? globalThis.fetch.bind(globalThis),
        signal,
        store,
        requestTimeoutMs: parameters.requestTimeoutMs ?? 120_000,
      }),
      onShouldRetry: shouldRetry,
      onUploadUrlAvailable: () => {
        if (upload.url !== null) parameters.onResumeUrl?.(upload.url);
      },
      onProgress: (bytes, totalBytes) => parameters.onProgress?.({ bytes, totalBytes }),
      onSuccess: () => settle(resolve),
      onError: (error) => settle(() => finishWithError(uploadError(error))),
    });
    const finishWithError = (error: UploadRefusedError | UploadFailedError): void => {
      if (error instanceof UploadRefusedError && error.refusal === "AlreadyStored") resolve();
      else reject(error);
    };
    const settle = (finish: () => void): void => {
      signal.removeEventListener("abort", abort);
      finish();
    };
    const abort = (): void => {
      void upload.abort();
      reject(signal.reason as Error);
    };
    signal.addEventListener("abort", abort, { once: true });
    upload.start();
  });
}

/** The store answers before it has verified the bytes in rare cases, so only what it serves counts. */
async function confirmStored(
  url: string,
  size: number,
  parameters: UploadBlobParameters,
  signal: AbortSignal,
): Promise<void> {
  const send = parameters.fetch ?? globalThis.fetch;
  const ask = async (): Promise<void> => {
    const timeout = AbortSignal.timeout(parameters.requestTimeoutMs ?? 120_000);
    const response = await send(url, {
      method: "HEAD",
      redirect: "error",
      signal: AbortSignal.any([signal, timeout]),
    });
    const length = response.headers.get("content-length");
    if (!response.ok || (length !== null && Number(length) !== size)) {
      throw new UploadFailedError(`the store does not serve the blob (HTTP status ${response.status})`);
    }
  };
  try {
    await pRetry(ask, { retries: 3, minTimeout: 100, signal });
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof UploadFailedError
      ? error
      : new UploadFailedError("the store does not answer", error);
  }
}

function tusSource(source: ByteSource) {
  return {
    size: source.size,
    slice: async (start: number, end: number) => ({
      value: await readExactly(source, start, end),
      done: false,
    }),
    close: () => undefined,
  };
}

async function readExactly(source: ByteSource, start: number, end: number): Promise<Uint8Array> {
  const bytes = await source.read(start, end);
  if (bytes.length !== end - start) throw new Error("the bytes to upload became fewer during the upload");
  return bytes;
}

function shouldRetry(error: DetailedError): boolean {
  const status = error.originalResponse?.getStatus();
  const creates = error.originalRequest.getMethod() === "POST";
  // A request of the same upload that was given up has moved its offset, or still holds its lock.
  return (!creates && (status === 409 || status === 423)) || uploadError(error).retryable;
}

function uploadError(error: Error | DetailedError): UploadRefusedError | UploadFailedError {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  if (response !== null && response.getStatus() >= 400) {
    return new UploadRefusedError(response.getStatus(), parseRefusal(response.getBody()));
  }
  const cause = error instanceof DetailedError ? (error.causingError ?? error) : error;
  return new UploadFailedError(cause.message, cause);
}
