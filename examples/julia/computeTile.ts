import { FRACTION_BITS, MAX_STEPS, TILE_SIDE, type Tile } from "./tile.ts";

const ESCAPED = 4 * 2 ** (2 * FRACTION_BITS);

/**
 * What the shader computes, in plain JavaScript: a byte a point, row by row from the top left. All numbers are integers
 * below 2³¹, so none is rounded but by the shift.
 *
 * @example
 * ```ts
 * import { computeTile } from "./computeTile.ts";
 *
 * const steps = computeTile({ left: -4096, top: -4096, step: 10, real: -3277, imaginary: 639 });
 * ```
 */
export function computeTile({ left, top, step, real, imaginary }: Tile): Uint8Array {
  const steps = new Uint8Array(TILE_SIDE * TILE_SIDE);
  for (let point = 0; point < steps.length; point++) {
    let x = left + (point % TILE_SIDE) * step;
    let y = top + Math.floor(point / TILE_SIDE) * step;
    let count = 0;
    while (count < MAX_STEPS) {
      const [xx, yy] = [x * x, y * y];
      if (xx + yy > ESCAPED) break;
      y = ((2 * x * y) >> FRACTION_BITS) + imaginary;
      x = ((xx - yy) >> FRACTION_BITS) + real;
      count++;
    }
    steps[point] = count;
  }
  return steps;
}
