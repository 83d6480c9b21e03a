import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createHardhatRuntimeEnvironment } from "hardhat/hre";
import config from "../../hardhat.config.ts";
import { deployLocal } from "./deployLocal.ts";
import type { DeploymentRecord } from "./record.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Deploys the suite to a chain process on this machine. Ignition keeps a journal of what it deployed to a chain id;
 * that of a chain that ends soon belongs to no one else, so it lies in a folder of its own and goes again.
 *
 * @param rpcUrl Where the chain answers.
 * @param thawSeconds How long stake thaws; `ignition/parameters/local.json5` unless given.
 * @throws Error when a contract cannot be deployed.
 */
export async function deployToProcess(rpcUrl: string, thawSeconds?: number): Promise<DeploymentRecord> {
  const journal = await mkdtemp(join(tmpdir(), "wattle-ignition-"));
  try {
    const hre = await createHardhatRuntimeEnvironment(
      {
        ...config,
        paths: { ...config.paths, ignition: journal },
        // A chain of one's own has no reorgs to wait for.
        ignition: { requiredConfirmations: 1, blockPollingInterval: 50 },
      },
      {},
      root,
    );
    const connection = await hre.network.create({ network: "localhost", override: { url: rpcUrl } });
    try {
      return await deployLocal(connection, thawSeconds);
    } finally {
      await connection.close();
    }
  } finally {
    await rm(journal, { recursive: true, force: true });
  }
}
