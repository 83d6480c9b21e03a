/** What a provider wants of a request. */
export interface RequestRequirements {
  /** The payment token. */
  readonly token: string;
  /** Base units of the token for each second, at the time of the search. */
  readonly minRatePerSecond?: bigint | undefined;
  /** The longest run limit. */
  readonly maxRunSeconds?: number | undefined;
  /** Default: nobody, the zero address. */
  readonly adjudicators?: readonly string[] | undefined;
  /** The most stake that the job may lock, in base units of the stake token. */
  readonly maxCollateral?: bigint | undefined;
}
