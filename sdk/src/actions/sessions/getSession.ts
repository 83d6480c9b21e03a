import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";
import { SessionHistoryUnavailableError, SessionNotFoundError } from "../../errors/sessionErrors.ts";
import type { Session } from "../../types/session.ts";
import { decodeSessionEvent } from "./decodeSessionEvent.ts";
import { sessionLogFilter } from "./getSessionEvents.ts";
import { getSessionSlot } from "./getSessionSlot.ts";

/** What {@link getSession} takes. */
export interface GetSessionParameters {
  readonly sessionId: string;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link getSession} returns. */
export type GetSessionReturnType = Session;

/** What {@link getSession} throws. */
export type GetSessionErrorType = ReadErrorType | SessionNotFoundError | SessionHistoryUnavailableError;

/**
 * Reads a session from its id alone: the stored slot names the block of its opening, whose event has the terms. Two
 * requests.
 *
 * @throws {@link SessionNotFoundError} when there is no such session.
 * @throws {@link SessionHistoryUnavailableError} when the endpoint does not have the opening's log.
 * @throws Any other {@link GetSessionErrorType}.
 *
 * @example
 * ```ts
 * import { getSession } from "@wattle/sdk";
 *
 * const { terms, deposited, redeemed } = await getSession(client, { sessionId });
 * ```
 */
export async function getSession(
  client: WattleClient,
  parameters: GetSessionParameters,
): Promise<GetSessionReturnType> {
  const { sessionId, signal } = parameters;
  const slot = await getSessionSlot(client, parameters);
  if (slot.state === "none") throw new SessionNotFoundError(sessionId);
  const { openedBlock } = slot;
  const filter = sessionLogFilter(client, { types: ["session-opened"], sessionId });
  const [log] = await reading(
    client.provider.getLogs({ ...filter, fromBlock: openedBlock, toBlock: openedBlock }),
    signal,
  );
  const opened = log === undefined ? null : decodeSessionEvent(client, log);
  if (opened?.type !== "session-opened") throw new SessionHistoryUnavailableError(sessionId, openedBlock);
  const { terms } = opened;
  return {
    ...slot,
    sessionId,
    terms,
    graceUntil: slot.graceUntil ?? terms.expiresAt + terms.graceSeconds,
  };
}
