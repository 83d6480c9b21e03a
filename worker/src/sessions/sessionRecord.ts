import type { SessionSlot, SessionTerms } from "@wattle/sdk";

/** The payer key's word on what all calls so far cost, as the worker keeps it. */
export interface KeptReceipt {
  /** Base units of the session's token. */
  readonly amount: bigint;
  /** 0x hex; null for the amount of zero, which nobody signs. Never to be shown or logged. */
  readonly signature: string | null;
}

/** A session as the worker remembers it across restarts. Amounts are base units of its token. */
export interface SessionRecord {
  readonly sessionId: string;
  readonly terms: SessionTerms;
  /** What the chain said last. */
  readonly slot: SessionSlot;
  /** The highest receipt: what the payer has promised. */
  readonly received: KeptReceipt;
  /**
   * The receipt that is redeemed: the lowest known one that covers what was consumed, so that a payer does not pay for a
   * call that failed.
   */
  readonly earned: KeptReceipt;
  /** What the calls that succeeded cost. */
  readonly consumed: bigint;
  /** How many calls succeeded. */
  readonly calls: number;
}

/** What of a session is worth redeeming, in base units of its token. */
export function redeemableOf({ slot, earned }: SessionRecord): bigint {
  const covered = earned.amount < slot.deposited ? earned.amount : slot.deposited;
  return covered > slot.redeemed ? covered - slot.redeemed : 0n;
}

/** Unix seconds, the last in which only the provider's owner may close the session. */
export function graceUntilOf({ terms, slot }: Pick<SessionRecord, "terms" | "slot">): number {
  return slot.graceUntil ?? terms.expiresAt + terms.graceSeconds;
}
