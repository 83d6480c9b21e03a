import type { EventPosition } from "./escrowEvent.ts";
import type { SessionTerms } from "./session.ts";

interface SessionEventBase extends EventPosition {
  readonly sessionId: string;
}

/** A session was opened: its deposit is in escrow. */
export interface SessionOpenedEvent extends SessionEventBase {
  readonly type: "session-opened";
  /** The provider's id. */
  readonly provider: string;
  readonly payer: string;
  readonly terms: SessionTerms;
  /** Base units of the payment token. */
  readonly amount: bigint;
}

/** The payer raised a session's deposit. */
export interface SessionToppedUpEvent extends SessionEventBase {
  readonly type: "session-topped-up";
  /** The provider's id. */
  readonly provider: string;
  readonly payer: string;
  /** Base units of the payment token. */
  readonly amount: bigint;
  /** What was paid in so far, with them. */
  readonly deposited: bigint;
}

/** A receipt was redeemed. */
export interface ReceiptRedeemedEvent extends SessionEventBase {
  readonly type: "receipt-redeemed";
  /** The provider's id. */
  readonly provider: string;
  /** Base units of the payment token that the provider got with it. */
  readonly amount: bigint;
  /** What the receipt said: more than what was redeemed where the deposit did not cover it. */
  readonly cumulativeAmount: bigint;
  /** What the provider was paid so far, with this. */
  readonly redeemed: bigint;
}

/** The payer asked for the end. */
export interface SessionClosingEvent extends SessionEventBase {
  readonly type: "session-closing";
  /** The provider's id: it should redeem its last receipt. */
  readonly provider: string;
  readonly payer: string;
  /** Unix time in seconds, the last in which only the provider's owner may close the session. */
  readonly graceUntil: number;
}

/** A session ended. */
export interface SessionClosedEvent extends SessionEventBase {
  readonly type: "session-closed";
  /** The provider's id. */
  readonly provider: string;
  readonly payer: string;
  /** Who ended it. */
  readonly caller: string;
  /** Base units of the payment token that went back to the payer. */
  readonly rest: bigint;
}

/** Anything that the market of sessions tells. */
export type SessionEvent =
  SessionOpenedEvent | SessionToppedUpEvent | ReceiptRedeemedEvent | SessionClosingEvent | SessionClosedEvent;

/** What kind of event. */
export type SessionEventType = SessionEvent["type"];
