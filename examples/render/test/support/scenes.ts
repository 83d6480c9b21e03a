import { readFileSync } from "node:fs";
import { parseScene } from "../../parseScene.ts";
import type { Material, Scene } from "../../scene.ts";

/** The text of the scene that the demo renders. */
export const demoText: string = readFileSync(new URL("../../scene.json", import.meta.url), "utf8");

/** A fresh copy of the demo's scene. */
export const demoScene = (): Scene => parseScene(demoText);

/** The demo's scene, small and rough. */
export function smallDemoScene(): Scene {
  const scene = demoScene();
  return { ...scene, image: { ...scene.image, width: 32, height: 24, samples: 2 } };
}

/**
 * A furnace: a ball of the material in a sky that shines white from everywhere. Whatever a surface does not swallow
 * must come out of it, so the ball's middle shows how much the material gives back.
 */
export function furnace(material: Material): Scene {
  return {
    image: { width: 16, height: 16, samples: 1024, bounces: 32, exposure: 1, curve: "linear" },
    camera: { from: [0, 0, 5], at: [0, 0, 0], fov: 20, aperture: 0, focus: 5 },
    sky: { zenith: "#ffffff", horizon: "#ffffff", strength: 1 },
    materials: { material },
    objects: [{ type: "sphere", center: [0, 0, 0], radius: 1, material: "material" }],
    seed: 1,
  };
}
