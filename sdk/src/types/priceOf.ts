/**
 * What a job costs: the rate times the run limit, in base units of the payment token.
 *
 * @param terms The job's terms, or an offer's rate and a run limit.
 *
 * @example
 * ```ts
 * import { priceOf } from "@wattle/sdk";
 *
 * const price = priceOf({ ratePerSecond: offer.ratePerSecond, runLimitSeconds: 120 });
 * ```
 */
export function priceOf(terms: { readonly ratePerSecond: bigint; readonly runLimitSeconds: number }): bigint {
  return terms.ratePerSecond * BigInt(terms.runLimitSeconds);
}
