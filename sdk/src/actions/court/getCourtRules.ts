import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";
import type { CourtRules } from "../../types/court.ts";
import { courtAt } from "./courtAt.ts";

/** What {@link getCourtRules} takes. */
export interface GetCourtRulesParameters {
  /** The court's address. */
  readonly court: string;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link getCourtRules} returns: the rules, and what follows from them. */
export interface GetCourtRulesReturnType extends CourtRules {
  /** What a seat locks, in base units of the stake token. */
  readonly seatCollateral: bigint;
  /** How long a seat stays locked after it was left. */
  readonly exitSeconds: number;
  /** Seats of the panel of an appeal. */
  readonly appealSeats: number;
  /** Base units of the fee token: what the dispute fee of orders that name the court must be. */
  readonly panelFee: bigint;
  /** Base units of the fee token that an appeal costs. */
  readonly appealFee: bigint;
  /** The longest that a case can take. */
  readonly caseSeconds: number;
  /**
   * What must be left of the market's ruling period when a case opens: the ruling seconds of orders that name the court
   * must be this and what passes between dispute and opening.
   */
  readonly neededSeconds: number;
}

/** What {@link getCourtRules} throws. */
export type GetCourtRulesErrorType = ReadErrorType;

/**
 * Reads what a slashing court serves, what it costs and how long it takes. None of it ever changes.
 *
 * @throws {@link ContractMissingError} when there is no such court.
 * @throws Any other {@link GetCourtRulesErrorType}.
 *
 * @example
 * ```ts
 * import { getCourtRules, prepareOffer } from "@wattle/sdk";
 *
 * const { panelFee, neededSeconds } = await getCourtRules(client, { court });
 * const offer = await prepareOffer(client, {
 *   ...terms,
 *   adjudicator: court,
 *   disputeFee: panelFee,
 *   rulingSeconds: neededSeconds + 3_600,
 * });
 * ```
 */
export async function getCourtRules(
  client: WattleClient,
  { court, signal }: GetCourtRulesParameters,
): Promise<GetCourtRulesReturnType> {
  const contract = courtAt(client, court);
  const [rules, seatCollateral, exit] = await reading(
    Promise.all([contract.rules(), contract.seatCollateral(), contract.exitSeconds()]),
    signal,
  );
  const { machineClass, feeToken, seatFee, penaltyUnit } = rules;
  const panelSeats = Number(rules.panelSeats);
  const appealSeats = 2 * panelSeats + 1;
  const exitSeconds = Number(exit);
  const applySeconds = Number(rules.applySeconds);
  return {
    machineClass,
    feeToken,
    seatFee,
    penaltyUnit,
    longestRunSeconds: Number(rules.longestRunSeconds),
    panelSeats,
    drawBlocks: Number(rules.drawBlocks),
    drawSeconds: Number(rules.drawSeconds),
    commitSeconds: Number(rules.commitSeconds),
    revealSeconds: Number(rules.revealSeconds),
    appealSeconds: Number(rules.appealSeconds),
    applySeconds,
    seatCollateral,
    exitSeconds,
    appealSeats,
    panelFee: seatFee * BigInt(panelSeats),
    appealFee: seatFee * BigInt(appealSeats),
    // A seat stays locked for one second longer than the longest case.
    caseSeconds: exitSeconds - 1,
    neededSeconds: exitSeconds - 1 + applySeconds,
  };
}
