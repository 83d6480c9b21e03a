/** What may go wrong with a request later, though it can be taken now. */
export type RequestWarningCode =
  /** Takes use the market's allowance up, and declines do not give it back. */
  | "finite-allowance"
  /** The court that it names cannot form a panel for its market now. */
  | "court-without-seats"
  /** The court that it names cannot form the panel of an appeal now. */
  | "court-without-appeal";

/** What a client should know about a request of its own. It forbids nothing. */
export interface RequestWarning {
  readonly code: RequestWarningCode;
  /** In words, with the values. */
  readonly message: string;
  /** What to do about it. */
  readonly action: string;
}
