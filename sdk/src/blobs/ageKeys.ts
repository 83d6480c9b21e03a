import { bech32 } from "@scure/base";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { InvalidKeyError } from "./errors.ts";

/** A key pair for age encryption (X25519). */
export interface JobKey {
  /** The secret key, `AGE-SECRET-KEY-1…`. Whoever has it reads everything encrypted to the key. */
  readonly identity: string;
  /** The public key as age writes it, `age1…`. */
  readonly recipient: string;
  /** The public key as the chain stores it: 32 bytes, 0x hex. */
  readonly publicKey: string;
}

/**
 * Makes a key pair for one job: the client adds its recipient to the inputs and the results, and can disclose its
 * identity to jurors without giving away any other job.
 *
 * @example
 * ```ts
 * import { generateJobKey } from "@wattle/sdk/blobs";
 *
 * const { identity, recipient } = await generateJobKey();
 * ```
 */
export async function generateJobKey(): Promise<JobKey> {
  const identity = await generateX25519Identity();
  const recipient = await recipientOfIdentity(identity);
  return { identity, recipient, publicKey: publicKeyFromRecipient(recipient) };
}

/**
 * The recipient that belongs to a secret key.
 *
 * @throws {@link InvalidKeyError} when the text is no X25519 identity.
 *
 * @example
 * ```ts
 * import { recipientOfIdentity } from "@wattle/sdk/blobs";
 *
 * const recipient = await recipientOfIdentity(identity);
 * ```
 */
export async function recipientOfIdentity(identity: string): Promise<string> {
  try {
    return await identityToRecipient(identity);
  } catch {
    throw new InvalidKeyError("an age identity (AGE-SECRET-KEY-1…)");
  }
}

/**
 * The age recipient of a public key as the provider registry stores it.
 *
 * @param publicKey 32 bytes, 0x hex.
 * @throws {@link InvalidKeyError} when they are not 32 bytes, or all zero ("no key").
 *
 * @example
 * ```ts
 * import { recipientFromPublicKey } from "@wattle/sdk/blobs";
 *
 * const recipient = recipientFromPublicKey(provider.encryptionKey);
 * ```
 */
export function recipientFromPublicKey(publicKey: string): string {
  if (!/^0x[0-9a-fA-F]{64}$/.test(publicKey) || /^0x0*$/.test(publicKey)) {
    throw new InvalidKeyError("a public key of 32 bytes");
  }
  return bech32.encodeFromBytes("age", hexToBytes(publicKey.slice(2)));
}

/**
 * The 32 bytes (0x hex) of an age recipient: the inverse of {@link recipientFromPublicKey}.
 *
 * @throws {@link InvalidKeyError} when the text is no X25519 recipient.
 *
 * @example
 * ```ts
 * import { publicKeyFromRecipient } from "@wattle/sdk/blobs";
 *
 * const encryptionKey = publicKeyFromRecipient(recipient);
 * ```
 */
export function publicKeyFromRecipient(recipient: string): string {
  try {
    const { prefix, bytes } = bech32.decodeToBytes(recipient);
    if (prefix === "age" && bytes.length === 32) return `0x${bytesToHex(bytes)}`;
  } catch {
    // Reported below: the decoder's message would repeat the text.
  }
  throw new InvalidKeyError("an age recipient (age1…)");
}
