import type { Camera } from "./scene.ts";
import { add, cross, normalize, scale, sideways, subtract, type Vector } from "./vector.ts";

/** A camera as the shader wants it. */
export interface Lens {
  /** Half the lens, to the right and up. */
  readonly right: Vector;
  readonly up: Vector;
  /** The plane in focus: its middle, and the steps from there to the picture's right and upper edges. */
  readonly focusCenter: Vector;
  readonly focusRight: Vector;
  readonly focusUp: Vector;
}

/**
 * Points a camera.
 *
 * @param aspect Width of the picture by its height.
 */
export function aimLens({ from, at, fov, aperture, focus }: Camera, aspect: number): Lens {
  const forward = normalize(subtract(at, from));
  const right = sideways(forward);
  const up = cross(right, forward);
  const halfHeight = focus * Math.tan((fov * Math.PI) / 360);
  return {
    right: scale(right, aperture / 2),
    up: scale(up, aperture / 2),
    focusCenter: add(from, scale(forward, focus)),
    focusRight: scale(right, halfHeight * aspect),
    focusUp: scale(up, halfHeight),
  };
}
