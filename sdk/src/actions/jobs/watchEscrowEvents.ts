import { type WatchOptions, watchRanges } from "../../chain/watchRanges.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { RpcErrorType } from "../../errors/rpcErrors.ts";
import type { EscrowEventType } from "../../types/escrowEvent.ts";
import {
  type EscrowEventFilter,
  getEscrowEvents,
  type GetEscrowEventsReturnType,
} from "./getEscrowEvents.ts";

/** What {@link watchEscrowEvents} takes. */
export interface WatchEscrowEventsParameters<Type extends EscrowEventType = EscrowEventType>
  extends EscrowEventFilter<Type>, WatchOptions {}

/** What {@link watchEscrowEvents} yields. */
export interface EscrowEventBatch<Type extends EscrowEventType = EscrowEventType> {
  readonly fromBlock: number;
  /** Last block, included: the next watch starts after it. */
  readonly toBlock: number;
  /** Oldest first; may be empty. */
  readonly events: GetEscrowEventsReturnType<Type>;
}

/** What {@link watchEscrowEvents} throws. */
export type WatchEscrowEventsErrorType = RpcErrorType;

/**
 * Follows the market of batch jobs by asking again and again, from a checkpoint on. An endpoint that fails for a moment
 * does not end it; after any other failure, start again from the last batch's `toBlock + 1`.
 *
 * @throws Any {@link WatchEscrowEventsErrorType}, or the signal's reason.
 *
 * @example
 * ```ts
 * import { watchEscrowEvents } from "@wattle/sdk";
 *
 * for await (const { events, toBlock } of watchEscrowEvents(client, { provider, fromBlock, signal })) {
 *   for (const event of events) console.log(event.type, event.blockNumber);
 *   await saveCheckpoint(toBlock);
 * }
 * ```
 */
export async function* watchEscrowEvents<Type extends EscrowEventType = EscrowEventType>(
  client: WattleClient,
  parameters: WatchEscrowEventsParameters<Type>,
): AsyncGenerator<EscrowEventBatch<Type>, never> {
  const ranges = watchRanges(client, parameters, (range) =>
    getEscrowEvents(client, { ...parameters, ...range }),
  );
  for (;;) {
    const { fromBlock, toBlock, found } = (await ranges.next()).value;
    yield { fromBlock, toBlock, events: found };
  }
}
