import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { compareOutputs, comparisonSchema, wgslProgramSchema } from "@wattle/sdk";
import { openWgslRuntime, type WgslRuntime } from "@wattle/worker";
import { findTwins } from "../findTwins.ts";
import { encodeTwins } from "../twins.ts";
import type { Place } from "../weather.ts";
import { createWeeksProgram } from "../weeksJob.ts";
import { demoPlaces, madeUpPlace, placeOf } from "./support/days.ts";

describe("twinWeeks.wgsl, on the software driver", () => {
  let folder: string;
  let runtime: WgslRuntime;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "wattle-weeks-test-"));
    runtime = await openWgslRuntime({
      cacheFolder: join(folder, "cache"),
      workFolder: join(folder, "work"),
      sandbox: "unsandboxed",
      driver: "software",
    });
  });
  after(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  async function run(places: readonly Place[], length: number): Promise<Uint8Array> {
    const { program, inputs, requirements, output } = createWeeksProgram(places, length);
    const { memoryBytes } = requirements;
    const { outcome, outputs } = await runtime.run({ program, inputs, runLimitMs: 120_000, memoryBytes });
    return outputs.get(output) ?? assert.fail(JSON.stringify(outcome));
  }

  it("makes a program that a manifest accepts, compared byte by byte", () => {
    const { program, comparison, inputs, requirements } = createWeeksProgram(demoPlaces(), 7);
    assert.deepEqual(wgslProgramSchema.parse(program), program);
    assert.deepEqual(comparisonSchema.parse(comparison), { mode: "exact" });
    for (const [name, bytes] of inputs) assert.ok(bytes.length <= requirements.bufferBytes, name);
  });

  it("computes the same bytes as plain JavaScript from four years of weather in two cities", async () => {
    const places = demoPlaces();
    const [expected, found] = [encodeTwins(findTwins(places, 7)), await run(places, 7)];
    const { comparison, output } = createWeeksProgram(places, 7);
    const { equal, mismatches } = compareOutputs(comparison, { [output]: expected }, { [output]: found });
    assert.ok(equal, JSON.stringify(mismatches));
    assert.deepEqual(found, expected);
  });

  // More weeks than one pass compares, and a last workgroup that is not full.
  for (const length of [1, 2, 32]) {
    it(`computes the same bytes for weeks of ${String(length)} days, ties included`, async () => {
      const places = [madeUpPlace("A", 300, length, 3), madeUpPlace("B", 250, length + 1, 3)];
      assert.deepEqual(await run(places, length), encodeTwins(findTwins(places, length)));
    });
  }

  it("computes the same bytes from the hottest and the coldest that a file may hold", async () => {
    const temperatures = (high: number): [number, number][] => Array.from({ length: 48 }, () => [high, high]);
    const places = [placeOf("A", temperatures(1000)), placeOf("B", temperatures(-1000))];
    assert.deepEqual(await run(places, 32), encodeTwins(findTwins(places, 32)));
  });
});
