import type { Vector } from "./vector.ts";

/** Linear RGB of an sRGB color such as `#c98a2b`. */
export function linearColor(color: string): Vector {
  return [linearPart(color.slice(1, 3)), linearPart(color.slice(3, 5)), linearPart(color.slice(5, 7))];
}

function linearPart(digits: string): number {
  const encoded = Number.parseInt(digits, 16) / 255;
  return encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4;
}
