/**
 * What a session's calls cost, as its caller counts it. An answer that was lost leaves open whether its call was
 * charged, so there are two figures: the provider is believed between them, and never above. Base units.
 */
export class SessionAccount {
  /** What the calls cost at least. */
  low: bigint;
  /** What they cost at most. */
  high: bigint;

  /** @param signed What was signed before: all of it may have been consumed, or nothing. */
  constructor(signed: bigint) {
    this.low = 0n;
    this.high = signed;
  }

  /** A call was served. @param told What the provider says that all calls cost; null if it does not. */
  served(price: bigint, signed: bigint, told: bigint | null): void {
    this.#raise(price, signed);
    // A provider that has become cheaper leaves credit.
    this.low = told !== null && told < this.high ? told : this.high;
  }

  /** Nobody knows whether a call was served. */
  uncertain(price: bigint, signed: bigint): void {
    this.#raise(price, signed);
  }

  /** Believes the provider that all calls cost so much, if that can be. */
  believe(owed: bigint): boolean {
    if (owed <= this.low || owed > this.high) return false;
    this.low = owed;
    return true;
  }

  #raise(price: bigint, signed: bigint): void {
    const high = this.high + price;
    this.high = high < signed ? high : signed;
  }
}
