import { Decrypter, Encrypter } from "age-encryption";
import { publicKeyFromRecipient, recipientOfIdentity } from "./ageKeys.ts";
import { DecryptionError, InvalidKeyError } from "./errors.ts";

/**
 * Encrypts bytes as an age file that each of the recipients can open. Every call gives other bytes, so encrypt
 * once and keep the result.
 *
 * @param recipients `age1…` (X25519), at least one.
 * @throws {@link InvalidKeyError} when there is none, or one of them is not a recipient.
 *
 * @example
 * ```ts
 * import { encryptFor, generateJobKey } from "@wattle/sdk/blobs";
 *
 * const { recipient } = await generateJobKey();
 * const ciphertext = await encryptFor([recipient], new TextEncoder().encode("hello"));
 * ```
 */
export async function encryptFor(recipients: readonly string[], bytes: Uint8Array): Promise<Uint8Array> {
  const encrypter = encrypterFor(recipients);
  try {
    return await encrypter.encrypt(bytes);
  } catch {
    throw new InvalidKeyError("usable: it is one of the few points that would make the secret known to all");
  }
}

/**
 * Opens an age file.
 *
 * @param identity `AGE-SECRET-KEY-1…`
 * @throws {@link InvalidKeyError} when that is not an identity.
 * @throws {@link DecryptionError} when the file is not for this key, was altered, or is cut short.
 *
 * @example
 * ```ts
 * import { decryptWith } from "@wattle/sdk/blobs";
 *
 * const bytes = await decryptWith(key.identity, ciphertext);
 * ```
 */
export async function decryptWith(identity: string, bytes: Uint8Array): Promise<Uint8Array> {
  const decrypter = await decrypterWith(identity);
  try {
    return await decrypter.decrypt(bytes);
  } catch (error) {
    throw new DecryptionError(error);
  }
}

/**
 * As {@link encryptFor}, for more bytes than fit in memory.
 *
 * @throws {@link InvalidKeyError} when there is no recipient, or one is not.
 *
 * @example
 * ```ts
 * import { encryptStream } from "@wattle/sdk/blobs";
 *
 * const ciphertext = await encryptStream([recipient], file.stream());
 * ```
 */
export async function encryptStream(
  recipients: readonly string[],
  bytes: ReadableStream<Uint8Array>,
): Promise<ReadableStream<Uint8Array>> {
  return encrypterFor(recipients).encrypt(bytes);
}

/**
 * As {@link decryptWith}, for more bytes than fit in memory. Bytes come out as they are verified: act on none of
 * them before the stream has ended, because a file that was cut short fails only there.
 *
 * @throws {@link InvalidKeyError} when `identity` is not one.
 * @throws {@link DecryptionError} when the file is not for this key; later failures error the stream with it too.
 *
 * @example
 * ```ts
 * import { decryptStream } from "@wattle/sdk/blobs";
 *
 * const plaintext = await decryptStream(identity, response.body);
 * ```
 */
export async function decryptStream(
  identity: string,
  bytes: ReadableStream<Uint8Array>,
): Promise<ReadableStream<Uint8Array>> {
  const decrypter = await decrypterWith(identity);
  let reader: ReadableStreamDefaultReader<Uint8Array>;
  try {
    reader = (await decrypter.decrypt(bytes)).getReader();
  } catch (error) {
    throw new DecryptionError(error);
  }
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        controller.error(new DecryptionError(error));
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

function encrypterFor(recipients: readonly string[]): Encrypter {
  if (recipients.length === 0) throw new InvalidKeyError("there: encryption needs at least one recipient");
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    publicKeyFromRecipient(recipient);
    encrypter.addRecipient(recipient);
  }
  return encrypter;
}

async function decrypterWith(identity: string): Promise<Decrypter> {
  await recipientOfIdentity(identity);
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter;
}
