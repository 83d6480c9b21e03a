import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deployLocal } from "./deployLocal.ts";
import type { DeploymentRecord } from "./record.ts";
import { withIgnition } from "./withIgnition.ts";

/**
 * Deploys the suite to a chain process on this machine. Ignition keeps a journal of what it deployed to a chain id;
 * that of a chain that ends soon belongs to no one else, so it lies in a folder of its own.
 *
 * @param rpcUrl Where the chain answers.
 * @param thawSeconds How long stake thaws; `ignition/parameters/local.json5` unless given.
 * @param journal The journal's folder, for who deploys more beside the suite; one that goes again unless given.
 * @throws Error when a contract cannot be deployed.
 */
export async function deployToProcess(
  rpcUrl: string,
  thawSeconds?: number,
  journal?: string,
): Promise<DeploymentRecord> {
  const folder = journal ?? (await mkdtemp(join(tmpdir(), "wattle-ignition-")));
  try {
    return await withIgnition(rpcUrl, folder, (connection) => deployLocal(connection, thawSeconds));
  } finally {
    if (journal === undefined) await rm(folder, { recursive: true, force: true });
  }
}
