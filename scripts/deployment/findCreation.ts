import type { Log, Provider } from "ethers";
import { WattleError } from "../../sdk/src/errors/base.ts";
import { RpcUnreachableError } from "../../sdk/src/errors/rpcErrors.ts";
import { reading } from "../../sdk/src/chain/reading.ts";
import { CREATE_X_ADDRESS, creationTopicsOf } from "./createX.ts";

/** When and by what a contract came to be. */
export interface Creation {
  readonly block: number;
  readonly transaction: string;
}

/**
 * Finds what created a contract, by the factory's event, from the newest block backwards: a deployment is mostly young.
 * It asks for the whole chain first; an endpoint that refuses so many blocks gets them in parts.
 *
 * @returns null when the factory did not create it.
 */
export async function findCreation(
  provider: Provider,
  address: string,
  signal?: AbortSignal,
): Promise<Creation | null> {
  const filter = { address: CREATE_X_ADDRESS, topics: creationTopicsOf(address) };
  let to = await provider.getBlockNumber();
  let range = to + 1;
  while (to >= 0) {
    const from = Math.max(0, to - range + 1);
    let logs: readonly Log[];
    try {
      logs = await reading(provider.getLogs({ ...filter, fromBlock: from, toBlock: to }), signal);
    } catch (error) {
      const splits = error instanceof WattleError && !(error instanceof RpcUnreachableError);
      if (!splits || to === from) throw error;
      range = Math.ceil((to - from + 1) / 2);
      continue;
    }
    const [log] = logs;
    if (log !== undefined) return { block: log.blockNumber, transaction: log.transactionHash };
    to = from - 1;
  }
  return null;
}
