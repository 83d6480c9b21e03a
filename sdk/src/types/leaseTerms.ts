/** All that was agreed about a lease; the hash of its ABI encoding is the lease's id. */
export interface LeaseTerms {
  /** The EIP-712 digest of the offer, which names chain and market. */
  readonly orderHash: string;
  /** The number of this lease among those of its offer, from 1. */
  readonly fill: number;
  /** Who pays. */
  readonly client: string;
  /** Whose machine it is: a provider's id. */
  readonly provider: string;
  /** Whose vault claim the earnings go to: the provider's payout address when the lease was opened. */
  readonly payout: string;
  /** The payment token. */
  readonly token: string;
  /** Base units of the payment token for each second that the provider is there. */
  readonly ratePerSecond: bigint;
  /** When the lease was opened, Unix time in seconds. */
  readonly openedAt: number;
  /** How long the lease lasts from then on, at most. */
  readonly leaseSeconds: number;
  /** How long a check-in counts, and how long an empty lease is held. */
  readonly graceSeconds: number;
}
