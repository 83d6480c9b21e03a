import { PNG } from "pngjs";

/** PNG's number for colors without transparency. */
const RGB = 2;

/**
 * Encodes a picture as PNG. Its transparency is left out.
 *
 * @param rgba Four bytes a pixel, row by row from the top left.
 * @param width Pixels.
 * @param height Pixels.
 */
export function encodePng(rgba: Uint8Array, width: number, height: number): Uint8Array {
  const png = new PNG({ width, height });
  png.data.set(rgba);
  return PNG.sync.write(png, { colorType: RGB, deflateLevel: 9 });
}
