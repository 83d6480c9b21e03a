import type { JobTerms } from "./jobTerms.ts";
import type { Offer } from "./offer.ts";

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

/** A step in the life of a job. */
export type JobEvent =
  JobOpenedEvent | JobDeclinedEvent | JobSubmittedEvent | JobCompletedEvent | JobExpiredEvent;

/** Anything that the market of batch jobs tells. */
export type EscrowEvent = JobEvent | OfferPublishedEvent | OfferCanceledEvent;

/** What kind of event. */
export type EscrowEventType = EscrowEvent["type"];
