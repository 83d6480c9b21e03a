/** What a transaction of the worker is for. */
export type IntentKind =
  | "decline"
  | "submit"
  | "forfeit"
  | "settle"
  | "payout"
  | "take"
  | "redeem"
  | "check-in"
  | "withdraw"
  | "close-lease"
  | "draw"
  | "commit"
  | "reveal"
  | "finish-case"
  | "open-case"
  | "appeal"
  | "apply-ruling"
  | "split";

/**
 * Something that the worker wants to have happened on chain, once. It outlives the process, and the transactions that
 * try to bring it about.
 */
export interface Intent {
  /** What makes it the same intent when it is asked for again, as in `submit:0x…`. */
  readonly key: string;
  readonly kind: IntentKind;
  /** The job that it is about; null for a take, which opens it, and for what is about no job. */
  readonly jobId: string | null;
  readonly to: string;
  /** 0x hex. */
  readonly data: string;
}

/**
 * - `open`: to be brought about.
 * - `mined`: a transaction for it is in a block, and succeeded.
 * - `failed`: the chain refuses it; asking again opens it again.
 */
export type IntentStatus = "open" | "mined" | "failed";

/** A signed transaction for an intent. It is written down before any node hears of it. */
export interface Attempt {
  readonly hash: string;
  readonly nonce: number;
  /** The signed transaction (0x hex). */
  readonly raw: string;
  /** Wei. */
  readonly maxFeePerGas: bigint;
  /** Wei. */
  readonly maxPriorityFeePerGas: bigint;
  readonly gasLimit: bigint;
  /** Unix time of this machine in milliseconds. */
  readonly signedAtMs: number;
}
