import { ContractError } from "./contractError.ts";
import type { ContractErrorName } from "./contractErrorTypes.ts";
import type { ErrorTable } from "./errorTable.ts";
import { decodeShortText } from "../../abi/shortText.ts";
import { seconds, timeInWords } from "./words.ts";

/** A court was to have a rule out of its bounds. */
export class CourtSeatsRuleInvalidError extends ContractError<"CourtSeats_RuleInvalid"> {
  override name = "CourtSeatsRuleInvalidError";
}

/** The caller does not own the juror's provider. */
export class CourtSeatsNotOwnerError extends ContractError<"CourtSeats_NotOwner"> {
  override name = "CourtSeatsNotOwnerError";
}

/** A seat can serve a market only, which has code. */
export class CourtSeatsNotMarketError extends ContractError<"CourtSeats_NotMarket"> {
  override name = "CourtSeatsNotMarketError";
}

/** A market's list has no place any more. */
export class CourtSeatsListFullError extends ContractError<"CourtSeats_ListFull"> {
  override name = "CourtSeatsListFullError";
}

/** Nobody holds the seat. */
export class CourtSeatsNoSeatError extends ContractError<"CourtSeats_NoSeat"> {
  override name = "CourtSeatsNoSeatError";
}

/** The seat was left before. */
export class CourtSeatsAlreadyLeftError extends ContractError<"CourtSeats_AlreadyLeft"> {
  override name = "CourtSeatsAlreadyLeftError";
}

/** A seat was not left, or not for long enough. */
export class CourtSeatsTooEarlyError extends ContractError<"CourtSeats_TooEarly"> {
  override name = "CourtSeatsTooEarlyError";
}

/** A case that drew the seat is not finished. */
export class CourtSeatsOnPanelError extends ContractError<"CourtSeats_OnPanel"> {
  override name = "CourtSeatsOnPanelError";
}

/** What to tell about each of them. */
export const courtSeatsErrors: ErrorTable<Extract<ContractErrorName, `CourtSeats_${string}`>> = {
  CourtSeats_RuleInvalid: {
    Class: CourtSeatsRuleInvalidError,
    message: ({ field, value, minimum, maximum }) =>
      `The court's ${decodeShortText(field)} is ${value}; it must lie between ${minimum} and ${maximum}.`,
    action: "Deploy the court with a value within these bounds; an even panel could not agree.",
    retryable: false,
  },
  CourtSeats_NotOwner: {
    Class: CourtSeatsNotOwnerError,
    message: ({ juror, caller }) => `${caller} does not own the provider ${juror}.`,
    action: "Sign with the owner's key: seats move stake, so operators cannot.",
    retryable: false,
  },
  CourtSeats_NotMarket: {
    Class: CourtSeatsNotMarketError,
    message: ({ market }) => `There is no contract at ${market} that could open cases.`,
    action: "Check the market's address and the chain that the endpoint is on.",
    retryable: false,
  },
  CourtSeats_ListFull: {
    Class: CourtSeatsListFullError,
    message: ({ market, maximum }) =>
      `The list of ${market} has all its ${maximum} places, and none is free.`,
    action: "Close a seat that was left with closeSeat, or wait until somebody does.",
    retryable: true,
  },
  CourtSeats_NoSeat: {
    Class: CourtSeatsNoSeatError,
    message: ({ market, seat }) => `Nobody holds place ${seat} on the list of ${market}.`,
    action: "Check court, market and place with getSeat.",
    retryable: false,
  },
  CourtSeats_AlreadyLeft: {
    Class: CourtSeatsAlreadyLeftError,
    message: ({ market, seat, leftAt }) =>
      `Seat ${seat} on the list of ${market} was left at ${timeInWords(leftAt)}.`,
    action: "Close it with closeSeat from the second on that getSeat gives as closableAt.",
    retryable: false,
  },
  CourtSeats_TooEarly: {
    Class: CourtSeatsTooEarlyError,
    message: ({ market, seat, nowAt, closableAt }) =>
      closableAt === 0
        ? `Seat ${seat} on the list of ${market} was not left.`
        : `Seat ${seat} on the list of ${market} stays locked until ${timeInWords(closableAt)}, for ${seconds(closableAt - nowAt)} more.`,
    action: "Leave it with leaveSeat, and close it once getSeat's closableAt has come.",
    retryable: ({ closableAt }) => closableAt !== 0,
  },
  CourtSeats_OnPanel: {
    Class: CourtSeatsOnPanelError,
    message: ({ market, seat, unitsAtRisk }) =>
      `Open cases may still charge seat ${seat} on the list of ${market} ${unitsAtRisk} penalty units.`,
    action: "Settle them with finishCase first: anyone may, once they are decided.",
    retryable: true,
  },
};
