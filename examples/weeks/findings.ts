import type { Twins } from "./twins.ts";
import type { Week } from "./weeks.ts";

/** A week, its twin, and how far they are apart. */
export interface Pair {
  readonly week: Week;
  readonly twin: Week;
  /** Root mean square difference of the days' highs and lows, in degrees Celsius. */
  readonly degrees: number;
}

/** What the twins tell. */
export interface Findings {
  /** The two weeks that resemble each other most. */
  readonly mostAlike: Pair;
  /** The week whose twin is the farthest: none was like it. */
  readonly strangest: Pair;
  /** Every week with its twin, in their order. */
  readonly pairs: readonly Pair[];
}

/**
 * Finds the two weeks most alike, and the week unlike all others; the first of several that are equal.
 *
 * @param length Days of a week.
 * @throws RangeError when the twins are not those of these weeks.
 */
export function findingsOf(weeks: readonly Week[], { indices, distances }: Twins, length: number): Findings {
  if (indices.length !== weeks.length)
    throw new RangeError(`${String(weeks.length)} weeks cannot have ${String(indices.length)} twins`);
  const pairs = weeks.map((week, index) => {
    const twin = weeks[indices[index] ?? -1];
    if (twin === undefined) throw new RangeError(`week ${String(index)} has a twin that does not exist`);
    // Two temperatures a day, in tenths of a degree.
    return { week, twin, degrees: Math.sqrt((distances[index] ?? 0) / (2 * length)) / 10 };
  });
  const pick = (better: (pair: Pair, best: Pair) => boolean): Pair =>
    pairs.reduce((best, pair) => (better(pair, best) ? pair : best));
  return {
    mostAlike: pick((pair, best) => pair.degrees < best.degrees),
    strangest: pick((pair, best) => pair.degrees > best.degrees),
    pairs,
  };
}

/** A week as people say it, such as `New York, 2014-01-02 to 2014-01-08`. */
export const nameOfWeek = ({ place, from, to }: Week): string => `${place}, ${from} to ${to}`;
