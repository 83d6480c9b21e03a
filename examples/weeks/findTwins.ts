import type { Twins } from "./twins.ts";
import type { Place } from "./weather.ts";
import { weeksOf } from "./weeks.ts";

/**
 * What the shader computes, in plain JavaScript and another way: not week by week, but along the pairs of days that
 * lie equally far apart, where the distance of one pair of weeks follows from that of the pair a day before. All
 * numbers are integers far below 2⁵³, so none is rounded.
 *
 * @param length Days of a week.
 * @throws {@link WeatherError} when there are too few days.
 *
 * @example
 * ```ts
 * import { readFile } from "node:fs/promises";
 * import { findTwins } from "./findTwins.ts";
 * import { parseWeather } from "./parseWeather.ts";
 *
 * const places = parseWeather(await readFile("examples/weeks/data/weather.csv", "utf8"));
 * const { indices, distances } = findTwins(places, 7);
 * ```
 */
export function findTwins(places: readonly Place[], length: number): Twins {
  const weeks = weeksOf(places, length);
  const days = places.flatMap((place) => place.days);
  const high = days.map((day) => day.high);
  const low = days.map((day) => day.low);
  // Which week starts on a day; the last days of a place start none.
  const weekAt = days.map(() => -1);
  weeks.forEach(({ start }, week) => {
    weekAt[start] = week;
  });

  const indices = new Uint32Array(weeks.length);
  const distances = new Uint32Array(weeks.length).fill(0xffff_ffff);
  const offer = (week: number, twin: number, distance: number): void => {
    const best = distances[week] ?? 0;
    if (distance > best || (distance === best && twin >= (indices[week] ?? 0))) return;
    indices[week] = twin;
    distances[week] = distance;
  };
  const dayDistance = (day: number, lag: number): number => {
    const warmer = (high[day] ?? 0) - (high[day + lag] ?? 0);
    const milder = (low[day] ?? 0) - (low[day + lag] ?? 0);
    return warmer * warmer + milder * milder;
  };
  // Weeks that share a day are no twins, so days closer than a week are no pair.
  for (let lag = length; lag < days.length; lag++) {
    let distance = 0;
    for (let day = 0; day + lag < days.length; day++) {
      distance += dayDistance(day, lag);
      if (day >= length) distance -= dayDistance(day - length, lag);
      const [first = -1, second = -1] = [weekAt[day - length + 1], weekAt[day - length + 1 + lag]];
      if (first < 0 || second < 0) continue;
      offer(first, second, distance);
      offer(second, first, distance);
    }
  }
  return { indices, distances };
}
