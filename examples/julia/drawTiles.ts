import { MAX_STEPS, TILE_SIDE } from "./tile.ts";
import type { Tiling } from "./tiling.ts";

/** A picture: RGBA, a byte each, row by row from the top left. */
export interface Picture {
  readonly rgba: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** From the outside of the set to its edge. */
const COLORS = [
  [12, 20, 38],
  [24, 74, 92],
  [104, 142, 86],
  [236, 196, 92],
  [250, 244, 220],
] as const;

/**
 * Puts tiles together to a picture.
 *
 * @param answers The bytes of each of the tiling's tiles, in their order.
 */
export function drawTiles({ columns, rows }: Tiling, answers: readonly Uint8Array[]): Picture {
  const [width, height] = [columns * TILE_SIDE, rows * TILE_SIDE];
  const rgba = new Uint8Array(4 * width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const tile = Math.floor(y / TILE_SIDE) * columns + Math.floor(x / TILE_SIDE);
      const steps = answers[tile]?.[(y % TILE_SIDE) * TILE_SIDE + (x % TILE_SIDE)] ?? 0;
      rgba.set([...colorOf(steps), 255], 4 * (y * width + x));
    }
  }
  return { rgba, width, height };
}

/** Few steps are many points: the scale is logarithmic. */
function colorOf(steps: number): readonly number[] {
  const place = (Math.log2(1 + steps) / Math.log2(1 + MAX_STEPS)) * (COLORS.length - 1);
  const index = Math.min(Math.floor(place), COLORS.length - 2);
  const [from, to] = [COLORS[index], COLORS[index + 1]];
  if (from === undefined || to === undefined) throw new RangeError(`${String(steps)} steps have no color.`);
  return from.map((part, channel) => Math.round(part + (place - index) * ((to[channel] ?? part) - part)));
}
