import { WattleError } from "./base.ts";

/** The court knows no such case of the market. */
export class HearingNotFoundError extends WattleError {
  override name = "HearingNotFoundError";

  readonly caseId: string;

  constructor(court: string, market: string, caseId: string) {
    super(`The court ${court} has no case ${caseId} of ${market}.`, {
      action:
        "Check court, market and id, and open it with openCase; right after that an endpoint may lag behind.",
      retryable: true,
    });
    this.caseId = caseId;
  }
}

/** A case is there, but the endpoint does not give the event that says what there is to judge. */
export class HearingHistoryUnavailableError extends WattleError {
  override name = "HearingHistoryUnavailableError";

  readonly caseId: string;

  constructor(caseId: string, blockNumber: number) {
    super(`The endpoint gives no opening of case ${caseId} in block ${blockNumber}.`, {
      action: "Try again, or use an endpoint that keeps the logs of that block.",
      retryable: true,
    });
    this.caseId = caseId;
  }
}

/** The court may not lock what a seat costs. */
export class SeatNotBackedError extends WattleError {
  override name = "SeatNotBackedError";

  /** The provider's id. */
  readonly juror: string;
  /** Base units of the stake token that one more lock could take. */
  readonly available: bigint;
  /** Base units of the stake token. */
  readonly needed: bigint;

  constructor(juror: string, court: string, available: bigint, needed: bigint) {
    super(
      `The court ${court} may lock ${available} base units of ${juror}'s stake; a seat needs ${needed}.`,
      {
        action: "Let the owner allow it with authorizeService({ provider, service: court, limit }).",
        retryable: false,
      },
    );
    this.juror = juror;
    this.available = available;
    this.needed = needed;
  }
}

/** A seat has no vote in a case. */
export class SeatNotDrawnError extends WattleError {
  override name = "SeatNotDrawnError";

  readonly caseId: string;
  readonly seat: number;

  constructor(caseId: string, seat: number) {
    super(`Seat ${seat} is on no panel of case ${caseId}.`, {
      action:
        "Check court, market and seat with getHearing; right after the draw an endpoint may lag behind.",
      retryable: true,
    });
    this.caseId = caseId;
    this.seat = seat;
  }
}

/** No seat was drawn for a case. */
export class PanelNotDrawnError extends WattleError {
  override name = "PanelNotDrawnError";

  readonly caseId: string;

  constructor(caseId: string) {
    super(`Case ${caseId} has no panel: none was drawn, or it is finished.`, {
      action: "Draw it with drawPanel once its seed's block has come.",
      retryable: true,
    });
    this.caseId = caseId;
  }
}

/** A value of an order that does not say what the rules of its court ask for. */
export interface CourtMismatch {
  readonly field: "token" | "disputeFee" | "runLimitSeconds" | "maxRunSeconds" | "rulingSeconds";
  readonly value: string | bigint | number;
  readonly must: "be" | "be at most" | "be at least";
  readonly required: string | bigint | number;
}

/** What each value is held against, in words. */
const COURT_RULES: Readonly<Record<CourtMismatch["field"], string>> = {
  token: "the token of its fees (feeToken)",
  disputeFee: "what a panel costs (panelFee)",
  runLimitSeconds: "the longest run that its jurors take (longestRunSeconds)",
  maxRunSeconds: "the longest run that its jurors take (longestRunSeconds)",
  rulingSeconds:
    "its longest case and the time to apply a ruling (neededSeconds), and a minute to open the case",
};

/** An order names a court that would refuse every case of it: a dispute would end without a ruling. */
export class CourtTermsError extends WattleError {
  override name = "CourtTermsError";

  readonly court: string;
  /** At least one. */
  readonly mismatches: readonly CourtMismatch[];

  constructor(court: string, mismatches: readonly CourtMismatch[]) {
    const rules = mismatches.map(
      ({ field, value, must, required }) =>
        `${field} is ${value} and must ${must} ${required}, ${COURT_RULES[field]}`,
    );
    const changes = mismatches.map(({ field, must, required }) =>
      [field, must.slice("be ".length), required].filter((word) => word !== "").join(" "),
    );
    super(`The court ${court} would refuse every case of this order: ${rules.join("; ")}.`, {
      action: `Use an order with ${changes.join(", ")}, or with another adjudicator.`,
      retryable: false,
    });
    this.court = court;
    this.mismatches = mismatches;
  }
}
