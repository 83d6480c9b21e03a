import { encodeCall } from "../../chain/encodeCall.ts";
import { findEvent } from "../../chain/findEvent.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { SessionTerms } from "../../types/session.ts";

/** What {@link startCloseSession} takes. */
export interface StartCloseSessionParameters extends WriteOptions {
  /** The session's terms: `getSession` has them. */
  readonly terms: SessionTerms;
}

/** What {@link startCloseSession} returns. */
export interface StartCloseSessionReturnType extends WriteReceipt {
  /** Unix time in seconds of the chain, the last in which only the provider's owner may close the session. */
  readonly graceUntil: number;
}

/** What {@link startCloseSession} throws. */
export type StartCloseSessionErrorType = WriteErrorType;

/** Encodes {@link startCloseSession}. */
export function encodeStartCloseSession(
  client: WattleClient,
  { terms }: StartCloseSessionParameters,
): TransactionCall {
  return encodeCall(client, "sessions", "startClose", [terms]);
}

/**
 * Asks for the end of a session, as its payer: the provider has its grace to redeem the last receipt, then
 * `closeSession` returns the rest. After the expiry there is no need to ask.
 *
 * @throws {@link SessionEscrowNotPayerError} when the signer is not the payer.
 * @throws {@link SessionEscrowUnexpectedStateError} when the session is not open.
 * @throws {@link SessionEscrowExpiredError} after the expiry.
 * @throws Any other {@link StartCloseSessionErrorType}.
 *
 * @example
 * ```ts
 * import { startCloseSession } from "@wattle/sdk";
 *
 * const { graceUntil } = await startCloseSession(client, { terms });
 * ```
 */
export async function startCloseSession(
  client: WattleClient,
  parameters: StartCloseSessionParameters,
): Promise<StartCloseSessionReturnType> {
  const { receipt, logs } = await sendCall(client, encodeStartCloseSession(client, parameters), parameters);
  return { ...receipt, graceUntil: findEvent(client, "sessions", logs, "SessionClosing").graceUntil };
}
