/** A provider's promise: any client may take it, up to `slots` times at once and `maxFills` times ever. */
export interface Offer {
  /** The provider's id. */
  readonly provider: string;
  /** The only client that may take it; the zero address for anyone. */
  readonly taker: string;
  /** The payment token. */
  readonly token: string;
  /** Who answers a dispute; the zero address for nobody, so that every dispute ends in a split. */
  readonly adjudicator: string;
  /** Base units of the payment token for each second of the run limit. */
  readonly ratePerSecond: bigint;
  /** Base units of the stake token that each job locks. */
  readonly collateral: bigint;
  /** Base units of the payment token that a dispute costs. */
  readonly disputeFee: bigint;
  /** The shortest run limit that a client may choose. */
  readonly minRunSeconds: number;
  /** The longest run limit that a client may choose. */
  readonly maxRunSeconds: number;
  /** How long the provider may decline after a take. */
  readonly declineSeconds: number;
  /** Time to deliver, beyond decline window and run limit. */
  readonly slackSeconds: number;
  /** How long the client may dispute a result. */
  readonly reviewSeconds: number;
  /** How long a dispute waits for its ruling. */
  readonly rulingSeconds: number;
  /** The provider's part of the price when no ruling came, in ten-thousandths. */
  readonly noRulingBps: number;
  /** The most jobs at once. */
  readonly slots: number;
  /** The most jobs ever. */
  readonly maxFills: number;
  /** Unix time in seconds until which the offer can be taken. */
  readonly expiresAt: number;
  /** The provider's epoch in the registry; a raised one voids the offer. */
  readonly authEpoch: number;
  /** The machine that would run it, as the registry knows it; 32 zero bytes for none. */
  readonly machineId: string;
  /** Free for integrators; 32 zero bytes for none. */
  readonly tag: string;
  /** Tells otherwise equal offers apart. */
  readonly salt: bigint;
}

/** An offer and what makes it valid. */
export interface SignedOffer {
  readonly offer: Offer;
  /** Of the provider's owner or an operator, 0x hex; `0x` for an offer that was published on chain. */
  readonly signature: string;
}
