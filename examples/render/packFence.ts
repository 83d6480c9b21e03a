import type { WeaveObject } from "./scene.ts";
import { cross, length, scale, subtract } from "./vector.ts";
import type { WordWriter } from "./wordWriter.ts";

/** Words that {@link packFence} writes. */
export const FENCE_WORDS = 8;

/** Columns of the shader's grid from one stake to the next. */
const COLUMNS_A_STAKE = 4;
/** Columns by which rods stand out at both ends. */
const OVERHANG_COLUMNS = 1.2;
/** Where the lists of a fence's materials stand in the scene's words. */
export interface FenceLists {
  readonly stakesAt: number;
  readonly rodsAt: number;
}

/** Writes the shader's `Fence`. */
export function packFence(words: WordWriter, fence: WeaveObject | undefined, lists: FenceLists): void {
  if (!fence) {
    packNoFence(words);
    return;
  }
  const { from, to, height, stakes, rods, stakeRadius, rodRadius, irregularity } = fence;
  const span = subtract(to, from);
  const long = length(span);
  const along = scale(span, 1 / long);
  const columnWidth = long / stakes / COLUMNS_A_STAKE;
  const rowHeight = height / rods;
  const reach = stakeRadius + rodRadius;
  const thickness = reach + 1.2 * rodRadius;
  const overhang = OVERHANG_COLUMNS * columnWidth;
  // Rods keep to their rows: what their radius leaves free there, they may rise from end to end.
  const rodVariety = 0.4 * irregularity * rodRadius;
  const rodTilt = (irregularity * Math.max(0, rowHeight - 2 * rodRadius - rodVariety)) / long;
  // Stakes end where a row ends, above the last rod.
  const leastRows = rods * (1 + 0.02 * irregularity) + 1;
  const mostRows = Math.ceil(rods * (1 + 0.22 * irregularity) + 1);

  words.floats(from, columnWidth);
  words.floats(along, rowHeight);
  words.floats(cross(along, [0, 1, 0]), reach);
  words.floats([-overhang, 0, -thickness], rods);
  words.floats([long + overhang, mostRows * rowHeight, thickness], mostRows - 1);
  words.floats([rodRadius, rodVariety, rodTilt], (COLUMNS_A_STAKE * stakes) / 2);
  words.floats(
    [stakeRadius, 0.4 * irregularity * stakeRadius, 0.12 * irregularity],
    (leastRows + mostRows) / 2,
  );
  words.mixed(mostRows - leastRows, lists.stakesAt, lists.rodsAt);
}

/** Writes a fence of one empty cell in a box without size. */
function packNoFence(words: WordWriter): void {
  words.floats([0, 0, 0], 1);
  words.floats([1, 0, 0], 1);
  words.floats([0, 0, 1]);
  for (let word = 3; word < FENCE_WORDS; word++) words.floats([0, 0, 0]);
}
