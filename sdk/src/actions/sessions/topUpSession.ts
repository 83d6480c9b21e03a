import { encodeCall } from "../../chain/encodeCall.ts";
import { findEvent } from "../../chain/findEvent.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { InsufficientClaimError, MarketNotApprovedError } from "../../errors/offerErrors.ts";
import type { SessionTerms } from "../../types/session.ts";
import { readFunds, requireFunds } from "../payments/requireFunds.ts";

/** What {@link topUpSession} takes. */
export interface TopUpSessionParameters extends WriteOptions {
  /** The session's terms: `getSession` has them. */
  readonly terms: SessionTerms;
  /** Base units of the payment token. */
  readonly amount: bigint;
}

/** What {@link topUpSession} returns. */
export interface TopUpSessionReturnType extends WriteReceipt {
  /** Base units of the payment token that were paid in so far, with these. */
  readonly deposited: bigint;
}

/** What {@link topUpSession} throws. */
export type TopUpSessionErrorType = WriteErrorType | InsufficientClaimError | MarketNotApprovedError;

/** Encodes {@link topUpSession}. */
export function encodeTopUpSession(
  client: WattleClient,
  { terms, amount }: TopUpSessionParameters,
): TransactionCall {
  return encodeCall(client, "sessions", "topUp", [terms, amount]);
}

/**
 * Raises a session's deposit, as its payer, up to its expiry. Receipts beyond the old deposit are covered then, those
 * redeemed before included.
 *
 * @throws {@link SessionEscrowNotPayerError} when the signer is not the payer.
 * @throws {@link SessionEscrowUnexpectedStateError} when the session is not open.
 * @throws {@link SessionEscrowExpiredError} after the expiry.
 * @throws {@link InsufficientClaimError} when the payer's claim in the vault is too small.
 * @throws {@link MarketNotApprovedError} when the market of sessions may not move it.
 * @throws Any other {@link TopUpSessionErrorType}.
 *
 * @example
 * ```ts
 * import { topUpSession } from "@wattle/sdk";
 *
 * const { deposited } = await topUpSession(client, { terms, amount: 10n ** 18n });
 * ```
 */
export async function topUpSession(
  client: WattleClient,
  parameters: TopUpSessionParameters,
): Promise<TopUpSessionReturnType> {
  const { terms, amount, signal } = parameters;
  const { token, payer: account } = terms;
  const market = client.deployment.contracts.sessionEscrow;
  requireFunds(await readFunds(client, { token, account, market, signal }), amount);
  const { receipt, logs } = await sendCall(client, encodeTopUpSession(client, parameters), parameters);
  const { deposited } = findEvent(client, "sessions", logs, "SessionToppedUp");
  return { ...receipt, deposited };
}
