import { type WatchOptions, watchRanges } from "../../chain/watchRanges.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { RpcErrorType } from "../../errors/rpcErrors.ts";
import type { LeaseEventType } from "../../types/leaseEvent.ts";
import { getLeaseEvents, type GetLeaseEventsReturnType, type LeaseEventFilter } from "./getLeaseEvents.ts";

/** What {@link watchLeaseEvents} takes. */
export interface WatchLeaseEventsParameters<Type extends LeaseEventType = LeaseEventType>
  extends LeaseEventFilter<Type>, WatchOptions {}

/** What {@link watchLeaseEvents} yields. */
export interface LeaseEventBatch<Type extends LeaseEventType = LeaseEventType> {
  readonly fromBlock: number;
  /** Last block, included: the next watch starts after it. */
  readonly toBlock: number;
  /** Oldest first; may be empty. */
  readonly events: GetLeaseEventsReturnType<Type>;
}

/** What {@link watchLeaseEvents} throws. */
export type WatchLeaseEventsErrorType = RpcErrorType;

/**
 * Follows the market of leases by asking again and again, from a checkpoint on. An endpoint that fails for a moment does
 * not end it; after any other failure, start again from the last batch's `toBlock + 1`.
 *
 * @throws Any {@link WatchLeaseEventsErrorType}, or the signal's reason.
 *
 * @example
 * ```ts
 * import { watchLeaseEvents } from "@wattle/sdk";
 *
 * for await (const { events, toBlock } of watchLeaseEvents(client, { provider, fromBlock, signal })) {
 *   for (const event of events) console.log(event.type, event.blockNumber);
 *   await saveCheckpoint(toBlock);
 * }
 * ```
 */
export async function* watchLeaseEvents<Type extends LeaseEventType = LeaseEventType>(
  client: WattleClient,
  parameters: WatchLeaseEventsParameters<Type>,
): AsyncGenerator<LeaseEventBatch<Type>, never> {
  const ranges = watchRanges(client, parameters, (range) =>
    getLeaseEvents(client, { ...parameters, ...range }),
  );
  for (;;) {
    const { fromBlock, toBlock, found } = (await ranges.next()).value;
    yield { fromBlock, toBlock, events: found };
  }
}
