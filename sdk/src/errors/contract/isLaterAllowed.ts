/**
 * Whether a call is allowed in a state that comes after the current one.
 *
 * @param current The state's value on chain.
 * @param allowed A bitmap: bit n stands for the state of value n.
 */
export function isLaterAllowed(current: number, allowed: bigint): boolean {
  return allowed >> BigInt(current) > 1n;
}
