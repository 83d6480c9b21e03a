import type { Filter, Log, Provider } from "ethers";
import { RpcUnreachableError } from "../errors/rpcErrors.ts";
import { WattleError } from "../errors/base.ts";
import { reading } from "./reading.ts";

/** Blocks that the first request asks for. */
const FIRST_RANGE = 2_000;

/** Most blocks that a request asks for. */
const MAX_RANGE = 20_000;

/** What {@link getLogsInRanges} takes. */
export interface LogRange {
  /** First block. */
  readonly fromBlock: number;
  /** Last block, included. */
  readonly toBlock: number;
  readonly signal?: AbortSignal | undefined;
}

/** The logs of some blocks. */
export interface LogChunk {
  readonly fromBlock: number;
  /** Last block, included: everything up to it has been read. */
  readonly toBlock: number;
  readonly logs: readonly Log[];
}

/**
 * Reads logs of any range in as many requests as the endpoint makes necessary: endpoints limit the blocks or the logs
 * of a request in ways of their own, so a refusal halves the range, and success widens it again.
 *
 * @throws Any {@link RpcErrorType} when a single block is refused too, or the endpoint cannot be reached.
 */
export async function* getLogsInRanges(
  provider: Provider,
  filter: Pick<Filter, "address" | "topics">,
  { fromBlock, toBlock, signal }: LogRange,
): AsyncGenerator<LogChunk> {
  let range = FIRST_RANGE;
  for (let from = fromBlock; from <= toBlock;) {
    const to = Math.min(toBlock, from + range - 1);
    try {
      const logs = await reading(provider.getLogs({ ...filter, fromBlock: from, toBlock: to }), signal);
      yield { fromBlock: from, toBlock: to, logs };
      from = to + 1;
      range = Math.min(MAX_RANGE, Math.ceil(range * 1.5));
    } catch (error) {
      const splits = error instanceof WattleError && !(error instanceof RpcUnreachableError);
      if (!splits || to === from) throw error;
      range = Math.max(1, Math.floor((to - from + 1) / 2));
    }
  }
}
