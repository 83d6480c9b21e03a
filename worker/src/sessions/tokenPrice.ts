/** What a base unit of a token is worth in wei, as a fraction. */
export interface TokenPrice {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** What amounts of tokens are worth, by the operator's word. */
export type TokenPrices = Readonly<Record<string, TokenPrice>>;

/** What an amount is worth in wei, rounded down; null where nobody said. */
export function weiOf(prices: TokenPrices, token: string, amount: bigint): bigint | null {
  const price = Object.entries(prices).find(([named]) => named.toLowerCase() === token.toLowerCase())?.[1];
  return price === undefined ? null : (amount * price.numerator) / price.denominator;
}
