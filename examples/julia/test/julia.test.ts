import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { wgslProgramSchema } from "@wattle/sdk";
import { openWgslRuntime, type WgslRuntime } from "@wattle/worker";
import { computeTile } from "../computeTile.ts";
import { drawTiles } from "../drawTiles.ts";
import { createJuliaJob, tilesOfOutput } from "../juliaJob.ts";
import { JULIA_PROGRAM } from "../juliaService.ts";
import { encodeTile, MAX_STEPS, TILE_SIDE, type Tile } from "../tile.ts";
import { tilingOf } from "../tiling.ts";

const MOST = 2 << 12;

describe("juliaTile.wgsl, on the software driver", () => {
  let folder: string;
  let runtime: WgslRuntime;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "wattle-julia-test-"));
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

  async function run(tile: Tile): Promise<Uint8Array> {
    const inputs = new Map([["view", encodeTile(tile)]]);
    const { outcome, outputs } = await runtime.run({
      program: JULIA_PROGRAM,
      inputs,
      runLimitMs: 60_000,
      memoryBytes: 2 ** 30,
    });
    return outputs.get("steps") ?? assert.fail(JSON.stringify(outcome));
  }

  it("is a program that a manifest accepts", () => {
    assert.deepEqual(wgslProgramSchema.parse(JULIA_PROGRAM), JULIA_PROGRAM);
  });

  it("computes the same bytes as plain JavaScript, in the middle and at the edges of what it accepts", async () => {
    const [middle] = tilingOf(2, 2, 10).tiles.slice(3);
    assert.ok(middle);
    const span = 31 * 264;
    const tiles: Tile[] = [
      middle,
      { left: -MOST, top: -MOST, step: 264, real: MOST, imaginary: MOST },
      { left: MOST - span, top: -MOST, step: 264, real: -MOST, imaginary: -MOST },
      { left: -MOST, top: MOST - span, step: 264, real: -MOST, imaginary: MOST },
      { left: 0, top: 0, step: 0, real: 0, imaginary: 0 },
    ];
    for (const tile of tiles) assert.deepEqual(await run(tile), computeTile(tile), JSON.stringify(tile));
  });

  it("computes a whole picture in one job, tile by tile", async () => {
    const tiling = tilingOf(4, 3, 60);
    const { program, inputs, requirements, output } = createJuliaJob(tiling);
    assert.deepEqual(wgslProgramSchema.parse(program), program);
    const { outcome, outputs } = await runtime.run({
      ...{ program, inputs, runLimitMs: 60_000, memoryBytes: requirements.memoryBytes },
    });
    const answers = tilesOfOutput(outputs.get(output) ?? assert.fail(JSON.stringify(outcome)));
    assert.deepEqual(answers.map(Buffer.from), tiling.tiles.map(computeTile).map(Buffer.from));
  });
});

describe("encodeTile", () => {
  it("refuses what the shader's integers could not hold, by name", () => {
    const tile: Tile = { left: 0, top: 0, step: 10, real: 0, imaginary: 0 };
    assert.throws(
      () => encodeTile({ ...tile, real: MOST + 1 }),
      /real must be an integer from -8192 to 8192, not 8193/,
    );
    assert.throws(() => encodeTile({ ...tile, left: MOST }), /right/);
    assert.throws(() => encodeTile({ ...tile, top: 0.5 }), /top/);
  });
});

describe("drawTiles", () => {
  it("puts each tile in its place", () => {
    const tiling = tilingOf(3, 2, 4);
    const answers = tiling.tiles.map((_, index) => new Uint8Array(TILE_SIDE * TILE_SIDE).fill(40 * index));
    const { rgba, width, height } = drawTiles(tiling, answers);
    assert.deepEqual([width, height, rgba.length], [96, 64, 4 * 96 * 64]);
    const at = (x: number, y: number): string =>
      rgba.slice(4 * (y * width + x), 4 * (y * width + x) + 3).join();
    const corners = tiling.tiles.map((_, index) =>
      at((index % 3) * TILE_SIDE, Math.floor(index / 3) * TILE_SIDE),
    );
    assert.equal(new Set(corners).size, 6);
    assert.equal(at(31, 31), corners[0]);
    assert.equal(at(64, 32), corners[5]);
    assert.equal(drawTiles(tilingOf(1, 1, 4), [new Uint8Array(1024).fill(MAX_STEPS)]).rgba[0], 250);
  });

  it("has the middle of the set in the middle: it is its own image, turned by half a turn", () => {
    // Points a step apart lie on a grid with zero on it, so the first row and column have no partner.
    const steps = computeTile({ left: -160, top: -160, step: 10, real: -3277, imaginary: 639 });
    const of = (column: number, row: number): number | undefined => steps[row * TILE_SIDE + column];
    for (let row = 1; row < TILE_SIDE; row++) {
      for (let column = 1; column < TILE_SIDE; column++)
        assert.equal(
          of(column, row),
          of(TILE_SIDE - column, TILE_SIDE - row),
          `${String(column)}, ${String(row)}`,
        );
    }
  });
});
