import { readFileSync } from "node:fs";
import type { Comparison, JobManifest, WgslProgram } from "@wattle/sdk";
import { TWIN_BYTES } from "./twins.ts";
import type { Place } from "./weather.ts";
import { type Week, weeksOf } from "./weeks.ts";

/** All that a job needs to find the twins of weeks on somebody else's machine. */
export interface WeeksProgram {
  readonly program: WgslProgram;
  readonly inputs: ReadonlyMap<string, Uint8Array>;
  readonly comparison: Comparison;
  readonly requirements: JobManifest["requirements"];
  /** The output's name. */
  readonly output: string;
  /** What the output's entries are about, in their order. */
  readonly weeks: readonly Week[];
}

const SOURCE = readFileSync(new URL("./twinWeeks.wgsl", import.meta.url), "utf8");
/** As the shader says. */
const WORKGROUP_SIZE = 64;
/** As the shader says. */
const CANDIDATES_PER_PASS = 256;
/** A process with Dawn and a software driver, with room to spare. */
const MEMORY_BYTES = 2 ** 30;
const OUTPUT = "twins";

/**
 * Makes the program and the inputs that find, for each week, the other week that it resembles most.
 *
 * @param length Days of a week, 1 to 32.
 * @throws {@link WeatherError} when there are too few days.
 *
 * @example
 * ```ts
 * import { readFile } from "node:fs/promises";
 * import { parseWeather } from "./parseWeather.ts";
 * import { createWeeksProgram } from "./weeksJob.ts";
 *
 * const places = parseWeather(await readFile("examples/weeks/data/weather.csv", "utf8"));
 * const { program, inputs, comparison, requirements } = createWeeksProgram(places, 7);
 * ```
 */
export function createWeeksProgram(places: readonly Place[], length: number): WeeksProgram {
  const weeks = weeksOf(places, length);
  const starts = packWords([length, ...weeks.map(({ start }) => start)]);
  const temperatures = packWords(places.flatMap(({ days }) => days.flatMap(({ high, low }) => [high, low])));
  const outputBytes = weeks.length * TWIN_BYTES;
  return {
    program: {
      source: SOURCE,
      bindings: [
        { binding: 0, kind: "input", name: "weeks" },
        { binding: 1, kind: "input", name: "temperatures" },
        { binding: 2, kind: "output", name: OUTPUT, size: outputBytes },
        { binding: 3, kind: "pass" },
      ],
      steps: [
        {
          entryPoint: "compareWeeks",
          workgroups: [Math.ceil(weeks.length / WORKGROUP_SIZE), 1, 1],
          passes: Math.ceil(weeks.length / CANDIDATES_PER_PASS),
        },
      ],
    },
    inputs: new Map([
      ["weeks", starts],
      ["temperatures", temperatures],
    ]),
    comparison: { mode: "exact" },
    requirements: {
      bufferBytes: Math.max(outputBytes, starts.length, temperatures.length),
      memoryBytes: MEMORY_BYTES,
    },
    output: OUTPUT,
    weeks,
  };
}

/** 32-bit words, little endian as WebGPU has them; negative ones in two's complement. */
function packWords(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(4 * values.length);
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => {
    view.setInt32(4 * index, value, true);
  });
  return bytes;
}
