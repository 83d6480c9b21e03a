import { readFileSync } from "node:fs";
import type { WgslProgram } from "@wattle/sdk";
import { TILE_SIDE } from "./tile.ts";

const SOURCE = readFileSync(new URL("./juliaTile.wgsl", import.meta.url), "utf8");
const POINTS_PER_WORD = 4;
/** As the shader says. */
const WORKGROUP_SIZE = 64;
/** A byte a point. */
export const TILE_BYTES = TILE_SIDE * TILE_SIDE;

/** The program that computes so many tiles at once: the tiles' numbers in, their bytes out. */
export function createJuliaProgram(tiles: number): WgslProgram {
  return {
    source: SOURCE,
    bindings: [
      { binding: 0, kind: "input", name: "view" },
      { binding: 1, kind: "output", name: "steps", size: tiles * TILE_BYTES },
    ],
    steps: [
      {
        entryPoint: "countSteps",
        workgroups: [TILE_BYTES / POINTS_PER_WORD / WORKGROUP_SIZE, tiles, 1],
        passes: 1,
      },
    ],
  };
}
