import { naming } from "../../chain/naming.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { Ruling } from "../../types/case.ts";
import type { SeatFault } from "../../types/court.ts";
import { courtInterface, marketOfCourt, type OpenHearing } from "./courtAt.ts";
import { findCourtEvent, findCourtEvents } from "./decodeCourtEvent.ts";

/** What {@link finishCase} takes. */
export interface FinishCaseParameters extends OpenHearing, WriteOptions {}

/** A seat that earned its fee. */
export interface PaidSeat {
  readonly seat: number;
  /** The provider's id. */
  readonly juror: string;
  /** Whose claim in the vault rose. */
  readonly payout: string;
  /** Base units of the fee token. */
  readonly fee: bigint;
}

/** A seat that lost stake. */
export interface PenalizedSeat {
  readonly seat: number;
  /** The provider's id. */
  readonly juror: string;
  readonly fault: SeatFault;
  /** Base units of the stake token, burned. */
  readonly slashed: bigint;
}

/** What {@link finishCase} returns. */
export interface FinishCaseReturnType extends WriteReceipt {
  readonly ruling: Ruling;
  /** Base units of the dispute's fee that the client got back. */
  readonly clientFee: bigint;
  /** Base units of the appeal's fee that the appellant got back. */
  readonly appellantFee: bigint;
  /** Base units of the appeal's fee that nobody has any more: the appeal came to no ruling. */
  readonly burnedFee: bigint;
  readonly paid: readonly PaidSeat[];
  readonly penalized: readonly PenalizedSeat[];
}

/** What {@link finishCase} throws. */
export type FinishCaseErrorType = WriteErrorType;

/** Encodes {@link finishCase}. */
export function encodeFinishCase(client: WattleClient, parameters: OpenHearing): TransactionCall {
  const { court, openedCase } = parameters;
  const market = marketOfCourt(client, parameters);
  return {
    to: court,
    data: naming(() => courtInterface().encodeFunctionData("finish", [market, openedCase])),
  };
}

/**
 * Settles a decided case: pays the seats that voted as the final ruling says, charges the others, frees all of them, and
 * sends home what is left of the fees. For anyone; it does not depend on whether the market applies the ruling, nor does
 * `applyRuling` depend on it.
 *
 * @throws {@link CourtVotesUnexpectedStageError} when the case is not decided, or finished.
 * @throws {@link SlashingCourtCaseMismatchError} when the case is not the one that was opened.
 * @throws Any other {@link FinishCaseErrorType}.
 *
 * @example
 * ```ts
 * import { finishCase, getHearing } from "@wattle/sdk";
 *
 * const { openedCase } = await getHearing(client, { court, caseId: jobId });
 * const { paid, penalized } = await finishCase(client, { court, openedCase });
 * ```
 */
export async function finishCase(
  client: WattleClient,
  parameters: FinishCaseParameters,
): Promise<FinishCaseReturnType> {
  const { court } = parameters;
  const { receipt, logs } = await sendCall(client, encodeFinishCase(client, parameters), parameters);
  const { ruling, clientFee, appellantFee, burnedFee } = findCourtEvent(court, logs, "case-finished");
  const paid = findCourtEvents(court, logs, "seat-paid");
  const penalized = findCourtEvents(court, logs, "seat-penalized");
  return {
    ...receipt,
    ruling,
    clientFee,
    appellantFee,
    burnedFee,
    paid: paid.map(({ seat, juror, payout, fee }) => ({ seat, juror, payout, fee })),
    penalized: penalized.map(({ seat, juror, fault, slashed }) => ({ seat, juror, fault, slashed })),
  };
}
