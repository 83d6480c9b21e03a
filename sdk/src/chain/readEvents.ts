import type { Filter, Log } from "ethers";
import type { WattleClient } from "../client/wattleClient.ts";
import type { EventPosition } from "../types/escrowEvent.ts";
import { getLogsInRanges } from "./getLogsInRanges.ts";
import { reading } from "./reading.ts";

/** Which blocks {@link readEvents} reads. */
export interface EventRange {
  /** First block. Default: the deployment's first. */
  readonly fromBlock?: number;
  /** Last block, included. Default: the latest. */
  readonly toBlock?: number;
  readonly signal?: AbortSignal | undefined;
}

/** The events of a range of blocks of any length, oldest first. */
export async function readEvents<Event>(
  client: WattleClient,
  filter: Pick<Filter, "address" | "topics">,
  decode: (log: Log) => Event | null,
  { fromBlock = client.deployment.startBlock, toBlock, signal }: EventRange,
): Promise<Event[]> {
  const last = toBlock ?? (await reading(client.provider.getBlockNumber(), signal));
  const events: Event[] = [];
  for await (const { logs } of getLogsInRanges(client.provider, filter, {
    fromBlock,
    toBlock: last,
    signal,
  })) {
    for (const log of logs) {
      const event = decode(log);
      if (event !== null) events.push(event);
    }
  }
  return events;
}

/** Where a log stands in the chain. */
export function positionOf(log: Log): EventPosition {
  return {
    blockNumber: log.blockNumber,
    blockHash: log.blockHash,
    transactionHash: log.transactionHash,
    logIndex: log.index,
  };
}
