import type { Place } from "./weather.ts";
import { WeatherError } from "./weatherError.ts";

/** Some days in a row at one place. */
export interface Week {
  readonly place: string;
  /** Its first day, ISO 8601. */
  readonly from: string;
  /** Its last day, ISO 8601. */
  readonly to: string;
  /** Index of its first day among all days of all places. */
  readonly start: number;
}

/** Longest week in days: the shader keeps one in registers. */
export const WEEK_MAX_DAYS = 32;

/**
 * Every week that the places have, one a starting day, in their order.
 *
 * @param length Days of a week, 1 to 32.
 * @throws {@link WeatherError} when no place has that many days, or there are not two weeks that do not overlap.
 */
export function weeksOf(places: readonly Place[], length: number): readonly Week[] {
  if (!Number.isInteger(length) || length < 1 || length > WEEK_MAX_DAYS) {
    throw new RangeError(`a week must have 1 to ${String(WEEK_MAX_DAYS)} days, not ${String(length)}`);
  }
  const weeks: Week[] = [];
  let before = 0;
  for (const { name, days } of places) {
    days.slice(0, Math.max(0, days.length - length + 1)).forEach(({ date }, index) => {
      weeks.push({
        place: name,
        from: date,
        to: days[index + length - 1]?.date ?? date,
        start: before + index,
      });
    });
    before += days.length;
  }
  const [first, last] = [weeks.at(0), weeks.at(-1)];
  if (first === undefined || last === undefined || last.start - first.start < 2 * length - 1) {
    throw new WeatherError([
      `there must be enough days that each week of ${String(length)} days has another to be compared with`,
    ]);
  }
  return weeks;
}
