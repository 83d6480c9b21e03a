import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import { parseWeather } from "../parseWeather.ts";
import { WeatherError } from "../weatherError.ts";
import { weatherFile } from "./support/days.ts";

const HEADER = "location,date,precipitation,temp_max,temp_min";

const read = (...lines: string[]): ReturnType<typeof parseWeather> =>
  parseWeather([HEADER, ...lines].join("\n"));

function problemsOf(...lines: string[]): readonly string[] {
  try {
    read(...lines);
  } catch (error) {
    assert.ok(error instanceof WeatherError);
    assert.match(error.message, /examples\/weeks\/README\.md/);
    return error.problems;
  }
  return assert.fail("it was accepted");
}

describe("parseWeather", () => {
  it("reads temperatures as whole tenths of a degree", () => {
    assert.deepEqual(
      read("Oslo,2024-02-28,0.0,0.7,-0.7", "Oslo,2024-02-29,1.5,3,-12.3", "Rome,2020-01-01,,20.0,0.0"),
      [
        {
          name: "Oslo",
          days: [
            { date: "2024-02-28", high: 7, low: -7 },
            { date: "2024-02-29", high: 30, low: -123 },
          ],
        },
        { name: "Rome", days: [{ date: "2020-01-01", high: 200, low: 0 }] },
      ],
    );
  });

  it("reads the file that the demo uses, which is the one that its README names", async () => {
    const places = parseWeather(new TextDecoder().decode(weatherFile));
    assert.deepEqual(
      places.map(({ name, days }) => [name, days.at(0)?.date, days.at(-1)?.date]),
      [
        ["Seattle", "2012-01-01", "2015-12-31"],
        ["New York", "2012-01-01", "2015-12-31"],
      ],
    );
    const { readFile } = await import("node:fs/promises");
    const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
    const digest = createHash("sha256").update(weatherFile).digest("hex");
    assert.ok(readme.includes(digest), `README.md must name the file's sha256, ${digest}`);
  });

  const good = "Oslo,2024-02-28,0.0,5.0,1.0";
  const cases: [name: string, lines: string[], problem: string][] = [
    ["a missing field", ["Oslo,2024-02-28,0.0,5.0"], "line 2: must have 5 fields, but has 4"],
    [
      "a temperature in words",
      ["Oslo,2024-02-28,0.0,warm,1.0"],
      'line 2: temp_max must be degrees with at most one decimal, but is "warm"',
    ],
    [
      "two decimals",
      ["Oslo,2024-02-28,0.0,5.0,1.05"],
      'line 2: temp_min must be degrees with at most one decimal, but is "1.05"',
    ],
    [
      "impossible heat",
      ["Oslo,2024-02-28,0.0,100.1,1.0"],
      "line 2: temp_max must be from -100 to 100, but is 100.1",
    ],
    [
      "a low above the high",
      ["Oslo,2024-02-28,0.0,1.0,5.0"],
      "line 2: temp_min must be at most temp_max, but is 5.0 > 1.0",
    ],
    [
      "a day that does not exist",
      ["Oslo,2023-02-29,0.0,5.0,1.0"],
      'line 2: date must be a day as YYYY-MM-DD, but is "2023-02-29"',
    ],
    [
      "a gap",
      [good, "Oslo,2024-03-01,0.0,5.0,1.0"],
      "line 3: date must be the day after 2024-02-28, but is 2024-03-01",
    ],
    [
      "a place in two pieces",
      [good, "Rome,2024-02-28,0.0,5.0,1.0", "Oslo,2024-02-29,0.0,5.0,1.0"],
      "line 4: the days of Oslo must stand together, but resume here",
    ],
    ["no day", [], "line 2: at least one day must be there"],
  ];
  for (const [name, lines, problem] of cases) {
    it(`refuses ${name} and says where`, () => {
      assert.deepEqual(problemsOf(...lines), [problem]);
    });
  }

  it("names the columns that are missing, and at most ten problems", () => {
    assert.throws(
      () => parseWeather("location,date\nOslo,2024-02-28"),
      /column temp_max, temp_min must be there/,
    );
    assert.equal(problemsOf(...Array.from({ length: 40 }, () => "x")).length, 10);
  });
});
