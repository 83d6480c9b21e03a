import { HDNodeWallet, type JsonRpcProvider } from "ethers";
import { createRpcProvider } from "../../sdk/src/rpc/createRpcProvider.ts";
import { LOCAL_CHAIN_ID, LOCAL_MNEMONIC } from "../local/startChain.ts";
import type { LocalConnection } from "./deployLocal.ts";

/**
 * Connects to a chain process on this machine, to deploy to it.
 *
 * @param rpcUrl Where the chain answers.
 * @param use What to do with the connection, which is closed after it.
 */
export async function withLocalProcess<T>(
  rpcUrl: string,
  use: (connection: LocalConnection) => Promise<T>,
): Promise<T> {
  // Patient, for machines that are busy.
  const options = { chainId: LOCAL_CHAIN_ID, timeoutMs: 60_000 };
  const provider: JsonRpcProvider = createRpcProvider(rpcUrl, options);
  try {
    return await use({ provider, signer: HDNodeWallet.fromPhrase(LOCAL_MNEMONIC).connect(provider) });
  } finally {
    provider.destroy();
  }
}
