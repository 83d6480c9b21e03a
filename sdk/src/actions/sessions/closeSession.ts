import { encodeCall } from "../../chain/encodeCall.ts";
import { findEvent } from "../../chain/findEvent.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { SessionTerms } from "../../types/session.ts";

/** What {@link closeSession} takes. */
export interface CloseSessionParameters extends WriteOptions {
  /** The session's terms: `getSession` has them. */
  readonly terms: SessionTerms;
}

/** What {@link closeSession} returns. */
export interface CloseSessionReturnType extends WriteReceipt {
  /** Base units of the payment token that went back to the payer's claim. */
  readonly rest: bigint;
}

/** What {@link closeSession} throws. */
export type CloseSessionErrorType = WriteErrorType;

/** Encodes {@link closeSession}. */
export function encodeCloseSession(client: WattleClient, { terms }: CloseSessionParameters): TransactionCall {
  return encodeCall(client, "sessions", "close", [terms]);
}

/**
 * Ends a session: what was not redeemed is the payer's again, and receipts are worth nothing any more. For the
 * provider's owner at any time; for anyone once the grace is over.
 *
 * @throws {@link SessionEscrowTooEarlyError} while the provider has its grace.
 * @throws {@link SessionEscrowUnexpectedStateError} when the session is closed.
 * @throws Any other {@link CloseSessionErrorType}.
 *
 * @example
 * ```ts
 * import { closeSession } from "@wattle/sdk";
 *
 * const { rest } = await closeSession(client, { terms });
 * ```
 */
export async function closeSession(
  client: WattleClient,
  parameters: CloseSessionParameters,
): Promise<CloseSessionReturnType> {
  const { receipt, logs } = await sendCall(client, encodeCloseSession(client, parameters), parameters);
  return { ...receipt, rest: findEvent(client, "sessions", logs, "SessionClosed").rest };
}
