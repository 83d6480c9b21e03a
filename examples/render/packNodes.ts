import type { Box, Node } from "./hierarchy.ts";
import { scale, subtract, type Vector } from "./vector.ts";
import type { WordWriter } from "./wordWriter.ts";

/** What 16 bits can number: the cells a side of the grid in which boxes are kept. */
const GRID_CELLS = 2 ** 16 - 1;
/** Cells left free at either end of the grid, for boxes rounded outward. */
const SLACK_CELLS = 2;
/** Marks a leaf. */
const LEAF = 2 ** 31;

/** A grid over the whole hierarchy. */
export interface Grid {
  readonly low: Vector;
  /** Lengths of a cell. */
  readonly cell: Vector;
}

/** Lays a grid over the hierarchy's outermost box. */
export function fitGrid(box: Box = { low: [0, 0, 0], high: [1, 1, 1] }): Grid {
  const cell = scale(subtract(box.high, box.low), 1 / (GRID_CELLS - 2 * SLACK_CELLS));
  return { low: subtract(box.low, scale(cell, SLACK_CELLS)), cell };
}

/** Writes a word for each node, at least one, because the shader always looks at the first. */
export function packNodes(words: WordWriter, nodes: readonly Node[], grid: Grid): void {
  for (const node of nodes) {
    const last = node.solid === undefined ? node.skip : LEAF + node.solid;
    words.integers(corners(node.box, grid, 0), corners(node.box, grid, 1), corners(node.box, grid, 2), last);
  }
  if (nodes.length === 0) words.integers(0, 0, 0, 1);
}

/** Both corners of a box on one axis, rounded outward by more than the shader's floats round. */
function corners({ low, high }: Box, grid: Grid, axis: 0 | 1 | 2): number {
  const first = Math.floor((low[axis] - grid.low[axis]) / grid.cell[axis]) - 1;
  const last = Math.ceil((high[axis] - grid.low[axis]) / grid.cell[axis]) + 1;
  return first + 2 ** 16 * last;
}
