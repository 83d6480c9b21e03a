import { readFileSync } from "node:fs";
import { parseWeather } from "../../parseWeather.ts";
import type { Day, Place } from "../../weather.ts";

/** The file that the demo uses, as it lies in the repository. */
export const weatherFile: Uint8Array = readFileSync(new URL("../../data/weather.csv", import.meta.url));

/** The places of that file. */
export const demoPlaces = (): readonly Place[] => parseWeather(new TextDecoder().decode(weatherFile));

/** A place whose days have these highs and lows, in tenths of a degree. */
export function placeOf(
  name: string,
  temperatures: readonly (readonly [high: number, low: number])[],
): Place {
  const days = temperatures.map(([high, low], index): Day => {
    const date = new Date(Date.UTC(2020, 0, 1 + index)).toJSON().slice(0, 10);
    return { date, high, low };
  });
  return { name, days };
}

/** A place with made-up weather: the same for the same seed. */
export function madeUpPlace(name: string, count: number, seed: number, most: number): Place {
  let state = seed;
  const next = (): number => {
    // A linear congruential generator; its high bits are good enough to choose temperatures.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * (2 * most + 1)) - most;
  };
  const temperatures = Array.from({ length: count }, (): [number, number] => {
    const [one, other] = [next(), next()];
    return [Math.max(one, other), Math.min(one, other)];
  });
  return placeOf(name, temperatures);
}
