import { TEMPERATURE_MAX_TENTHS, type Day, type Place } from "./weather.ts";
import { WeatherError } from "./weatherError.ts";

const COLUMNS = ["location", "date", "temp_max", "temp_min"] as const;
const DEGREES = /^(-?)(\d{1,3})(?:\.(\d))?$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 24 * 60 * 60 * 1000;
/** A file of another kind would give a problem a line. */
const MOST_PROBLEMS = 10;

/**
 * Reads a table of daily weather: CSV with the columns `location`, `date`, `temp_max` and `temp_min`, and any others.
 * The days of a location stand together, in order, without a gap.
 *
 * @throws {@link WeatherError} that names the first ten wrong lines and what each must be.
 *
 * @example
 * ```ts
 * import { readFile } from "node:fs/promises";
 * import { parseWeather } from "./parseWeather.ts";
 *
 * const places = parseWeather(await readFile("examples/weeks/data/weather.csv", "utf8"));
 * ```
 */
export function parseWeather(text: string): readonly Place[] {
  const [header = "", ...lines] = text.trimEnd().split(/\r?\n/);
  const names = header.split(",");
  const missing = COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0) throw new WeatherError([`line 1: the column ${missing.join(", ")} must be there`]);
  if (lines.length === 0) throw new WeatherError(["line 2: at least one day must be there"]);

  const problems: string[] = [];
  const places: { name: string; days: Day[] }[] = [];
  for (const [index, line] of lines.entries()) {
    if (problems.length >= MOST_PROBLEMS) break;
    const complain = (problem: string): void => void problems.push(`line ${String(index + 2)}: ${problem}`);
    const fields = line.split(",");
    if (fields.length !== names.length) {
      complain(`must have ${String(names.length)} fields, but has ${String(fields.length)}`);
      continue;
    }
    const field = (column: (typeof COLUMNS)[number]): string => fields[names.indexOf(column)] ?? "";
    const day = readDay(field, complain);
    if (day === undefined) continue;
    const name = field("location");
    const place = places.at(-1);
    const previous = place?.days.at(-1);
    if (place?.name !== name) {
      if (places.some((other) => other.name === name))
        complain(`the days of ${name} must stand together, but resume here`);
      places.push({ name, days: [day] });
    } else if (previous !== undefined && Date.parse(day.date) !== Date.parse(previous.date) + DAY_MS) {
      complain(`date must be the day after ${previous.date}, but is ${day.date}`);
    } else {
      place.days.push(day);
    }
  }
  if (problems.length > 0) throw new WeatherError(problems);
  return places;
}

function readDay(
  field: (column: (typeof COLUMNS)[number]) => string,
  complain: (problem: string) => void,
): Day | undefined {
  const date = field("date");
  // A date that does not exist, such as 30 February, comes back as another one.
  const exists = DATE.test(date) && new Date(`${date}T00:00:00Z`).toJSON()?.slice(0, 10) === date;
  if (!exists) complain(`date must be a day as YYYY-MM-DD, but is ${JSON.stringify(date)}`);
  const high = readTenths("temp_max", field("temp_max"), complain);
  const low = readTenths("temp_min", field("temp_min"), complain);
  if (!exists || high === undefined || low === undefined) return undefined;
  if (low > high) {
    complain(`temp_min must be at most temp_max, but is ${field("temp_min")} > ${field("temp_max")}`);
    return undefined;
  }
  return { date, high, low };
}

/** Reads degrees digit by digit: "0.7" as a float times ten is not 7. */
function readTenths(column: string, text: string, complain: (problem: string) => void): number | undefined {
  const [, sign, whole, tenth = "0"] = DEGREES.exec(text) ?? [];
  if (whole === undefined) {
    complain(`${column} must be degrees with at most one decimal, but is ${JSON.stringify(text)}`);
    return undefined;
  }
  const tenths = 10 * Number(whole) + Number(tenth);
  if (tenths > TEMPERATURE_MAX_TENTHS) {
    complain(`${column} must be from -100 to 100, but is ${text}`);
    return undefined;
  }
  // Subtracted, not negated: there is no zero below zero.
  return sign === "-" ? 0 - tenths : tenths;
}
