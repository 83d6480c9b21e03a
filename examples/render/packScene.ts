import { linearColor } from "./color.ts";
import { buildHierarchy, type Box, type Node } from "./hierarchy.ts";
import { FENCE_WORDS, packFence } from "./packFence.ts";
import { packMaterial } from "./packMaterial.ts";
import { createRandom } from "./random.ts";
import type { Camera, Scene, Sky, WeaveObject } from "./scene.ts";
import { expandSolids } from "./solids.ts";
import { add, cross, length, normalize, scale, subtract, type Vector } from "./vector.ts";
import { WordWriter } from "./wordWriter.ts";

/** Samples that one pass adds to every pixel: more keep slow devices busier, fewer keep passes short. */
export const SAMPLES_PER_PASS = 4;

const CURVES = { linear: 0, filmic: 1 } as const;
const HEADER_WORDS = 17 + FENCE_WORDS;
/** What 16 bits can number: the cells a side of the grid in which boxes are kept. */
const GRID_CELLS = 2 ** 16 - 1;
/** Marks a leaf of the hierarchy. */
const LEAF = 2 ** 31;
/** Share of the paths leaving a matt surface that aim at the sun. */
const SUN_SHARE = 0.5;

/** Lays a scene out as the shader's `Scene`. The same scene gives the same bytes on every machine. */
export function packScene(scene: Scene): Uint8Array {
  const { image, camera, sky, materials, objects } = scene;
  const names = Object.keys(materials);
  const { nodes, solids } = buildHierarchy(expandSolids(scene), camera.from);
  const fence = objects.find((object) => object.type === "weave");
  const ground = objects.find((object) => object.type === "ground");
  const grid = fitGrid(nodes[0]?.box);

  const solidsAt = Math.max(nodes.length, 1);
  const materialsAt = solidsAt + 2 * solids.length;
  const stakesAt = materialsAt + names.length;
  const rodsAt = stakesAt + (fence?.stakes ?? 0);
  const end = rodsAt + (fence?.rods ?? 0);

  const words = new WordWriter(HEADER_WORDS + end);
  const lens = aimCamera(camera, image.width / image.height);
  words.integers(image.width, image.height, image.bounces, scene.seed);
  words.tagged(camera.from, image.samples);
  words.tagged(lens.lensRight, SAMPLES_PER_PASS);
  words.floats(lens.lensUp, image.exposure);
  words.tagged(lens.focusCenter, CURVES[image.curve]);
  words.tagged(lens.focusRight, nodes.length);
  words.tagged(lens.focusUp, solidsAt);
  words.tagged(grid.low, materialsAt);
  words.tagged(grid.cell, ground ? names.indexOf(ground.material) : 0);
  packSky(words, sky, ground?.height ?? -1e30);
  packFence(words, fence, { stakesAt, rodsAt });

  for (const node of nodes) packNode(words, node, grid);
  // The shader always looks at one node; this one holds nothing and is followed by the end.
  if (nodes.length === 0) words.integers(0, 0, 0, 1);
  for (const solid of solids) {
    words.floats(solid.from, solid.radius);
    words.tagged(subtract(solid.to, solid.from), names.indexOf(solid.material));
  }
  for (const material of Object.values(materials)) packMaterial(words, material);
  if (fence) {
    for (const name of dealMaterials(fence, scene.seed)) words.integers(names.indexOf(name), 0, 0, 0);
  }
  return words.bytes;
}

function aimCamera(
  { from, at, fov, aperture, focus }: Camera,
  aspect: number,
): Record<string, Vector> & {
  lensRight: Vector;
  lensUp: Vector;
  focusCenter: Vector;
  focusRight: Vector;
  focusUp: Vector;
} {
  const forward = normalize(subtract(at, from));
  const right = sideways(forward);
  const up = cross(right, forward);
  const halfHeight = focus * Math.tan((fov * Math.PI) / 360);
  return {
    lensRight: scale(right, aperture / 2),
    lensUp: scale(up, aperture / 2),
    focusCenter: add(from, scale(forward, focus)),
    focusRight: scale(right, halfHeight * aspect),
    focusUp: scale(up, halfHeight),
  };
}

/** A level direction at right angles; to the right when looking along a direction that is not upright. */
function sideways(forward: Vector): Vector {
  const level = cross(forward, [0, 1, 0]);
  return length(level) < 1e-6 ? [1, 0, 0] : normalize(level);
}

function packSky(
  words: WordWriter,
  { zenith, horizon, strength, glow, sun }: Sky,
  groundHeight: number,
): void {
  const lightOf = (light: { color: string; strength: number } | undefined): Vector =>
    light ? scale(linearColor(light.color), light.strength) : [0, 0, 0];
  const sunToward = normalize(sun?.toward ?? [0, 1, 0]);
  const sunRight = sideways(sunToward);
  // A sun of which no direction is part, where there is none.
  const sunCap = sun ? 1 - Math.cos((sun.radius * Math.PI) / 180) : -2;
  words.floats(scale(linearColor(zenith), strength), groundHeight);
  words.floats(scale(linearColor(horizon), strength), glow?.sharpness ?? 1);
  words.floats(lightOf(glow), sun ? SUN_SHARE : 0);
  words.floats(normalize(glow?.toward ?? [0, 1, 0]), sunCap);
  words.floats(lightOf(sun));
  words.floats(sunToward);
  words.floats(sunRight);
  words.floats(cross(sunRight, sunToward));
}

interface Grid {
  readonly low: Vector;
  readonly cell: Vector;
}

/** A grid over a box, with a cell of slack at both ends against the rounding of floats. */
function fitGrid(box: Box = { low: [0, 0, 0], high: [1, 1, 1] }): Grid {
  const cell = scale(subtract(box.high, box.low), 1 / (GRID_CELLS - 4));
  return { low: subtract(box.low, scale(cell, 2)), cell };
}

/** Writes a node: corners of its box, rounded outward by more than floats round, and what follows it. */
function packNode(words: WordWriter, { box, skip, solid }: Node, { low, cell }: Grid): void {
  const corners = (axis: 0 | 1 | 2): number => {
    const first = Math.floor((box.low[axis] - low[axis]) / cell[axis]) - 1;
    const last = Math.ceil((box.high[axis] - low[axis]) / cell[axis]) + 1;
    return first + 2 ** 16 * last;
  };
  words.integers(corners(0), corners(1), corners(2), solid === undefined ? skip : LEAF + solid);
}

/** A material for every stake, then for every rod. */
function dealMaterials({ stakes, rods, stakeMaterials, rodMaterials }: WeaveObject, seed: number): string[] {
  const random = createRandom(seed);
  return [
    ...Array.from({ length: stakes }, () => random.pick(stakeMaterials)),
    ...Array.from({ length: rods }, () => random.pick(rodMaterials)),
  ];
}
