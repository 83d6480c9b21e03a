import { InvalidArgumentError } from "../errors/inputErrors.ts";

/**
 * What a redemption costs in gas: `session: redeem, warm` of the repository's `snapshots/gas.json`, which a test
 * compares with it.
 */
export const REDEMPTION_GAS = 55_272n;

/**
 * What each further receipt of a batch adds: (`session: redeem in a batch of 20, a receipt` × 20 − {@link REDEMPTION_GAS})
 * ÷ 19, rounded up.
 */
export const BATCHED_REDEMPTION_GAS = 22_214n;

/** When a provider redeems. */
export interface RedemptionPolicy {
  /** What a unit of gas costs, in wei. */
  readonly gasPriceWei: bigint;
  /** What a base unit of the payment token is worth, in wei, as a fraction: both are whole numbers. */
  readonly weiPerToken: { readonly numerator: bigint; readonly denominator: bigint };
  /** Gas of a redemption by itself. Default: {@link REDEMPTION_GAS}. */
  readonly gasPerRedemption?: bigint | undefined;
  /** Gas that each further receipt of a batch adds. Default: {@link BATCHED_REDEMPTION_GAS}. */
  readonly gasPerFurther?: bigint | undefined;
  /** How many times its gas a redemption must bring, while there is time. Default: 20, for 5 % of what is earned. */
  readonly minFactor?: number | undefined;
  /** From when on a session's last receipt is not put off any more, in seconds before anyone may close it. Default: 1,800. */
  readonly lastChanceSeconds?: number | undefined;
}

/** A session with what a redemption of it would bring. */
export interface RedeemableSession {
  /** Base units of the payment token: a payee's `unredeemed`. */
  readonly unredeemed: bigint;
  /** Seconds until anyone may close the session, by its `graceUntil`. */
  readonly secondsLeft: number;
}

/** Why to redeem now, or not. */
export type RedemptionReason =
  /** It brings the wanted multiple of its gas. */
  | "pays"
  /** A session ends soon, and what is left there is still worth more than its gas. */
  | "last-chance"
  /** Nothing is urgent, and it does not bring enough yet. */
  | "wait"
  /** There is nothing to redeem, or nothing that is worth its gas. */
  | "nothing";

/** What to redeem now. */
export interface RedemptionAdvice {
  /** The numbers of the sessions to redeem, in the order in which they were given; empty for none. */
  readonly redeem: readonly number[];
  readonly reason: RedemptionReason;
  /** What they bring, in wei; for `wait`, what they would bring. */
  readonly gainWei: bigint;
  /** What their gas costs, in wei; for `wait`, what it would cost. */
  readonly costWei: bigint;
}

/**
 * Says which sessions' receipts to redeem now, in one transaction: all that pay for their own part of the gas, once
 * together they bring the wanted multiple of it, or once one of them cannot wait.
 *
 * @throws {@link InvalidArgumentError} when a price, a factor or a time is none.
 *
 * @example
 * ```ts
 * import { adviseRedemption } from "@wattle/sdk/sessions";
 *
 * const { redeem } = adviseRedemption(
 *   payees.map(({ unredeemed }, number) => ({ unredeemed, secondsLeft: graceUntil[number] - nowAt })),
 *   { gasPriceWei, weiPerToken: { numerator: 1n, denominator: 3_000n } },
 * );
 * await redeemReceipts(client, {
 *   receipts: redeem.map((number) => ({ terms: payees[number].terms, receipt: payees[number].received })),
 * });
 * ```
 */
export function adviseRedemption(
  sessions: readonly RedeemableSession[],
  policy: RedemptionPolicy,
): RedemptionAdvice {
  const { gasPriceWei, weiPerToken, lastChanceSeconds = 1800 } = policy;
  const { gasPerRedemption = REDEMPTION_GAS, gasPerFurther = BATCHED_REDEMPTION_GAS } = policy;
  const minFactor = thousandthsOf(policy.minFactor ?? 20);
  const { numerator, denominator } = weiPerToken;
  if (gasPriceWei < 0n || numerator < 0n || denominator <= 0n) {
    throw new InvalidArgumentError("a price of gas or of the payment token is negative, or divided by zero");
  }
  const furtherWei = gasPerFurther * gasPriceWei;
  const baseWei = gasPerRedemption * gasPriceWei - furtherWei;
  const worthIt = sessions
    .map(({ unredeemed, secondsLeft }, number) => ({
      number,
      gainWei: (unredeemed * numerator) / denominator,
      urgent: secondsLeft <= lastChanceSeconds,
    }))
    // What costs more than it brings in any company is left, also at the end.
    .filter(({ number, gainWei }) => (sessions[number]?.unredeemed ?? 0n) > 0n && gainWei > furtherWei);
  const gainWei = worthIt.reduce((sum, session) => sum + session.gainWei, 0n);
  const costWei = worthIt.length === 0 ? 0n : baseWei + furtherWei * BigInt(worthIt.length);
  const redeem = worthIt.map(({ number }) => number);
  if (worthIt.length === 0) return { redeem: [], reason: "nothing", gainWei, costWei };
  if (gainWei * 1000n >= costWei * minFactor) return { redeem, reason: "pays", gainWei, costWei };
  const urgent = worthIt.some((session) => session.urgent);
  if (urgent && gainWei > costWei) return { redeem, reason: "last-chance", gainWei, costWei };
  return { redeem: [], reason: urgent ? "nothing" : "wait", gainWei, costWei };
}

function thousandthsOf(factor: number): bigint {
  if (!(factor >= 0) || !Number.isFinite(factor)) throw new InvalidArgumentError(`minFactor is ${factor}`);
  return BigInt(Math.round(factor * 1000));
}
