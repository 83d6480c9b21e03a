import type { EventPosition } from "./escrowEvent.ts";
import type { LeaseOffer } from "./leaseOffer.ts";
import type { LeaseTerms } from "./leaseTerms.ts";

interface LeaseStepBase extends EventPosition {
  readonly leaseId: string;
}

/** A lease was opened: its first seconds are in escrow. */
export interface LeaseOpenedEvent extends LeaseStepBase {
  readonly type: "lease-opened";
  /** The provider's id. */
  readonly provider: string;
  readonly client: string;
  readonly terms: LeaseTerms;
  /** What the client paid in. */
  readonly fundedSeconds: number;
  /** The machine, as the offer names it; 32 zero bytes for none. */
  readonly machineId: string;
}

/** The provider showed that it is there. */
export interface LeaseCheckedInEvent extends LeaseStepBase {
  readonly type: "lease-checked-in";
  /** The provider's id. */
  readonly provider: string;
  /** How long it was there so far. */
  readonly servedSeconds: number;
}

/** The client paid more seconds in. */
export interface LeaseToppedUpEvent extends LeaseStepBase {
  readonly type: "lease-topped-up";
  /** The provider's id. */
  readonly provider: string;
  readonly client: string;
  readonly extraSeconds: number;
  /** What was paid in so far, with them. */
  readonly fundedSeconds: number;
}

/** Earnings left the escrow before the end. */
export interface LeaseWithdrawnEvent extends LeaseStepBase {
  readonly type: "lease-withdrawn";
  /** The provider's id. */
  readonly provider: string;
  /** Base units of the payment token that the payout address got. */
  readonly amount: bigint;
  /** What was paid so far, with it. */
  readonly paidSeconds: number;
}

/** A lease ended. */
export interface LeaseClosedEvent extends LeaseStepBase {
  readonly type: "lease-closed";
  /** The provider's id. */
  readonly provider: string;
  readonly client: string;
  /** Who ended it. */
  readonly caller: string;
  /** Base units of the payment token that the payout address got. */
  readonly amount: bigint;
  /** Base units of the payment token that the client got back. */
  readonly rest: bigint;
  /** How long the provider was there, in all. */
  readonly servedSeconds: number;
}

/** An offer of leases was published on chain. */
export interface LeaseOfferPublishedEvent extends EventPosition {
  readonly type: "lease-offer-published";
  readonly orderHash: string;
  /** The provider's id. */
  readonly provider: string;
  readonly tag: string;
  readonly offer: LeaseOffer;
}

/** An offer of leases was withdrawn for good. */
export interface LeaseOfferCanceledEvent extends EventPosition {
  readonly type: "lease-offer-canceled";
  readonly orderHash: string;
  /** The provider's id. */
  readonly provider: string;
}

/** Anything that the market of leases tells. */
export type LeaseEvent =
  | LeaseOpenedEvent
  | LeaseCheckedInEvent
  | LeaseToppedUpEvent
  | LeaseWithdrawnEvent
  | LeaseClosedEvent
  | LeaseOfferPublishedEvent
  | LeaseOfferCanceledEvent;

/** What kind of event. */
export type LeaseEventType = LeaseEvent["type"];
