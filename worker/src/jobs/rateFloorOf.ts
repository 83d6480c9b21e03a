import { sameAddress } from "../chain/sameAddress.ts";

/**
 * The least rate that the operator's configuration names for a token.
 *
 * @param rates Base units a second, by the token's address.
 * @returns Undefined where it does not name the token.
 */
export function rateFloorOf(rates: Readonly<Record<string, bigint>>, token: string): bigint | undefined {
  return Object.entries(rates).find(([named]) => sameAddress(named, token))?.[1];
}
