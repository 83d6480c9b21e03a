import { reading } from "../../chain/reading.ts";
import { patiently } from "../../chain/patiently.ts";
import { sleep } from "../../chain/sleep.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { RpcErrorType } from "../../errors/rpcErrors.ts";
import type { EscrowEventType } from "../../types/escrowEvent.ts";
import {
  type EscrowEventFilter,
  getEscrowEvents,
  type GetEscrowEventsReturnType,
} from "./getEscrowEvents.ts";

/** What {@link watchEscrowEvents} takes. */
export interface WatchEscrowEventsParameters<
  Type extends EscrowEventType = EscrowEventType,
> extends EscrowEventFilter<Type> {
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
  const { depth = 0, pollingIntervalMs = client.pollingIntervalMs, patienceMs, signal } = parameters;
  const patience = { pauseMs: pollingIntervalMs, patienceMs, signal };
  const readHead = (): Promise<number> =>
    patiently(() => reading(client.provider.getBlockNumber(), signal), patience);
  let next = parameters.fromBlock ?? (await readHead()) + 1;
  for (;;) {
    const fromBlock = next;
    const toBlock = (await readHead()) - depth;
    if (toBlock >= fromBlock) {
      const range = { ...parameters, fromBlock, toBlock };
      const events = await patiently(() => getEscrowEvents(client, range), patience);
      yield { fromBlock, toBlock, events };
      next = toBlock + 1;
    }
    await sleep(pollingIntervalMs, signal);
  }
}
