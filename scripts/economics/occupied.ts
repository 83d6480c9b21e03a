import { chanceOfMajority } from "./odds.ts";
import { example } from "./parameters.ts";
import { percent, table } from "./table.ts";

const { appealSeats, neededPerOccupied, panelSeats } = example;

/** The seats of a list, by what a draw makes of them. */
interface List {
  /** One's own, which are free. */
  own: number;
  /** Others' that are free. */
  free: number;
  /** Others' that are occupied. */
  occupied: number;
}

/**
 * The chance that a draw finds a panel of which at least so many seats are one's own, where it looks at every seat.
 * @param atLeast How many are to be one's own: 0 for any panel at all.
 */
const chanceOfPanel = (needed: number, atLeast: number, list: List): number => {
  const known = new Map<string, number>();
  const from = (seats: List, left: number, passes: number, mine: number): number => {
    if (left === 0) return mine >= atLeast ? 1 : 0;
    const { own, free, occupied } = seats;
    const total = own + free + occupied;
    if (total === 0) return 0;
    const key = [own, free, left, passes, mine].join();
    let chance = known.get(key);
    if (chance === undefined) {
      chance = 0;
      if (own > 0) chance += (own / total) * from({ ...seats, own: own - 1 }, left - 1, passes, mine + 1);
      if (free > 0) chance += (free / total) * from({ ...seats, free: free - 1 }, left - 1, passes, mine);
      if (occupied > 0 && passes > 0)
        chance += (occupied / total) * from({ ...seats, occupied: occupied - 1 }, left, passes - 1, mine);
      known.set(key, chance);
    }
    return chance;
  };
  return from(list, needed, Math.floor(needed / neededPerOccupied), 0);
};

/** The best chance of a majority that occupying others' seats gives, over how many of them are occupied. */
const bestChance = (needed: number, own: number, total: number): number =>
  Math.max(
    ...Array.from({ length: total - own + 1 }, (_, occupied) =>
      chanceOfPanel(needed, (needed + 1) / 2, { own, free: total - own - occupied, occupied }),
    ),
  );

/** What occupying the others' seats does for one's own. */
export const occupiedMajority = (): string =>
  table(
    ["seats", "one's own", "majority of 3", "… at best, others occupied", "majority of 7", "… at best"],
    [
      [12, 2],
      [12, 3],
      [30, 3],
      [30, 6],
      [30, 10],
      [48, 5],
    ].map(([total = 0, own = 0]) => [
      String(total),
      String(own),
      percent(chanceOfMajority(panelSeats, own, total)),
      percent(bestChance(panelSeats, own, total)),
      percent(chanceOfMajority(appealSeats, own, total)),
      percent(bestChance(appealSeats, own, total)),
    ]),
  );

/** How often occupied seats keep a panel from forming. */
export const occupiedPanels = (): string => {
  const total = 30;
  const noPanel = (needed: number, occupied: number): string =>
    percent(1 - chanceOfPanel(needed, 0, { own: 0, free: total - occupied, occupied }));
  return table(
    ["occupied, of 30 seats", "no panel of 3", "no panel of 7"],
    [3, 6, 9, 12, 15, 20].map((occupied) => [
      String(occupied),
      noPanel(panelSeats, occupied),
      noPanel(appealSeats, occupied),
    ]),
  );
};
