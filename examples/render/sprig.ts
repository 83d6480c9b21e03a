import type { Random } from "./random.ts";
import type { SprigObject } from "./scene.ts";
import type { Solid } from "./solids.ts";
import { add, cross, mix, normalize, scale, subtract, type Vector } from "./vector.ts";

/** Straight pieces that make a stem. */
const STEM_PIECES = 4;
/** Turn around the stem from one ball to the next, as plants have it. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** Grows a sprig of wattle: a bent stem, slender leaves on both sides, and balls of blossom towards its end. */
export function growSprig(sprig: SprigObject, random: Random): Solid[] {
  return [...growStem(sprig), ...growLeaves(sprig, random), ...growBalls(sprig, random)];
}

type Stem = Pick<SprigObject, "from" | "to" | "bend">;

/** Where the stem is at a share of its length: from `from` to `to`, pushed by `bend` in the middle. */
function stemAt({ from, to, bend }: Stem, share: number): Vector {
  return add(mix(from, to, share), scale(bend, 4 * share * (1 - share)));
}

function growStem(sprig: SprigObject): Solid[] {
  return Array.from({ length: STEM_PIECES }, (_, piece) => ({
    from: stemAt(sprig, piece / STEM_PIECES),
    to: stemAt(sprig, (piece + 1) / STEM_PIECES),
    radius: sprig.stemRadius * (1 - (0.5 * piece) / STEM_PIECES),
    material: sprig.stemMaterial,
  }));
}

/** A direction away from the stem at a share of its length, at `angle` around it. */
function awayFromStem(stem: Stem, share: number, angle: number): Vector {
  const along = normalize(subtract(stemAt(stem, share + 0.01), stemAt(stem, share - 0.01)));
  const side = normalize(cross(along, Math.abs(along[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0]));
  const up = cross(side, along);
  const outward = add(scale(side, Math.cos(angle)), scale(up, Math.sin(angle)));
  return normalize(add(outward, scale(along, 0.8)));
}

function growLeaves(sprig: SprigObject, random: Random): Solid[] {
  const { leaves } = sprig;
  return Array.from({ length: leaves.count }, (_, leaf) => {
    const share = 0.08 + (0.85 * leaf) / leaves.count;
    const angle = (leaf % 2) * Math.PI + random.between(-0.7, 0.7);
    const size = leaves.length * random.between(0.7, 1.15);
    const root = stemAt(sprig, share);
    const tip = add(root, scale(awayFromStem(sprig, share, angle), size));
    return { from: root, to: tip, radius: leaves.radius, material: leaves.material };
  });
}

function growBalls(sprig: SprigObject, random: Random): Solid[] {
  const { balls } = sprig;
  return Array.from({ length: balls.count }, (_, ball) => {
    const share = balls.count === 1 ? 1 : 1 - (balls.along * ball) / (balls.count - 1);
    const away = awayFromStem(sprig, share, ball * GOLDEN_ANGLE + random.between(-0.4, 0.4));
    const radius = balls.radius * random.between(0.8, 1.1);
    const center = add(stemAt(sprig, share), scale(away, random.between(0.9, 1.6) * radius));
    return { from: center, to: center, radius, material: balls.material };
  });
}
