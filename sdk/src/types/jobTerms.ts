/** All that was agreed about a job; the hash of its ABI encoding is the job's id. */
export interface JobTerms {
  /** The EIP-712 digest of the order, which names chain and market. */
  readonly orderHash: string;
  /** The number of this job among those of its order, from 1. */
  readonly fill: number;
  /** Who pays. */
  readonly client: string;
  /** Who computes: a provider's id. */
  readonly provider: string;
  /** Whose vault claim the price goes to: the provider's payout address when the job was opened. */
  readonly payout: string;
  /** The payment token. */
  readonly token: string;
  /** Who answers a dispute; the zero address for nobody. */
  readonly adjudicator: string;
  /** Base units of the payment token for each second of the run limit. */
  readonly ratePerSecond: bigint;
  /** Base units of the stake token that are locked. */
  readonly collateral: bigint;
  /** Base units of the payment token that a dispute costs. */
  readonly disputeFee: bigint;
  /** How long the job may run. */
  readonly runLimitSeconds: number;
  /** How long the provider may decline. */
  readonly declineSeconds: number;
  /** Time to deliver, beyond decline window and run limit. */
  readonly slackSeconds: number;
  /** How long the client may dispute a result. */
  readonly reviewSeconds: number;
  /** How long a dispute waits for its ruling. */
  readonly rulingSeconds: number;
  /** The provider's part of the price when no ruling came, in ten-thousandths. */
  readonly noRulingBps: number;
  /** The sha2-256 of the job's canonical manifest. */
  readonly specDigest: string;
}
