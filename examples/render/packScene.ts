import { aimLens } from "./aimLens.ts";
import { buildHierarchy } from "./hierarchy.ts";
import { FENCE_WORDS, packFence } from "./packFence.ts";
import { packMaterial } from "./packMaterial.ts";
import { fitGrid, packNodes } from "./packNodes.ts";
import { packSky, SKY_WORDS } from "./packSky.ts";
import { createRandom } from "./random.ts";
import type { Scene, WeaveObject } from "./scene.ts";
import { expandSolids } from "./solids.ts";
import { subtract } from "./vector.ts";
import { WordWriter } from "./wordWriter.ts";

/** Samples that one pass adds to every pixel: more keep slow devices busier, fewer keep passes short. */
export const SAMPLES_PER_PASS = 4;

const CURVES = { linear: 0, filmic: 1 } as const;
const HEADER_WORDS = 9 + SKY_WORDS + FENCE_WORDS;
/** Height of the ground where there is none: too low for any ray. */
const NO_GROUND = -1e30;

/** Lays a scene out as the shader's `Scene`. */
export function packScene(scene: Scene): Uint8Array {
  const { image, camera, sky, materials, objects } = scene;
  const names = Object.keys(materials);
  const { nodes, solids } = buildHierarchy(expandSolids(scene), camera.from);
  const fence = objects.find((object) => object.type === "weave");
  const ground = objects.find((object) => object.type === "ground");

  const solidsAt = Math.max(nodes.length, 1);
  const materialsAt = solidsAt + 2 * solids.length;
  const stakesAt = materialsAt + names.length;
  const rodsAt = stakesAt + (fence?.stakes ?? 0);
  const end = rodsAt + (fence?.rods ?? 0);

  const words = new WordWriter(HEADER_WORDS + end);
  const lens = aimLens(camera, image.width / image.height);
  const grid = fitGrid(nodes[0]?.box);
  words.integers(image.width, image.height, image.bounces, scene.seed);
  words.tagged(camera.from, image.samples);
  words.tagged(lens.right, SAMPLES_PER_PASS);
  words.floats(lens.up, image.exposure);
  words.tagged(lens.focusCenter, CURVES[image.curve]);
  words.tagged(lens.focusRight, nodes.length);
  words.tagged(lens.focusUp, solidsAt);
  words.tagged(grid.low, materialsAt);
  words.tagged(grid.cell, ground ? names.indexOf(ground.material) : 0);
  packSky(words, sky, ground?.height ?? NO_GROUND);
  packFence(words, fence, { stakesAt, rodsAt });

  packNodes(words, nodes, grid);
  for (const { from, to, radius, material } of solids) {
    words.floats(from, radius);
    words.tagged(subtract(to, from), names.indexOf(material));
  }
  for (const material of Object.values(materials)) packMaterial(words, material);
  for (const name of fence ? dealMaterials(fence, scene.seed) : []) {
    words.integers(names.indexOf(name), 0, 0, 0);
  }
  return words.bytes;
}

/** A material for every stake, then for every rod. */
function dealMaterials({ stakes, rods, stakeMaterials, rodMaterials }: WeaveObject, seed: number): string[] {
  const random = createRandom(seed);
  return [
    ...Array.from({ length: stakes }, () => random.pick(stakeMaterials)),
    ...Array.from({ length: rods }, () => random.pick(rodMaterials)),
  ];
}
