import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { drawChart } from "../chart.ts";
import { findingsOf, nameOfWeek } from "../findings.ts";
import { findTwins } from "../findTwins.ts";
import { decodeTwins, encodeTwins, type Twins } from "../twins.ts";
import type { Place } from "../weather.ts";
import { WeatherError } from "../weatherError.ts";
import { weeksOf } from "../weeks.ts";
import { demoPlaces, madeUpPlace, placeOf } from "./support/days.ts";

/** The definition, word by word: every week against every other. */
function compareAll(places: readonly Place[], length: number): Twins {
  const weeks = weeksOf(places, length);
  const days = places.flatMap((place) => place.days);
  const best = weeks.map((week) => {
    let twin = { index: -1, distance: Infinity };
    for (const [index, other] of weeks.entries()) {
      if (Math.abs(other.start - week.start) < length) continue;
      let distance = 0;
      for (let day = 0; day < length; day++) {
        const [mine, theirs] = [days[week.start + day], days[other.start + day]];
        assert.ok(mine && theirs);
        distance += (mine.high - theirs.high) ** 2 + (mine.low - theirs.low) ** 2;
      }
      if (distance < twin.distance) twin = { index, distance };
    }
    return twin;
  });
  return {
    indices: Uint32Array.from(best, ({ index }) => index),
    distances: Uint32Array.from(best, ({ distance }) => distance),
  };
}

describe("findTwins", () => {
  for (const length of [1, 2, 7, 32]) {
    it(`finds what comparing every pair of weeks of ${String(length)} days finds`, () => {
      // Few different temperatures make many ties, of which the first must win.
      for (const most of [2, 1000]) {
        const places = [madeUpPlace("A", 120, length, most), madeUpPlace("B", 99, 7 * length, most)];
        assert.deepEqual(
          findTwins(places, length),
          compareAll(places, length),
          `temperatures to ${String(most)}`,
        );
      }
    });
  }

  it("sees no week that reaches from one place into the next, and none that shares a day", () => {
    const places = [madeUpPlace("A", 30, 1, 50), madeUpPlace("B", 30, 2, 50)];
    const weeks = weeksOf(places, 7);
    assert.equal(weeks.length, 2 * 24);
    findTwins(places, 7).indices.forEach((twin, week) => {
      const [mine, theirs] = [weeks[week], weeks[twin]];
      assert.ok(mine && theirs);
      assert.ok(Math.abs(mine.start - theirs.start) >= 7, nameOfWeek(mine));
    });
    for (const { place, to } of weeks)
      assert.ok(places.some(({ name, days }) => name === place && days.some(({ date }) => date === to)));
  });

  it("refuses too few days: each week needs another beside it", () => {
    assert.throws(() => weeksOf([madeUpPlace("A", 19, 1, 50)], 7), WeatherError);
    assert.equal(weeksOf([madeUpPlace("A", 20, 1, 50)], 7).length, 14);
    assert.throws(() => weeksOf([madeUpPlace("A", 200, 1, 50)], 33), RangeError);
  });
});

describe("findingsOf", () => {
  it("finds the odd week and the two alike, in degrees", () => {
    const usual: [number, number][] = Array.from({ length: 40 }, (_, day) => [100 + 7 * day, 50 + 3 * day]);
    const odd = usual.map(([high, low], day): [number, number] => (day === 20 ? [900, 500] : [high, low]));
    const places = [placeOf("A", odd), placeOf("B", usual)];
    const weeks = weeksOf(places, 2);
    const { strangest, mostAlike } = findingsOf(weeks, findTwins(places, 2), 2);
    assert.equal(mostAlike.degrees, 0);
    assert.deepEqual([mostAlike.week.place, mostAlike.twin.place], ["A", "B"]);
    assert.ok([strangest.week.from, strangest.week.to].includes("2020-01-21"), nameOfWeek(strangest.week));
    assert.equal(strangest.week.place, "A");
    // One day of two, by 900 - 373 and 500 - 167 tenths from the same days of B and so on: never nothing.
    assert.ok(strangest.degrees > 20);
  });

  it("finds in the demo's data what the README tells", async () => {
    const { readFile } = await import("node:fs/promises");
    const readme = (await readFile(new URL("../README.md", import.meta.url), "utf8")).replace(/\s+/g, " ");
    const places = demoPlaces();
    const { strangest, mostAlike } = findingsOf(weeksOf(places, 7), findTwins(places, 7), 7);
    for (const { week, twin, degrees } of [strangest, mostAlike]) {
      for (const said of [nameOfWeek(week), nameOfWeek(twin), `${degrees.toFixed(2)} °C`])
        assert.ok(readme.includes(said), `README.md must tell of ${said}`);
    }
  });

  it("refuses twins of other weeks", () => {
    const places = [madeUpPlace("A", 40, 1, 50)];
    const twins = findTwins(places, 7);
    assert.throws(() => findingsOf(weeksOf(places, 6), twins, 7), RangeError);
    const outside = { ...twins, indices: twins.indices.map(() => 1_000) };
    assert.throws(() => findingsOf(weeksOf(places, 7), outside, 7), /does not exist/);
  });
});

describe("the output's bytes", () => {
  it("come back as they were", () => {
    const twins = findTwins([madeUpPlace("A", 60, 3, 1000)], 7);
    assert.deepEqual(decodeTwins(encodeTwins(twins)), twins);
    assert.throws(() => decodeTwins(encodeTwins(twins).subarray(1)), RangeError);
  });
});

describe("drawChart", () => {
  it("draws a line a place and marks the odd week, whatever the places are called", () => {
    const places = [madeUpPlace("A <&> B", 400, 3, 100), madeUpPlace("C", 400, 4, 100)];
    const findings = findingsOf(weeksOf(places, 7), findTwins(places, 7), 7);
    const chart = drawChart(findings);
    assert.equal(chart.match(/<polyline /g)?.length, 2);
    assert.equal(chart.match(/<circle /g)?.length, 1);
    assert.ok(!chart.includes("A <"), "names are escaped");
    assert.ok(!/NaN|Infinity|undefined/.test(chart));
  });
});
