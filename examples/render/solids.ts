import { createRandom } from "./random.ts";
import type { Scene, SceneObject } from "./scene.ts";
import { growSprig } from "./sprig.ts";
import type { Vector } from "./vector.ts";

/** All that lies within `radius` of the segment from `from` to `to`; a ball where the two are one point. */
export interface Solid {
  readonly from: Vector;
  readonly to: Vector;
  readonly radius: number;
  /** Name of the material. */
  readonly material: string;
}

/**
 * Turns the objects of a scene into solids. Ground and fence give none: the shader knows them as they are.
 *
 * Each object draws from its own random numbers, so editing one leaves the others as they are.
 */
export function expandSolids(scene: Scene): Solid[] {
  return scene.objects.flatMap((object, index) => expandObject(object, scene.seed + 1000 * index));
}

function expandObject(object: SceneObject, seed: number): Solid[] {
  switch (object.type) {
    case "sphere":
      return [{ from: object.center, to: object.center, radius: object.radius, material: object.material }];
    case "capsule":
      return [object];
    case "sprig":
      return growSprig(object, createRandom(seed));
    case "ground":
    case "weave":
      return [];
  }
}
