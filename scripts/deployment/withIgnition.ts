import { fileURLToPath } from "node:url";
import { createHardhatRuntimeEnvironment } from "hardhat/hre";
import type { NetworkConnection } from "hardhat/types/network";
import config from "../../hardhat.config.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Connects to a chain process on this machine, to deploy to it.
 *
 * @param rpcUrl Where the chain answers.
 * @param journal The folder in which Ignition keeps what it deployed to that chain: modules that share contracts find
 * them there.
 * @param use What to do with the connection, which is closed after it.
 */
export async function withIgnition<T>(
  rpcUrl: string,
  journal: string,
  use: (connection: NetworkConnection) => Promise<T>,
): Promise<T> {
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
}
