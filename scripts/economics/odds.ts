/** How many ways there are to choose k of n. Exact, so that large lists do not round. */
const choose = (n: number, k: number): bigint => {
  if (k < 0 || k > n) return 0n;
  let ways = 1n;
  for (let i = 0; i < k; i += 1) ways = (ways * BigInt(n - i)) / BigInt(i + 1);
  return ways;
};

const SCALE = 10n ** 18n;
const ratio = (part: bigint, whole: bigint): number => Number((part * SCALE) / whole) / Number(SCALE);

/**
 * The chance that exactly `hits` of `draws` seats are one's own.
 * @param own Seats that are one's own.
 * @param total Seats on the list; with Infinity, `own` is their share, and each seat is drawn alone.
 */
export const chanceOf = (hits: number, draws: number, own: number, total: number): number =>
  total === Infinity
    ? Number(choose(draws, hits)) * own ** hits * (1 - own) ** (draws - hits)
    : ratio(choose(own, hits) * choose(total - own, draws - hits), choose(total, draws));

/** The chance that at least `hits` of `draws` seats are one's own. */
export const chanceOfAtLeast = (hits: number, draws: number, own: number, total: number): number => {
  let sum = 0;
  for (let i = hits; i <= draws; i += 1) sum += chanceOf(i, draws, own, total);
  return sum;
};

/** The chance of more than half of a panel. */
export const chanceOfMajority = (seats: number, own: number, total: number): number =>
  chanceOfAtLeast((seats + 1) / 2, seats, own, total);

/** The chance of more than half of a first panel and then of the appeal's, which draws none of the first's seats. */
export const chanceOfBoth = (first: number, appeal: number, own: number, total: number): number => {
  let sum = 0;
  for (let hits = (first + 1) / 2; hits <= first; hits += 1) {
    const left = total === Infinity ? own : own - hits;
    sum += chanceOf(hits, first, own, total) * chanceOfMajority(appeal, left, total - first);
  }
  return sum;
};
