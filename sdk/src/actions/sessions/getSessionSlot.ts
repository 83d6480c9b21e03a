import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";
import type { SessionSlot } from "../../types/session.ts";
import { sessionStateOf } from "../../types/sessionState.ts";

/** What {@link getSessionSlot} takes. */
export interface GetSessionSlotParameters {
  readonly sessionId: string;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link getSessionSlot} returns. */
export type GetSessionSlotReturnType = SessionSlot;

/** What {@link getSessionSlot} throws. */
export type GetSessionSlotErrorType = ReadErrorType;

/**
 * Reads the one slot that the chain stores of a session: the cheapest look at its state and its money.
 *
 * @throws Any {@link GetSessionSlotErrorType}.
 *
 * @example
 * ```ts
 * import { getSessionSlot } from "@wattle/sdk";
 *
 * const { deposited, redeemed } = await getSessionSlot(client, { sessionId });
 * ```
 */
export async function getSessionSlot(
  client: WattleClient,
  { sessionId, signal }: GetSessionSlotParameters,
): Promise<GetSessionSlotReturnType> {
  const slot = await reading(client.contracts.sessions.sessionOf(sessionId), signal);
  return {
    state: sessionStateOf(slot.state),
    deposited: slot.deposited,
    redeemed: slot.redeemed,
    openedBlock: Number(slot.openedBlock),
    graceUntil: slot.graceUntil === 0n ? null : Number(slot.graceUntil),
  };
}
