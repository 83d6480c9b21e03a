import { chanceOf, chanceOfAtLeast, chanceOfBoth, chanceOfMajority } from "./odds.ts";
import { disputeFee, example } from "./parameters.ts";
import { amount, percent, table } from "./table.ts";

const {
  appealSeats,
  casesPerSeat,
  collateral,
  looksPerSeat,
  noRuling,
  panelSeats,
  price,
  seatFee,
  seatUnits,
} = example;
const unit = example.penaltyUnit;
const SHARES = [0.1, 0.2, 0.33, 0.4, 0.5] as const;
const LISTS = [Infinity, 100, 30] as const;

/** How many of a list's seats a share is. */
const ownOf = (share: number, total: number): number =>
  total === Infinity ? share : Math.round(share * total);

/** The chance of a Sybil to have a majority of panels. */
export const sybilOdds = (): string =>
  table(
    ["share s", "seats", "of the list", "majority of 3", "and of the appeal's 7", "majority of 7 alone"],
    SHARES.flatMap((share) =>
      LISTS.map((total) => {
        const own = ownOf(share, total);
        return [
          percent(share),
          total === Infinity ? "–" : String(own),
          total === Infinity ? "endless" : String(total),
          percent(chanceOfMajority(panelSeats, own, total)),
          percent(chanceOfBoth(panelSeats, appealSeats, own, total)),
          percent(chanceOfMajority(appealSeats, own, total)),
        ];
      }),
    ),
  );

/** What a case is worth to it on average, from before the dispute; the honest side appeals or does not. */
const worth = (share: number, withProvider: boolean, isAppealed: boolean): number => {
  let sum = 0;
  for (let own = 0; own <= panelSeats; own += 1) {
    const chance = chanceOf(own, panelSeats, share, Infinity);
    const honest = panelSeats - own;
    // A client pays the honest seats' fees itself where it loses; a provider has its own seats' where it wins.
    const lost = -own * unit - (withProvider ? collateral : honest * seatFee);
    const won = price + (withProvider ? own * seatFee : collateral / 2);
    if (2 * own < panelSeats) sum += chance * lost;
    else if (!isAppealed) sum += chance * won;
    else {
      for (let more = 0; more <= appealSeats; more += 1) {
        const both = chance * chanceOf(more, appealSeats, share, Infinity);
        sum += both * (2 * more > appealSeats ? won + more * seatFee : lost - more * unit);
      }
    }
  }
  return sum;
};

/** What a Sybil gains or loses by one case. */
export const sybilWorth = (): string =>
  table(
    [
      "share s",
      "own client, honest provider appeals",
      "… does not",
      "own provider, honest client appeals",
      "… does not",
      "dispute fee at which its client breaks even, no appeal",
    ],
    [0.05, ...SHARES].map((share) => {
      const p = chanceOfMajority(panelSeats, share, Infinity);
      return [
        percent(share),
        amount(worth(share, false, true)),
        amount(worth(share, false, false)),
        amount(worth(share, true, true)),
        amount(worth(share, true, false)),
        amount((p / (1 - p)) * (price + collateral / 2)),
      ];
    }),
  );

/** The share of the seats from which on its client's disputes of right results pay. */
export const breakEven = (isAppealed: boolean): number => {
  let low = 0.01;
  let high = 0.99;
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    if (worth(middle, false, isAppealed) > 0) high = middle;
    else low = middle;
  }
  return high;
};

/** What it takes to leave no seat for others. */
export const occupier = (): string =>
  table(
    [
      "seats",
      "cases at a time",
      "fees to advance",
      "spent, if no seat commits",
      "spent, if all do",
      "right results to dispute until it pays, if no seat commits",
      "… if all do",
    ],
    [12, 30, 100, 300].map((seats) => {
      const cases = Math.floor((seats * casesPerSeat) / panelSeats);
      const fees = cases * disputeFee;
      return [
        String(seats),
        String(cases),
        amount(fees),
        amount(fees / 2),
        amount(fees),
        String(Math.ceil(fees / 2 / ((1 - noRuling) * price))),
        String(Math.ceil(fees / ((1 - noRuling) * price))),
      ];
    }),
  );

/** How many free places make a draw fail, and the stake that makes them: all of it locked at once. */
export const diluter = (): string => {
  const limits = [0.5, 0.01];
  const placesFor = (seats: number, needed: number, limit: number): number => {
    const forms = (total: number): number => {
      const looks = Math.min(total, needed * looksPerSeat);
      return chanceOfAtLeast(needed, looks, seats, total);
    };
    let low = seats;
    let high = seats * 1_000;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (forms(middle) < limit) high = middle;
      else low = middle;
    }
    return high - seats;
  };
  const cell = (places: number): string => `${String(places)} (${amount(places * seatUnits * unit)})`;
  return table(
    [
      "held seats",
      ...limits.map((limit) => `free places (stake) until a first panel forms in ${percent(limit)} of cases`),
      `… until an appeal's forms in ${percent(0.5)}`,
    ],
    [12, 30, 100].map((seats) => [
      String(seats),
      ...limits.map((limit) => cell(placesFor(seats, panelSeats, limit))),
      cell(placesFor(seats, appealSeats, 0.5)),
    ]),
  );
};
