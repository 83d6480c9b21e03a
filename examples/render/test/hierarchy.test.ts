import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { buildHierarchy, type Box } from "../hierarchy.ts";
import { createRandom } from "../random.ts";
import type { Solid } from "../solids.ts";
import type { Vector } from "../vector.ts";

const SEED = 20261121;

function randomSolids(count: number): Solid[] {
  const random = createRandom(SEED);
  const point = (): Vector => [random.between(-5, 5), random.between(-5, 5), random.between(-5, 5)];
  return Array.from({ length: count }, () => ({
    from: point(),
    to: point(),
    radius: random.between(0.01, 1),
    material: "any",
  }));
}

const holds = (outer: Box, inner: Box): boolean =>
  inner.low.every((part, axis) => part >= (outer.low[axis] ?? NaN)) &&
  inner.high.every((part, axis) => part <= (outer.high[axis] ?? NaN));

const boxOf = ({ from, to, radius }: Solid): Box => {
  const corner = (choose: typeof Math.min, by: number): Vector => [
    choose(from[0], to[0]) + by,
    choose(from[1], to[1]) + by,
    choose(from[2], to[2]) + by,
  ];
  return { low: corner(Math.min, -radius), high: corner(Math.max, radius) };
};

describe(`buildHierarchy (seed ${SEED})`, () => {
  for (const count of [0, 1, 2, 3, 50, 333]) {
    it(`keeps each of ${count} solids in one leaf, inside all boxes above it`, () => {
      const given = randomSolids(count);
      const { nodes, solids } = buildHierarchy(given, [0, 0, 9]);
      assert.deepEqual(new Set(solids), new Set(given));
      assert.equal(solids.length, count);

      const seen: number[] = [];
      // What a ray does that meets every box: it goes from node to node, and each skip leads out of a subtree.
      for (const [index, node] of nodes.entries()) {
        assert(node.skip > index && node.skip <= nodes.length);
        if (node.solid !== undefined) {
          seen.push(node.solid);
          assert.equal(node.skip, index + 1);
        }
        for (const below of nodes.slice(index, node.skip)) {
          assert(holds(node.box, below.box));
          const solid = below.solid === undefined ? undefined : solids[below.solid];
          if (solid) assert(holds(node.box, boxOf(solid)));
        }
      }
      assert.deepEqual(
        seen,
        solids.map((_, index) => index),
      );
    });
  }

  it("parts solids that share one center", () => {
    const [solid] = randomSolids(1);
    assert(solid);
    const same = [solid, { ...solid }, { ...solid }, { ...solid }];
    assert.equal(buildHierarchy(same, [0, 0, 9]).solids.length, 4);
  });
});
