/** What the market remembers of an offer or a request. */
export interface OrderState {
  /** It was published, or its signature was checked at its first fill: takers need no signature. */
  readonly approved: boolean;
  /** It opens nothing any more. */
  readonly canceled: boolean;
  /** How many jobs or leases it opened, declined jobs included. */
  readonly filled: number;
  /** How many of them have not ended; of a request, one as soon as it opened a job that was not declined. */
  readonly active: number;
}
