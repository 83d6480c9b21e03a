import type { Picture } from "./drawTiles.ts";

const [DIM, GAP] = [0.25, 8];
const MARK = [255, 64, 48] as const;

/**
 * Puts what was delivered, what is right, and where they differ side by side: points that differ are marked on a dimmed
 * copy.
 *
 * @throws RangeError when the pictures are of different sizes.
 */
export function showDifference(delivered: Picture, right: Picture): Picture & { readonly differing: number } {
  const { width, height } = delivered;
  if (right.width !== width || right.height !== height)
    throw new RangeError(`${String(right.width)} × ${String(right.height)} is another size.`);
  const whole = 3 * width + 2 * GAP;
  const rgba = new Uint8Array(4 * whole * height).fill(255);
  let differing = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = 4 * (y * width + x);
      const [one, other] = [delivered, right].map((picture) => picture.rgba.subarray(from, from + 4));
      if (one === undefined || other === undefined) continue;
      const isEqual = one.every((part, index) => part === other[index]);
      if (!isEqual) differing += 1;
      const mark = isEqual ? [...other.subarray(0, 3)].map((part) => Math.round(DIM * part)) : MARK;
      const at = (column: number): number => 4 * (y * whole + column * (width + GAP) + x);
      rgba.set(one, at(0));
      rgba.set(other, at(1));
      rgba.set([...mark, 255], at(2));
    }
  }
  return { rgba, width: whole, height, differing };
}
