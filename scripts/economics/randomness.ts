import { chanceOfMajority } from "./odds.ts";
import { example } from "./parameters.ts";
import { amount, percent, table } from "./table.ts";

const { appealSeats, collateral, panelSeats, price, seatFee } = example;

/** How many hashes it takes on average to find one that draws a majority. */
export const grinding = (): string =>
  table(
    [
      "seats on the list",
      "own seats",
      "hashes for a majority of 3",
      "hashes for a majority of the appeal's 7",
    ],
    [30, 100, 1_000].flatMap((total) =>
      [2, 4, 10].map((own) => [
        String(total),
        String(own),
        tries(chanceOfMajority(panelSeats, own, total)),
        // None of its seats was on the first panel, whose three are not drawn again.
        tries(chanceOfMajority(appealSeats, own, total - panelSeats)),
      ]),
    ),
  );

/** What one further draw is worth, where a hash could be withheld but not chosen. */
export const withholding = (): string =>
  table(
    [
      "share s",
      "majority of 3",
      "with one further draw",
      "worth to its client",
      "majority of 7",
      "with one further draw",
    ],
    [0.1, 0.2, 0.33, 0.4, 0.5].map((share) => {
      const three = chanceOfMajority(panelSeats, share, Infinity);
      const seven = chanceOfMajority(appealSeats, share, Infinity);
      return [
        percent(share),
        percent(three),
        percent(again(three)),
        amount((again(three) - three) * (price + collateral / 2)),
        percent(seven),
        percent(again(seven)),
      ];
    }),
  );

/** How often a party that may choose the moment is the proposer of the seed's block. */
export const proposing = (): string =>
  table(
    [
      "share of validators",
      "a block that nobody could choose",
      "some block of one epoch",
      "of an hour (300 blocks)",
      "of a day (7,200 blocks)",
    ],
    [0.0001, 0.001, 0.01, 0.05, 0.2].map((share) => [
      percent(share),
      percent(share),
      ...[32, 300, 7_200].map((blocks) => percent(1 - (1 - share) ** blocks)),
    ]),
  );

/** What whoever chooses every panel gains by a case at most, as CoalitionWithAMajority.t.sol attains it. */
export const bound = (): string =>
  table(
    ["with", "bound", "of the payment token", "of the stake token", "the honest side loses"],
    [
      [
        "the client",
        "P + (2n + 1) F, C / 2",
        amount(price + appealSeats * seatFee),
        amount(collateral / 2),
        `${amount(price + appealSeats * seatFee)} and ${amount(collateral)}`,
      ],
      [
        "the provider",
        "P + (3n + 1) F",
        amount(price + (panelSeats + appealSeats) * seatFee),
        "0",
        amount(price + (panelSeats + appealSeats) * seatFee),
      ],
    ],
  );

const again = (chance: number): number => 1 - (1 - chance) ** 2;

const tries = (chance: number): string =>
  chance === 0 ? "never" : Math.ceil(1 / chance).toLocaleString("en-US");
