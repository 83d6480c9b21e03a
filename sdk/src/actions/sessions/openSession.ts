import { hexlify, randomBytes } from "ethers";
import { encodeCall } from "../../chain/encodeCall.ts";
import { findEvent } from "../../chain/findEvent.ts";
import { reading } from "../../chain/reading.ts";
import { requireSigner, sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { InsufficientClaimError, MarketNotApprovedError } from "../../errors/offerErrors.ts";
import { ProviderNotFoundError } from "../../errors/providerErrors.ts";
import type { SessionTerms } from "../../types/session.ts";
import { readFunds, requireFunds } from "../payments/requireFunds.ts";

/** What {@link encodeOpenSession} takes. */
export interface EncodeOpenSessionParameters {
  readonly terms: SessionTerms;
  /** Base units of the payment token to pay in. */
  readonly amount: bigint;
}

/** What {@link openSession} takes. */
export interface OpenSessionParameters extends WriteOptions {
  /** Who is to serve: a provider's id. */
  readonly provider: string;
  /** The payment token. */
  readonly token: string;
  /** Base units of the token to pay in. */
  readonly amount: bigint;
  /** Whose signature a receipt needs. Default: the signer's address. */
  readonly payerKey?: string | undefined;
  /** Unix time in seconds of the chain until which the session lasts; at most 366 days from now. */
  readonly expiresAt: number;
  /** How long the provider may redeem its last receipt once the session is to end; an hour to 30 days. */
  readonly graceSeconds: number;
  /** Tells otherwise equal sessions apart. Default: random. */
  readonly salt?: bigint | undefined;
}

/** What {@link openSession} returns: keep the terms, or read them again with `getSession`. */
export interface OpenSessionReturnType extends WriteReceipt {
  readonly sessionId: string;
  readonly terms: SessionTerms;
}

/** What {@link openSession} throws. */
export type OpenSessionErrorType =
  WriteErrorType | ProviderNotFoundError | InsufficientClaimError | MarketNotApprovedError;

/** Encodes {@link openSession}. */
export function encodeOpenSession(
  client: WattleClient,
  { terms, amount }: EncodeOpenSessionParameters,
): TransactionCall {
  return encodeCall(client, "sessions", "open", [terms, amount]);
}

/**
 * Opens a session with the signer as its payer: the deposit goes from its claim into escrow. Whether it would succeed
 * is asked first.
 *
 * @throws {@link ProviderNotFoundError} when there is no such provider.
 * @throws {@link InsufficientClaimError} when the signer's claim in the vault is too small.
 * @throws {@link MarketNotApprovedError} when the market of sessions may not move it.
 * @throws {@link OrderOutOfBoundsError} when expiry or grace are.
 * @throws Any other {@link OpenSessionErrorType}.
 *
 * @example
 * ```ts
 * import { depositPayment, openSession } from "@wattle/sdk";
 *
 * const market = client.deployment.contracts.sessionEscrow;
 * const amount = 10n ** 18n;
 * await depositPayment(client, { token, amount, market, marketAllowance: amount });
 * const expiresAt = Math.floor(Date.now() / 1000) + 24 * 3600;
 * const { sessionId } = await openSession(client, {
 *   provider,
 *   token,
 *   amount,
 *   expiresAt,
 *   graceSeconds: 3600,
 * });
 * ```
 */
export async function openSession(
  client: WattleClient,
  parameters: OpenSessionParameters,
): Promise<OpenSessionReturnType> {
  const { provider, token, amount, expiresAt, graceSeconds, signal } = parameters;
  const account = await reading(requireSigner(client).getAddress(), signal);
  const market = client.deployment.contracts.sessionEscrow;
  const [{ authEpoch, payout }, funds] = await Promise.all([
    reading(client.contracts.registry.standingOf(provider), signal),
    readFunds(client, { token, account, market, signal }),
  ]);
  if (authEpoch === 0n) throw new ProviderNotFoundError(provider);
  requireFunds(funds, amount);
  const salt = parameters.salt ?? BigInt(hexlify(randomBytes(32)));
  const payerKey = parameters.payerKey ?? account;
  const terms = { payer: account, payerKey, provider, payout, token, expiresAt, graceSeconds, salt };
  const call = encodeOpenSession(client, { terms, amount });
  const { receipt, logs } = await sendCall(client, call, parameters);
  const opened = findEvent(client, "sessions", logs, "SessionOpened");
  return { ...receipt, sessionId: opened.sessionId, terms: opened.terms };
}
