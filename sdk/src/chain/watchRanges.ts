import type { WattleClient } from "../client/wattleClient.ts";
import type { LogRange } from "./getLogsInRanges.ts";
import { patiently } from "./patiently.ts";
import { reading } from "./reading.ts";
import { sleep } from "./sleep.ts";

/** How a watch goes about it. */
export interface WatchOptions {
  /** First block. Default: the one after the latest. */
  readonly fromBlock?: number;
  /** Blocks that must stand on top of an event's own before it is told. Default: 0. */
  readonly depth?: number;
  /** Pause between two looks, in milliseconds. Default: the client's. */
  readonly pollingIntervalMs?: number;
  /** How long the endpoint may fail before the watch ends, in milliseconds. Default: a minute. */
  readonly patienceMs?: number;
  /** Ends the watch; its reason is thrown. */
  readonly signal?: AbortSignal | undefined;
}

/** Some blocks that have been read, and what was found in them. */
export interface WatchedRange<T> {
  readonly fromBlock: number;
  /** Last block, included: the next watch starts after it. */
  readonly toBlock: number;
  readonly found: T;
}

/** Reads each range of new blocks once, in order. An endpoint that fails for a moment does not end it. */
export async function* watchRanges<T>(
  client: WattleClient,
  options: WatchOptions,
  read: (range: LogRange) => Promise<T>,
): AsyncGenerator<WatchedRange<T>, never> {
  const { depth = 0, pollingIntervalMs = client.pollingIntervalMs, patienceMs, signal } = options;
  const patience = { pauseMs: pollingIntervalMs, patienceMs, signal };
  const readHead = (): Promise<number> =>
    patiently(() => reading(client.provider.getBlockNumber(), signal), patience);
  let next = options.fromBlock ?? (await readHead()) + 1;
  for (;;) {
    const fromBlock = next;
    const toBlock = (await readHead()) - depth;
    if (toBlock >= fromBlock) {
      const found = await patiently(() => read({ fromBlock, toBlock, signal }), patience);
      yield { fromBlock, toBlock, found };
      next = toBlock + 1;
    }
    await sleep(pollingIntervalMs, signal);
  }
}
