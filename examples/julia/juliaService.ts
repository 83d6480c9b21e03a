import { readFileSync } from "node:fs";
import type { WgslProgram } from "@wattle/sdk";
import { TILE_SIDE } from "./tile.ts";

const SOURCE = readFileSync(new URL("./juliaTile.wgsl", import.meta.url), "utf8");
const POINTS_PER_WORD = 4;
/** As the shader says. */
const WORKGROUP_SIZE = 64;
const TILE_BYTES = TILE_SIDE * TILE_SIDE;

/**
 * The program that a provider serves call by call: a tile's numbers in, its bytes out.
 *
 * @example
 * ```ts
 * import { writeFile } from "node:fs/promises";
 * import { JULIA_PROGRAM } from "./juliaService.ts";
 *
 * await writeFile("julia.json", JSON.stringify(JULIA_PROGRAM));
 * ```
 */
export const JULIA_PROGRAM: WgslProgram = {
  source: SOURCE,
  bindings: [
    { binding: 0, kind: "input", name: "view" },
    { binding: 1, kind: "output", name: "steps", size: TILE_BYTES },
  ],
  steps: [
    {
      entryPoint: "countSteps",
      workgroups: [TILE_BYTES / POINTS_PER_WORD / WORKGROUP_SIZE, 1, 1],
      passes: 1,
    },
  ],
};
