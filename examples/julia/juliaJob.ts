import type { Comparison, JobManifest, WgslProgram } from "@wattle/sdk";
import { createJuliaProgram, TILE_BYTES } from "./juliaProgram.ts";
import { encodeTile } from "./tile.ts";
import type { Tiling } from "./tiling.ts";

/** All that a job needs to draw a picture on somebody else's machine. */
export interface JuliaJob {
  readonly program: WgslProgram;
  readonly inputs: ReadonlyMap<string, Uint8Array>;
  readonly comparison: Comparison;
  readonly requirements: JobManifest["requirements"];
  /** The output's name. */
  readonly output: string;
}

/** A process with Dawn and a software driver, with room to spare. */
const MEMORY_BYTES = 2 ** 30;

/**
 * Makes one job of a whole picture, tile by tile.
 *
 * @throws RangeError when a tile reaches out of -2 to 2.
 *
 * @example
 * ```ts
 * import { createJuliaJob } from "./juliaJob.ts";
 * import { tilingOf } from "./tiling.ts";
 *
 * const { program, inputs, comparison, requirements } = createJuliaJob(tilingOf(20, 12, 20));
 * ```
 */
export function createJuliaJob({ tiles }: Tiling): JuliaJob {
  return {
    program: createJuliaProgram(tiles.length),
    inputs: new Map([["view", Buffer.concat(tiles.map(encodeTile))]]),
    // Integers only: every device gives the same bytes.
    comparison: { mode: "exact" },
    requirements: { memoryBytes: MEMORY_BYTES, bufferBytes: tiles.length * TILE_BYTES },
    output: "steps",
  };
}

/** The bytes of each tile, in the order of the tiling, out of a job's output. */
export function tilesOfOutput(output: Uint8Array): readonly Uint8Array[] {
  return Array.from({ length: output.length / TILE_BYTES }, (_, index) =>
    output.subarray(index * TILE_BYTES, (index + 1) * TILE_BYTES),
  );
}
