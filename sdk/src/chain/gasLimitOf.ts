/** What two balances cost more that were emptied meanwhile: 20,000 gas for a slot that was zero, 2,900 for one that was not. */
const EMPTIED_SLOTS_GAS = 2n * 17_100n;

/**
 * The gas to give a call that was estimated at so much. What it needs may grow before its block: a claim that it raises
 * is withdrawn, the market's last other job ends. What is left over is not paid.
 *
 * @param estimate As the endpoint gives it.
 *
 * @example
 * ```ts
 * import { gasLimitOf } from "@wattle/sdk";
 *
 * const gasLimit = gasLimitOf(await provider.estimateGas(call));
 * ```
 */
export function gasLimitOf(estimate: bigint): bigint {
  return estimate + estimate / 5n + EMPTIED_SLOTS_GAS;
}
