/** A client's promise: one provider may take it, and only a decline opens it again. */
export interface Request {
  /** Who pays. */
  readonly client: string;
  /** The only provider that may take it; the zero address for anyone. */
  readonly taker: string;
  /** The payment token. */
  readonly token: string;
  /** Who answers a dispute; the zero address for nobody, so that every dispute ends in a split. */
  readonly adjudicator: string;
  /** What the client pays at first: base units of the payment token for each second of the run limit. */
  readonly startRatePerSecond: bigint;
  /** What it pays in the end. */
  readonly maxRatePerSecond: bigint;
  /** Unix time in seconds from which the rate rises, in a straight line. */
  readonly startsAt: number;
  /** How long it rises; zero for a rate that is the highest from then on. */
  readonly riseSeconds: number;
  /** Base units of the stake token that the job locks. */
  readonly collateral: bigint;
  /** Base units of the payment token that a dispute costs. */
  readonly disputeFee: bigint;
  /** How long the job may run. */
  readonly runLimitSeconds: number;
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
  /** The fewest cards of the machine. */
  readonly minGpuCount: number;
  /** The least memory of each card in MiB. */
  readonly minVramMib: number;
  /** The card's model as 32 bytes (0x hex); zero bytes for any. */
  readonly gpuModel: string;
  /** Where the machine stands as 8 bytes (0x hex): a country covers its subdivisions, zero bytes are anywhere. */
  readonly region: string;
  /** The least committed stake of the provider in base units: free and locked, never thawing. */
  readonly minStake: bigint;
  /** Unix time in seconds until which the request can be taken. */
  readonly expiresAt: number;
  /** The client's epoch in the market; a raised one voids the request. */
  readonly epoch: number;
  /** The sha2-256 of the job's canonical manifest. */
  readonly specDigest: string;
  /** The UnixFS root of the manifest's envelope. */
  readonly specRoot: string;
  /** Free for integrators; 32 zero bytes for none. */
  readonly tag: string;
  /** Tells otherwise equal requests apart. */
  readonly salt: bigint;
}

/** A request, what makes it valid, and where its manifest lies. */
export interface SignedRequest {
  readonly request: Request;
  /** Of the client, 0x hex; `0x` for a request that was published on chain. */
  readonly signature: string;
  /** Base address of a store that has the manifest; a hint, since its root says what it must be. */
  readonly store: string;
}
