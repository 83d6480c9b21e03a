/** Options of every action that sends a transaction. */
export interface WriteOptions {
  /** Blocks to wait for, the transaction's own included. Default: 1. */
  readonly confirmations?: number | undefined;
  /** Ends the wait; its reason is thrown. What was sent by then stays sent. */
  readonly signal?: AbortSignal | undefined;
  /** Told the transaction's hash as soon as it is sent. */
  readonly onHash?: ((hash: string) => void) | undefined;
}

/** What every action that sends a transaction returns. */
export interface WriteReceipt {
  readonly hash: string;
  readonly blockNumber: number;
  readonly gasUsed: bigint;
  /** What a unit of gas cost, in wei. */
  readonly gasPrice: bigint;
}
