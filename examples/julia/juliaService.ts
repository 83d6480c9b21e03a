import { createJuliaProgram } from "./juliaProgram.ts";

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
export const JULIA_PROGRAM = createJuliaProgram(1);
