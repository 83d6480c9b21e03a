import { readFile } from "node:fs/promises";
import { NotDeployedError } from "./errors.ts";
import type { NetworkDescription } from "./networks.ts";
import { checkRecord, type DeploymentRecord, recordFileOf } from "./record.ts";

/**
 * Reads a network's record.
 *
 * @param folder Where the records lie, instead of `deployments/`.
 * @throws {@link NotDeployedError} when there is none.
 * @throws Error when it breaks its schema.
 */
export async function readRecord(
  { name, chainId }: Pick<NetworkDescription, "name" | "chainId">,
  folder?: string,
): Promise<DeploymentRecord> {
  const text = await readFile(recordFileOf(chainId, folder), "utf8").catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new NotDeployedError(`The record ${String(chainId)}.json`, name);
  });
  return checkRecord(JSON.parse(text));
}
