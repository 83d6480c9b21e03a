import { FRACTION_BITS, TILE_SIDE, type Tile } from "./tile.ts";

/** A picture of a Julia set, in tiles. */
export interface Tiling {
  readonly columns: number;
  readonly rows: number;
  /** Row by row from the top left. */
  readonly tiles: readonly Tile[];
}

/** One of the better-looking sets. */
const C = { real: -0.8, imaginary: 0.156 };
const fixed = (value: number): number => Math.round(value * 2 ** FRACTION_BITS);

/**
 * Cuts a picture into tiles, with the middle of the set in its middle.
 *
 * @param step How far the points are apart, in units of 2⁻¹².
 */
export function tilingOf(columns: number, rows: number, step: number): Tiling {
  const start = (tiles: number): number => -Math.floor((tiles * TILE_SIDE * step) / 2);
  const tiles = Array.from({ length: columns * rows }, (_, index): Tile => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    return {
      left: start(columns) + column * TILE_SIDE * step,
      top: start(rows) + row * TILE_SIDE * step,
      step,
      real: fixed(C.real),
      imaginary: fixed(C.imaginary),
    };
  });
  return { columns, rows, tiles };
}
