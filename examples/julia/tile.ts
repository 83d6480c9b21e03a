/** Points a side of a tile, as the shader says. */
export const TILE_SIDE = 32;

/** Bits after the point of all numbers, as the shader says. */
export const FRACTION_BITS = 12;

/** The most steps that are counted, as the shader says. */
export const MAX_STEPS = 255;

/** What a tile shows, in fixed point with {@link FRACTION_BITS} bits after the point. */
export interface Tile {
  /** Real part of the first point, from -2 to 2. */
  readonly left: number;
  /** Imaginary part of the first point, from -2 to 2. */
  readonly top: number;
  /** How far the points are apart. */
  readonly step: number;
  /** Real part of c, from -2 to 2. */
  readonly real: number;
  /** Imaginary part of c, from -2 to 2. */
  readonly imaginary: number;
}

/** Numbers of a tile's parts, in the order of the shader's struct. */
const fieldsOf = ({ left, top, step, real, imaginary }: Tile): readonly number[] => [
  left,
  top,
  step,
  real,
  imaginary,
];

/**
 * The input of a call: the tile's numbers as 32-bit words, little endian.
 *
 * @throws RangeError when the tile reaches out of -2 to 2, where the shader's integers could overflow.
 */
export function encodeTile(tile: Tile): Uint8Array {
  const most = 2 << FRACTION_BITS;
  const { left, top, step, real, imaginary } = tile;
  const last = (TILE_SIDE - 1) * step;
  for (const [name, value] of Object.entries({
    left,
    top,
    real,
    imaginary,
    right: left + last,
    bottom: top + last,
  })) {
    if (!Number.isInteger(value) || Math.abs(value) > most)
      throw new RangeError(
        `A tile's ${name} must be an integer from -${String(most)} to ${String(most)}, not ${String(value)}.`,
      );
  }
  const fields = fieldsOf(tile);
  const bytes = new Uint8Array(4 * fields.length);
  const view = new DataView(bytes.buffer);
  fields.forEach((value, index) => {
    view.setInt32(4 * index, value, true);
  });
  return bytes;
}
