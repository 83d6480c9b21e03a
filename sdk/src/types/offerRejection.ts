/** Why an offer, of jobs or of leases, does not match a search, or cannot be taken. */
export type OfferRejectionCode =
  /** It asks for another payment token. */
  | "token"
  /** It costs more a second. */
  | "rate"
  /** The run limit lies outside of its bounds. */
  | "run-limit"
  /** The lease would be longer or shorter than it allows. */
  | "lease-length"
  /** More or fewer seconds would be paid into the lease than it takes. */
  | "funding"
  /** A check-in counts for longer than the client wants. */
  | "grace"
  /** Its adjudicator is not one of those that the client accepts. */
  | "adjudicator"
  /** It is for another client. */
  | "taker"
  /** Its market would refuse it in any case. */
  | "malformed"
  /** It can no longer be taken. */
  | "expired"
  /** The provider voided what it signed then. */
  | "epoch"
  /** The provider withdrew it. */
  | "canceled"
  /** It opened as many jobs or leases as it may. */
  | "fully-taken"
  /** As many jobs or leases as it allows at once have not ended. */
  | "no-free-slot"
  /** Its signature is of no key that may promise this. */
  | "signature"
  /** The stake that the provider authorized for the market does not cover the collateral. */
  | "authorization"
  /** The provider has less stake than the client wants to see. */
  | "stake"
  /** It locks less collateral than the client wants to see. */
  | "collateral"
  /** Its machine does not meet the requirements, or is none that the registry knows. */
  | "machine";

/** Why an offer does not match. */
export interface OfferRejection {
  readonly code: OfferRejectionCode;
  /** In words, with the values. */
  readonly message: string;
}
