import { createHash } from "node:crypto";

/** Numbers that a seed decides: the same text gives the same history on every machine. */
export interface Random {
  /** A whole number from 0 up to, not including, the limit. */
  readonly below: (limit: number) => number;
  /** A whole number between two, both included. */
  readonly between: (least: number, most: number) => number;
  readonly chance: (percent: number) => boolean;
  /** One of a list that is not empty. */
  readonly pick: <T>(list: readonly T[]) => T;
}

/** Makes a source of numbers from a seed. */
export function randomOf(seed: string): Random {
  let block = Buffer.alloc(0);
  let used = 0;
  let count = 0;
  const draw = (): number => {
    if (used + 6 > block.length) {
      block = createHash("sha256")
        .update(`${seed}:${String(count++)}`)
        .digest();
      used = 0;
    }
    used += 6;
    return block.readUIntBE(used - 6, 6);
  };
  const below = (limit: number): number => draw() % limit;
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (percent) => below(100) < percent,
    pick: (list) => {
      const found = list[below(list.length)];
      if (found === undefined) throw new RangeError("there is nothing to pick from");
      return found;
    },
  };
}
