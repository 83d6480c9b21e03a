/** What may keep a request from being taken later, though it can be now. */
export type RequestWarningCode =
  /** Takes use the market's allowance up, and declines do not give it back. */
  "finite-allowance";

/** What a client should know about a request of its own. It forbids nothing. */
export interface RequestWarning {
  readonly code: RequestWarningCode;
  /** In words, with the values. */
  readonly message: string;
  /** What to do about it. */
  readonly action: string;
}
