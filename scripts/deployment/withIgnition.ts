import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createHardhatRuntimeEnvironment } from "hardhat/hre";
import type { NetworkConnection } from "hardhat/types/network";
import config from "../../hardhat.config.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Connects to a chain process on this machine, to deploy to it. Ignition keeps a journal of what it deployed to a chain
 * id; that of a chain that ends soon belongs to no one else, so it lies in a folder of its own and goes again.
 *
 * @param rpcUrl Where the chain answers.
 * @param use What to do with the connection, which is closed after it.
 */
export async function withIgnition<T>(
  rpcUrl: string,
  use: (connection: NetworkConnection) => Promise<T>,
): Promise<T> {
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
      return await use(connection);
    } finally {
      await connection.close();
    }
  } finally {
    await rm(journal, { recursive: true, force: true });
  }
}
