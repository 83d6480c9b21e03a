/** A provider's promise of a machine by the second: any client may take it, up to `slots` times at once. */
export interface LeaseOffer {
  /** The provider's id. */
  readonly provider: string;
  /** The only client that may take it; the zero address for anyone. */
  readonly taker: string;
  /** The payment token. */
  readonly token: string;
  /** Base units of the payment token for each second that the provider is there. */
  readonly ratePerSecond: bigint;
  /** The fewest seconds that a client must pay into a lease when it opens it. */
  readonly minFundedSeconds: number;
  /** The longest lease. */
  readonly maxLeaseSeconds: number;
  /** How long a check-in counts, and how long an empty lease is held. */
  readonly graceSeconds: number;
  /** The most leases at once. */
  readonly slots: number;
  /** The most leases ever. */
  readonly maxFills: number;
  /** Unix time in seconds until which the offer can be taken. */
  readonly expiresAt: number;
  /** The provider's epoch in the registry; a raised one voids the offer. */
  readonly authEpoch: number;
  /** The machine, as the registry knows it; 32 zero bytes for none. */
  readonly machineId: string;
  /** Free for integrators; 32 zero bytes for none. */
  readonly tag: string;
  /** Tells otherwise equal offers apart. */
  readonly salt: bigint;
}

/** An offer of leases and what makes it valid. */
export interface SignedLeaseOffer {
  readonly offer: LeaseOffer;
  /** Of the provider's owner or an operator, 0x hex; `0x` for an offer that was published on chain. */
  readonly signature: string;
}
