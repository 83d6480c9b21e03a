import type { JobTerms } from "./jobTerms.ts";
import type { Offer } from "./offer.ts";
import type { Request } from "./request.ts";

/** Where an event stands in the chain. */
export interface EventPosition {
  readonly blockNumber: number;
  readonly blockHash: string;
  readonly transactionHash: string;
  /** The event's number in its block. */
  readonly logIndex: number;
}

interface JobEventBase extends EventPosition {
  readonly jobId: string;
  /** The provider's id. */
  readonly provider: string;
}

interface JobStepBase extends JobEventBase {
  /** The block of the job's event before this one. */
  readonly previousBlock: number;
}

/** A job was opened: the price is in escrow, the collateral locked. */
export interface JobOpenedEvent extends JobEventBase {
  readonly type: "job-opened";
  readonly client: string;
  readonly terms: JobTerms;
  /** The UnixFS root of the encrypted manifest. */
  readonly specRoot: string;
}

/** The provider refused a job in time. */
export interface JobDeclinedEvent extends JobStepBase {
  readonly type: "job-declined";
  /** Why, in the provider's words. Untrusted text. */
  readonly reason: string;
}

/** A result was submitted. */
export interface JobSubmittedEvent extends JobStepBase {
  readonly type: "job-submitted";
  /** The sha2-256 of the canonical result. */
  readonly resultDigest: string;
  /** The UnixFS root of the encrypted result. */
  readonly resultRoot: string;
}

/** The provider was paid. */
export interface JobCompletedEvent extends JobStepBase {
  readonly type: "job-completed";
  /** Base units of the payment token. */
  readonly price: bigint;
  /** True if the client said so, false if the review period ran out. */
  readonly accepted: boolean;
}

/** The provider did not deliver, or gave up. */
export interface JobExpiredEvent extends JobStepBase {
  readonly type: "job-expired";
  readonly client: string;
  /** Base units of the payment token that went back to the client. */
  readonly price: bigint;
  /** Base units of the stake token that the provider lost; half of it, rounded down, is the client's. */
  readonly slashed: bigint;
  /** True if the provider gave up, false if the deadline passed. */
  readonly forfeited: boolean;
}

/** Both sides agreed to end it. */
export interface JobCanceledEvent extends JobStepBase {
  readonly type: "job-canceled";
  readonly client: string;
  /** Base units of the payment token that went back to the client. */
  readonly price: bigint;
}

/** The client disputes the result. */
export interface JobDisputedEvent extends JobStepBase {
  readonly type: "job-disputed";
  readonly client: string;
  /** Who is to answer; the zero address for nobody. */
  readonly adjudicator: string;
  /** Base units of the payment token that the client paid into the market. */
  readonly fee: bigint;
  /** The last second in which a ruling is taken. */
  readonly rulingUntil: number;
}

/** The adjudicator took the case and the fee. */
export interface JobCaseOpenedEvent extends Omit<JobStepBase, "provider"> {
  readonly type: "job-case-opened";
  readonly adjudicator: string;
  /** Base units of the payment token. */
  readonly fee: bigint;
}

/** The client withdrew its dispute; the provider was paid. */
export interface JobConcededEvent extends JobStepBase {
  readonly type: "job-conceded";
  /** Base units of the payment token. */
  readonly price: bigint;
  /** Base units of the dispute fee that the client got back from the market. */
  readonly feeReturned: bigint;
}

/** A ruling was applied. */
export interface JobRuledEvent extends JobStepBase {
  readonly type: "job-ruled";
  readonly client: string;
  /** True if the provider was paid, false if the client was refunded. */
  readonly providerRight: boolean;
  /** Base units of the payment token that one of them got. */
  readonly price: bigint;
  /** Base units of the stake token that the provider lost; half of it, rounded down, is the client's. */
  readonly slashed: bigint;
  /** Base units of the dispute fee that the client got back from the market. */
  readonly feeReturned: bigint;
}

/** No ruling came in time; the price was split. */
export interface JobSplitEvent extends JobStepBase {
  readonly type: "job-split";
  readonly client: string;
  /** Base units of the payment token that the provider got. */
  readonly providerPart: bigint;
  /** Base units of the payment token that the client got. */
  readonly clientPart: bigint;
  /** Base units of the dispute fee that the client got back from the market. */
  readonly feeReturned: bigint;
}

/** An offer was published on chain. */
export interface OfferPublishedEvent extends EventPosition {
  readonly type: "offer-published";
  readonly orderHash: string;
  /** The provider's id. */
  readonly provider: string;
  readonly tag: string;
  readonly offer: Offer;
}

/** An offer was withdrawn for good. */
export interface OfferCanceledEvent extends EventPosition {
  readonly type: "offer-canceled";
  readonly orderHash: string;
  /** The provider's id. */
  readonly provider: string;
}

/** A request was published on chain. */
export interface RequestPublishedEvent extends EventPosition {
  readonly type: "request-published";
  readonly orderHash: string;
  readonly client: string;
  readonly tag: string;
  readonly request: Request;
  /** Base address of a store that has the manifest; a hint, and untrusted text. */
  readonly store: string;
}

/** A request was withdrawn for good. */
export interface RequestCanceledEvent extends EventPosition {
  readonly type: "request-canceled";
  readonly orderHash: string;
  readonly client: string;
}

/** A provider took a request; the job's opening follows in the same transaction. */
export interface RequestTakenEvent extends EventPosition {
  readonly type: "request-taken";
  readonly orderHash: string;
  /** The provider's id. */
  readonly provider: string;
  /** The machine that met the request's requirements. */
  readonly machineId: string;
}

/** A client voided all its requests so far. */
export interface RequestEpochRaisedEvent extends EventPosition {
  readonly type: "request-epoch-raised";
  readonly client: string;
  /** The epoch that its requests must carry from now on. */
  readonly epoch: number;
}

/** A step in the life of a job. */
export type JobEvent =
  | JobOpenedEvent
  | JobDeclinedEvent
  | JobCanceledEvent
  | JobSubmittedEvent
  | JobCompletedEvent
  | JobExpiredEvent
  | JobDisputedEvent
  | JobCaseOpenedEvent
  | JobConcededEvent
  | JobRuledEvent
  | JobSplitEvent;

/** What became of an order. */
export type OrderEvent =
  | OfferPublishedEvent
  | OfferCanceledEvent
  | RequestPublishedEvent
  | RequestCanceledEvent
  | RequestTakenEvent
  | RequestEpochRaisedEvent;

/** Anything that the market of batch jobs tells. */
export type EscrowEvent = JobEvent | OrderEvent;

/** What kind of event. */
export type EscrowEventType = EscrowEvent["type"];
