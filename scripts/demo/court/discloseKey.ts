import { encryptFor, type JobKey } from "@wattle/sdk/blobs";

/**
 * Encrypts a job's key for those who shall judge the job. It opens this job's inputs and result, and nothing else.
 *
 * @param recipients The judges' age recipients.
 */
export async function discloseKey(
  { identity }: Pick<JobKey, "identity">,
  recipients: readonly string[],
): Promise<Uint8Array> {
  return encryptFor(recipients, new TextEncoder().encode(identity));
}
