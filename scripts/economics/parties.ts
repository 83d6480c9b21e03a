import { disputeFee, example } from "./parameters.ts";
import { amount, percent, table } from "./table.ts";

const { collateral, cost, noRuling, price, seatFee, penaltyUnit: unit } = example;

/** A provider that returns garbage, against clients that check a share of the results. */
export const cheater = (): string =>
  table(
    [
      "collateral",
      "honest",
      ...[0.005, 0.0125, 0.02, 0.05, 0.2].map((c) => `garbage, c = ${percent(c)}`),
      "pays below c =",
    ],
    [0, 10, 30, 50, 100, 300].map((stake) => [
      amount(stake),
      amount(price - cost),
      ...[0.005, 0.0125, 0.02, 0.05, 0.2].map((c) => amount((1 - c) * price - c * stake)),
      percent(cost / (price + stake)),
    ]),
  );

/** The same where the court is right with a chance of q only. */
export const fallibleCourt = (): string =>
  table(
    ["the court is right with q =", "garbage pays below c =", "a dispute of garbage is worth to the client"],
    [1, 0.95, 0.9, 0.75, 0.5, 0.25, 0.1].map((q) => [
      percent(q),
      percent(cost / (q * (price + collateral))),
      amount(q * (price + collateral / 2) - disputeFee),
    ]),
  );

/** What one seat gets for a case, by what it does, where the other seats compute. */
export const lazyJuror = (): string =>
  table(
    [
      "disputed results that are wrong",
      "computes",
      'always "wrong"',
      "a coin",
      "silent",
      "copies a commitment",
      'penalty unit that makes computing beat "wrong"',
    ],
    [0.5, 0.8, 0.875, 0.9, 0.95, 0.99].map((w) => [
      percent(w),
      amount(seatFee - cost),
      amount(w * seatFee - (1 - w) * unit),
      amount((seatFee - unit) / 2),
      amount(-2 * unit),
      amount(-4 * unit),
      `> ${amount(Math.max(0, cost / (1 - w) - seatFee))}`,
    ]),
  );

/** How many of the others may be lazy until computing stops paying. */
export const tippingPoint = (): string =>
  table(
    [
      "disputed results that are wrong",
      ...[unit, 2 * unit, 4 * unit, 16 * unit].map((u) => `unit = ${amount(u)}`),
    ],
    [0.5, 0.7, 0.8, 0.9, 0.95].map((w) => [
      percent(w),
      ...[unit, 2 * unit, 4 * unit, 16 * unit].map((u) =>
        percent(Math.max(0, (1 - cost / ((1 - w) * (seatFee + u))) / 2)),
      ),
    ]),
  );

/** Who spends what to harm whom. */
export const griefers = (): string =>
  table(
    ["who", "does", "it costs them", "it costs others"],
    [
      [
        "client",
        "disputes a right result to the end",
        `${amount(disputeFee)}, to the jurors`,
        "the provider: time. The jurors: nothing",
      ],
      [
        "client",
        "concedes after the draw, before anybody committed",
        `${amount(disputeFee / 2)}, to the jurors`,
        cost <= seatFee / 2
          ? "nothing: half a fee is more than a computation costs"
          : `jurors that had computed: up to ${amount(example.panelSeats * (cost - seatFee / 2))}`,
      ],
      [
        "client",
        "disputes a right result that no panel can be drawn for",
        `gains ${amount((1 - noRuling) * price)}`,
        `the provider: ${amount((1 - noRuling) * price)}`,
      ],
      [
        "provider",
        "is disputed for a wrong result that no panel can be drawn for",
        `gains ${amount(noRuling * price)}, keeps its collateral`,
        `the client: ${amount(noRuling * price)}`,
      ],
      ["one juror", "stays silent", `${amount(2 * unit)}, and the fee of ${amount(seatFee)}`, "nothing"],
      [
        "two jurors of three",
        "stay silent: no ruling",
        `${amount(4 * unit)}, and two fees`,
        `the third juror: its fee. A right provider: ${amount((1 - noRuling) * price)}. A right client: ${amount(noRuling * price + collateral / 2 - disputeFee)}`,
      ],
      [
        "the last revealer, where the others disagree",
        "stays silent: no ruling",
        `${amount(4 * unit)}, and the fee of ${amount(seatFee)}`,
        "as above",
      ],
      [
        "either side",
        "appeals against a right ruling",
        `${amount(example.appealSeats * seatFee)}, to the jurors`,
        "the other side: time",
      ],
    ],
    "words",
  );

/** What a provider gains by garbage that is always disputed, if a share of the seats is its own. */
export const accomplice = (): string =>
  table(
    ["collateral", ...[0.05, 0.1, 0.33, 0.5].map((share) => `s = ${percent(share)}`)],
    [0, 1, 3, 9, 18, 50].map((stake) => [
      amount(stake),
      ...[0.05, 0.1, 0.33, 0.5].map((share) => amount(share * disputeFee - stake)),
    ]),
  );
