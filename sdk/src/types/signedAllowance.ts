/** An allowance in the vault that its owner signed, for anybody to set. */
export interface SignedAllowance {
  /** Whose claim. */
  readonly owner: string;
  /** The market that may move it. */
  readonly market: string;
  /** The payment token. */
  readonly token: string;
  /** Base units of the token, in place of the allowance so far. */
  readonly amount: bigint;
  /** Unix time in seconds until which it can be set. */
  readonly deadlineAt: number;
  /** Of the owner, 0x hex. */
  readonly signature: string;
}
