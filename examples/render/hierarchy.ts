import type { Solid } from "./solids.ts";
import { length, mix, subtract, type Vector } from "./vector.ts";

/** Ways of parting a group that are tried, less one, on each axis. */
const CUTS = 16;

/** An axis-aligned box. */
export interface Box {
  readonly low: Vector;
  readonly high: Vector;
}

/** A node of the hierarchy in depth-first order. */
export interface Node {
  readonly box: Box;
  /** Index of the node that follows when a ray misses the box. */
  readonly skip: number;
  /** Index of the solid in a leaf; undefined in an inner node. */
  readonly solid: number | undefined;
}

/** A bounding volume hierarchy and the solids in the order in which its leaves refer to them. */
export interface Hierarchy {
  readonly nodes: readonly Node[];
  readonly solids: readonly Solid[];
}

interface Item {
  readonly solid: Solid;
  readonly box: Box;
  readonly center: Vector;
}

/**
 * Builds a bounding volume hierarchy by the surface area heuristic, one solid a leaf. Of two children the one nearer
 * to the eye comes first, so that camera rays find near solids early and skip what lies behind.
 */
export function buildHierarchy(solids: readonly Solid[], eye: Vector): Hierarchy {
  const nodes: Node[] = [];
  const ordered: Solid[] = [];
  const place = (items: readonly Item[]): void => {
    const at = nodes.length;
    const [first] = items;
    if (first && items.length === 1) {
      nodes.push({ box: first.box, skip: at + 1, solid: ordered.length });
      ordered.push(first.solid);
      return;
    }
    const box = surround(items);
    nodes.push({ box, skip: 0, solid: undefined });
    for (const half of split(items).sort((a, b) => distanceTo(a, eye) - distanceTo(b, eye))) place(half);
    nodes[at] = { box, skip: nodes.length, solid: undefined };
  };
  if (solids.length > 0) place(solids.map(toItem));
  return { nodes, solids: ordered };
}

function toItem(solid: Solid): Item {
  const low = solid.from.map((part, axis) => Math.min(part, solid.to[axis] ?? part) - solid.radius);
  const high = solid.from.map((part, axis) => Math.max(part, solid.to[axis] ?? part) + solid.radius);
  const box = { low: toVector(low), high: toVector(high) };
  return { solid, box, center: mix(box.low, box.high, 0.5) };
}

const toVector = ([x = 0, y = 0, z = 0]: readonly number[]): Vector => [x, y, z];

function surround(items: readonly Item[]): Box {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (const { box } of items) {
    for (const axis of [0, 1, 2] as const) {
      low[axis] = Math.min(low[axis] ?? 0, box.low[axis]);
      high[axis] = Math.max(high[axis] ?? 0, box.high[axis]);
    }
  }
  return { low: toVector(low), high: toVector(high) };
}

function area(box: Box): number {
  const [x, y, z] = subtract(box.high, box.low);
  return x * y + y * z + z * x;
}

function distanceTo(items: readonly Item[], eye: Vector): number {
  return Math.min(...items.map((item) => length(subtract(item.center, eye))));
}

/** Parts the items where the two halves' areas times their numbers are least: the cheapest for a random ray. */
function split(items: readonly Item[]): [Item[], Item[]] {
  let best: { cost: number; halves: [Item[], Item[]] } | undefined;
  for (const axis of [0, 1, 2] as const) {
    const sorted = items.toSorted((a, b) => a.center[axis] - b.center[axis]);
    for (let cut = 1; cut < CUTS; cut++) {
      const at = Math.round((sorted.length * cut) / CUTS);
      if (at === 0 || at === sorted.length) continue;
      const halves: [Item[], Item[]] = [sorted.slice(0, at), sorted.slice(at)];
      const cost = halves.reduce((sum, half) => sum + half.length * area(surround(half)), 0);
      if (!best || cost < best.cost) best = { cost, halves };
    }
  }
  return best?.halves ?? [items.slice(0, 1), items.slice(1)];
}
