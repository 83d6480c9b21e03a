import { type JobKey, publicKeyFromRecipient, recipientOfIdentity } from "@wattle/sdk/blobs";
import { SecretUnusableError } from "./errors.ts";
import { readSecretFile } from "./secretFile.ts";

/**
 * Reads the provider's age identity from a file as `age-keygen` and `wattle-worker keygen` write it.
 *
 * @throws {@link SecretUnusableError} | {@link SecretExposedError}
 */
export async function loadIdentity(path: string): Promise<JobKey> {
  const lines = (await readSecretFile("provider's age identity", path)).split(/\r?\n/);
  const identity = lines.find((line) => line.startsWith("AGE-SECRET-KEY-1"))?.trim() ?? "";
  try {
    const recipient = await recipientOfIdentity(identity);
    return { identity, recipient, publicKey: publicKeyFromRecipient(recipient) };
  } catch {
    throw new SecretUnusableError(
      "provider's age identity",
      `${path} holds no line AGE-SECRET-KEY-1…`,
      "Make one with `wattle-worker keygen`, and put its public key into the provider's profile.",
    );
  }
}
