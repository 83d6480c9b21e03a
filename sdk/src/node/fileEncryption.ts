import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { decryptStream, encryptStream } from "../blobs/encryption.ts";

/** Options of {@link encryptFile} and {@link decryptFile}. */
export interface FileEncryptionOptions {
  readonly signal?: AbortSignal | undefined;
}

/**
 * Encrypts a file as an age file, in constant memory.
 *
 * @param recipients `age1…` (X25519), at least one.
 * @throws {@link InvalidKeyError} when there is none, or one of them is not a recipient.
 *
 * @example
 * ```ts
 * import { encryptFile } from "@wattle/sdk/node";
 *
 * await encryptFile([recipient], "model.onnx", "model.onnx.age");
 * ```
 */
export async function encryptFile(
  recipients: readonly string[],
  from: string,
  to: string,
  options: FileEncryptionOptions = {},
): Promise<void> {
  await convertFile(from, to, (bytes) => encryptStream(recipients, bytes), options);
}

/**
 * Opens an age file, in constant memory. Nothing stands at `to` before all of it has been verified.
 *
 * @param identity `AGE-SECRET-KEY-1…`
 * @throws {@link InvalidKeyError} when that is not an identity.
 * @throws {@link DecryptionError} when the file is not for this key, was altered, or is cut short.
 *
 * @example
 * ```ts
 * import { decryptFile } from "@wattle/sdk/node";
 *
 * await decryptFile(jobKey.identity, "result.age", "result.bin");
 * ```
 */
export async function decryptFile(
  identity: string,
  from: string,
  to: string,
  options: FileEncryptionOptions = {},
): Promise<void> {
  await convertFile(from, to, (bytes) => decryptStream(identity, bytes), options);
}

async function convertFile(
  from: string,
  to: string,
  convert: (bytes: ReadableStream<Uint8Array>) => Promise<ReadableStream<Uint8Array>>,
  options: FileEncryptionOptions,
): Promise<void> {
  const partial = `${to}.partial`;
  // Node's types of Web streams and the DOM's differ in name only.
  const input = Readable.toWeb(createReadStream(from)) as ReadableStream<Uint8Array>;
  try {
    const output = Readable.fromWeb((await convert(input)) as NodeReadableStream<Uint8Array>);
    await pipeline(output, createWriteStream(partial, { mode: 0o600 }), {
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
    await rename(partial, to);
  } catch (error) {
    await input.cancel().catch(() => undefined);
    await rm(partial, { force: true });
    throw error;
  }
}
