import type { SessionState } from "./sessionState.ts";

/** All that was agreed about a session; the hash of its ABI encoding is the session's id. */
export interface SessionTerms {
  /** Who pays, and gets the rest back. */
  readonly payer: string;
  /** Whose signature a receipt needs; may be the payer's own address. */
  readonly payerKey: string;
  /** Who serves: a provider's id. */
  readonly provider: string;
  /** Whose vault claim the earnings go to: the provider's payout address when the session was opened. */
  readonly payout: string;
  /** The payment token. */
  readonly token: string;
  /** Unix time in seconds until which the session lasts, if nobody ends it before. */
  readonly expiresAt: number;
  /** How long the provider may redeem its last receipt once the session is to end. */
  readonly graceSeconds: number;
  /** Tells otherwise equal sessions apart. */
  readonly salt: bigint;
}

/** What the chain stores of a session: one slot. */
export interface SessionSlot {
  readonly state: SessionState;
  /** Base units of the payment token that the payer paid in. */
  readonly deposited: bigint;
  /** Base units of it that the provider was paid. */
  readonly redeemed: bigint;
  /** The block of the opening, whose event has the terms. */
  readonly openedBlock: number;
  /**
   * Unix time in seconds, the last in which only the provider's owner may close it; null unless the payer asked for the
   * end.
   */
  readonly graceUntil: number | null;
}

/** A session, as the chain tells it. */
export interface Session extends Omit<SessionSlot, "graceUntil"> {
  readonly sessionId: string;
  readonly terms: SessionTerms;
  /**
   * Unix time in seconds, the last in which only the provider's owner may close it: the grace runs from the payer's
   * request to close, or else from the expiry. After it anyone may, and receipts that were not redeemed by then are
   * worth nothing.
   */
  readonly graceUntil: number;
}

/** The payer's word on what all calls of a session so far cost; good until the session is closed. */
export interface Receipt {
  readonly sessionId: string;
  /** Base units of the payment token, for all that was consumed since the opening. */
  readonly cumulativeAmount: bigint;
  /** Of the payer key, 0x hex. */
  readonly signature: string;
}
