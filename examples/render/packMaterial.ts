import { linearColor } from "./color.ts";
import type { Material } from "./scene.ts";
import { scale } from "./vector.ts";
import type { WordWriter } from "./wordWriter.ts";

const KINDS = { diffuse: 0, gloss: 1, metal: 2, glass: 3, light: 4 } as const;
/** The amount of a material is kept in 24 bits, 22 of them behind the point. */
const AMOUNT_SCALE = 2 ** 22;

/** Writes a material: its color, or a light's radiance, then its kind in 8 bits and its amount in 24. */
export function packMaterial(words: WordWriter, material: Material): void {
  const color = linearColor(material.color);
  const shown = material.type === "light" ? scale(color, material.strength) : color;
  words.tagged(shown, KINDS[material.type] + 256 * Math.round(amountOf(material) * AMOUNT_SCALE));
}

function amountOf(material: Material): number {
  switch (material.type) {
    case "diffuse":
      return material.bumps ?? 0;
    case "gloss":
    case "metal":
      return material.fuzz;
    case "glass":
      return material.ior;
    case "light":
      return 0;
  }
}
