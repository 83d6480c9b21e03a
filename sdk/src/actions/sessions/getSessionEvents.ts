import { zeroPadValue } from "ethers";
import { naming } from "../../chain/naming.ts";
import { type EventRange, readEvents } from "../../chain/readEvents.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { RpcErrorType } from "../../errors/rpcErrors.ts";
import type { SessionEvent, SessionEventType } from "../../types/sessionEvent.ts";
import { decodeSessionEvent } from "./decodeSessionEvent.ts";

/** The event in the ABI that each kind is. */
const ABI_NAMES = {
  "session-opened": "SessionOpened",
  "session-topped-up": "SessionToppedUp",
  "receipt-redeemed": "ReceiptRedeemed",
  "session-closing": "SessionClosing",
  "session-closed": "SessionClosed",
} as const satisfies Record<SessionEventType, string>;

/** Which events are wanted. */
export interface SessionEventFilter<Type extends SessionEventType = SessionEventType> {
  /** Default: all kinds. */
  readonly types?: readonly Type[];
  /** A provider's id. */
  readonly provider?: string;
  /** A session's id. */
  readonly sessionId?: string;
}

/** What {@link getSessionEvents} takes. */
export interface GetSessionEventsParameters<Type extends SessionEventType = SessionEventType>
  extends SessionEventFilter<Type>, EventRange {}

/** What {@link getSessionEvents} returns, oldest first. */
export type GetSessionEventsReturnType<Type extends SessionEventType = SessionEventType> = Extract<
  SessionEvent,
  { readonly type: Type }
>[];

/** What {@link getSessionEvents} throws. */
export type GetSessionEventsErrorType = RpcErrorType;

/**
 * Reads what the market of sessions told in a range of blocks of any length, with as many requests as the endpoint
 * makes necessary.
 *
 * @throws Any {@link GetSessionEventsErrorType}.
 *
 * @example
 * ```ts
 * import { getSessionEvents } from "@wattle/sdk";
 *
 * const closing = await getSessionEvents(client, { types: ["session-closing"], provider, fromBlock });
 * ```
 */
export async function getSessionEvents<Type extends SessionEventType = SessionEventType>(
  client: WattleClient,
  parameters: GetSessionEventsParameters<Type>,
): Promise<GetSessionEventsReturnType<Type>> {
  const filter = sessionLogFilter(client, parameters);
  const events = await readEvents(client, filter, (log) => decodeSessionEvent(client, log), parameters);
  // The endpoint was asked for these types only.
  return events as GetSessionEventsReturnType<Type>;
}

/** The filter that makes an endpoint return the wanted events only. */
export function sessionLogFilter(client: WattleClient, filter: SessionEventFilter) {
  const { types = Object.keys(ABI_NAMES) as SessionEventType[], provider, sessionId } = filter;
  const { interface: sessions } = client.contracts.sessions;
  return {
    address: client.deployment.contracts.sessionEscrow,
    topics: [
      types.map((type) => sessions.getEvent(ABI_NAMES[type]).topicHash),
      sessionId ?? null,
      provider === undefined ? null : naming(() => zeroPadValue(provider, 32)),
    ],
  };
}
