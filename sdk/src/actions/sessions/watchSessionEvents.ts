import { type WatchOptions, watchRanges } from "../../chain/watchRanges.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { RpcErrorType } from "../../errors/rpcErrors.ts";
import type { SessionEventType } from "../../types/sessionEvent.ts";
import {
  getSessionEvents,
  type GetSessionEventsReturnType,
  type SessionEventFilter,
} from "./getSessionEvents.ts";

/** What {@link watchSessionEvents} takes. */
export interface WatchSessionEventsParameters<Type extends SessionEventType = SessionEventType>
  extends SessionEventFilter<Type>, WatchOptions {}

/** What {@link watchSessionEvents} yields. */
export interface SessionEventBatch<Type extends SessionEventType = SessionEventType> {
  readonly fromBlock: number;
  /** Last block, included: the next watch starts after it. */
  readonly toBlock: number;
  /** Oldest first; may be empty. */
  readonly events: GetSessionEventsReturnType<Type>;
}

/** What {@link watchSessionEvents} throws. */
export type WatchSessionEventsErrorType = RpcErrorType;

/**
 * Follows the market of sessions by asking again and again, from a checkpoint on. An endpoint that fails for a moment
 * does not end it; after any other failure, start again from the last batch's `toBlock + 1`.
 *
 * @throws Any {@link WatchSessionEventsErrorType}, or the signal's reason.
 *
 * @example
 * ```ts
 * import { watchSessionEvents } from "@wattle/sdk";
 *
 * for await (const { events, toBlock } of watchSessionEvents(client, { provider, fromBlock, signal })) {
 *   for (const event of events) console.log(event.type, event.sessionId);
 *   await saveCheckpoint(toBlock);
 * }
 * ```
 */
export async function* watchSessionEvents<Type extends SessionEventType = SessionEventType>(
  client: WattleClient,
  parameters: WatchSessionEventsParameters<Type>,
): AsyncGenerator<SessionEventBatch<Type>, never> {
  const ranges = watchRanges(client, parameters, (range) =>
    getSessionEvents(client, { ...parameters, ...range }),
  );
  for (;;) {
    const { fromBlock, toBlock, found } = (await ranges.next()).value;
    yield { fromBlock, toBlock, events: found };
  }
}
