import { type WatchOptions, watchRanges } from "../../chain/watchRanges.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { CourtEventType } from "../../types/courtEvent.ts";
import {
  type CourtEventFilter,
  getCourtEvents,
  type GetCourtEventsErrorType,
  type GetCourtEventsReturnType,
} from "./getCourtEvents.ts";

/** What {@link watchCourtEvents} takes. */
export interface WatchCourtEventsParameters<Type extends CourtEventType = CourtEventType>
  extends CourtEventFilter<Type>, WatchOptions {}

/** What {@link watchCourtEvents} yields. */
export interface CourtEventBatch<Type extends CourtEventType = CourtEventType> {
  readonly fromBlock: number;
  /** Last block, included: the next watch starts after it. */
  readonly toBlock: number;
  /** Oldest first; may be empty. */
  readonly events: GetCourtEventsReturnType<Type>;
}

/** What {@link watchCourtEvents} throws. */
export type WatchCourtEventsErrorType = GetCourtEventsErrorType;

/**
 * Follows a slashing court by asking again and again, from a checkpoint on. An endpoint that fails for a moment does not
 * end it; after any other failure, start again from the last batch's `toBlock + 1`.
 *
 * @throws Any {@link WatchCourtEventsErrorType}, or the signal's reason.
 *
 * @example
 * ```ts
 * import { watchCourtEvents } from "@wattle/sdk";
 *
 * const wanted = { court, types: ["case-opened", "seat-drawn"], fromBlock, signal } as const;
 * for await (const { events, toBlock } of watchCourtEvents(client, wanted)) {
 *   for (const event of events) console.log(event.type, event.caseId);
 *   await saveCheckpoint(toBlock);
 * }
 * ```
 */
export async function* watchCourtEvents<Type extends CourtEventType = CourtEventType>(
  client: WattleClient,
  parameters: WatchCourtEventsParameters<Type>,
): AsyncGenerator<CourtEventBatch<Type>, never> {
  const ranges = watchRanges(client, parameters, (range) =>
    getCourtEvents(client, { ...parameters, ...range }),
  );
  for (;;) {
    const { fromBlock, toBlock, found } = (await ranges.next()).value;
    yield { fromBlock, toBlock, events: found };
  }
}
