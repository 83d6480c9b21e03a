import { disputeFee, example } from "./parameters.ts";
import { breakEven } from "./seats.ts";
import { amount, percent, table } from "./table.ts";

const { collateral, cost, noRuling, price, seatFee, penaltyUnit: unit } = example;

const compare = (left: number, right: number): readonly [string, string] => [
  `${amount(left)} > ${amount(right)}`,
  left > right ? "yes" : "**no**",
];

/** What must hold so that honesty pays, and whether it does in the example. */
export const conditions = (): string =>
  table(
    ["so that", "it takes", "in the example", "holds"],
    [
      [
        "garbage does not pay",
        "c > k / (P + C)",
        `c > ${percent(cost / (price + collateral))}`,
        "up to the clients",
      ],
      [
        "a client that is right loses nothing by its dispute",
        "C / 2 ≥ nF",
        ...compare(collateral / 2, disputeFee),
      ],
      [
        "a provider does not dispute itself for its jurors' fees",
        "C > nF",
        ...compare(collateral, disputeFee),
      ],
      ["a juror computes at all", "F > k", ...compare(seatFee, cost)],
      [
        'computing beats always "wrong"',
        "(1 − w)(F + u) > k",
        `w < ${percent(1 - cost / (seatFee + unit))}`,
        "up to the clients",
      ],
      [
        "a client does not pay two jurors to be silent about a right result",
        "4u + 2F > (1 − b) P + nF",
        ...compare(4 * unit + 2 * seatFee, (1 - noRuling) * price + disputeFee),
      ],
      [
        "a provider does not pay two jurors to be silent about a wrong one",
        "4u + 2F > C + bP",
        ...compare(4 * unit + 2 * seatFee, collateral + noRuling * price),
      ],
      [
        "nor a last revealer, where the others disagree",
        "4u + F > C + bP",
        ...compare(4 * unit + seatFee, collateral + noRuling * price),
      ],
      [
        "a Sybil does not dispute right results, if the provider does not appeal",
        "below",
        `s < ${percent(breakEven(false))}`,
        "up to the seats",
      ],
      ["… if it does", "below", `s < ${percent(breakEven(true))}`, "up to the seats"],
    ],
    "words",
  );
