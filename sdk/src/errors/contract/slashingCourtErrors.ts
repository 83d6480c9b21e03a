import { ContractError } from "./contractError.ts";
import type { ContractErrorName } from "./contractErrorTypes.ts";
import type { ErrorTable } from "./errorTable.ts";
import { seconds, timeInWords } from "./words.ts";

/** The case is not the one that was opened. */
export class SlashingCourtCaseMismatchError extends ContractError<"SlashingCourt_CaseMismatch"> {
  override name = "SlashingCourtCaseMismatchError";
}

/** The court is paid in another token. */
export class SlashingCourtTokenMismatchError extends ContractError<"SlashingCourt_TokenMismatch"> {
  override name = "SlashingCourtTokenMismatchError";
}

/** The dispute fee is not what a panel costs. */
export class SlashingCourtFeeMismatchError extends ContractError<"SlashingCourt_FeeMismatch"> {
  override name = "SlashingCourtFeeMismatchError";
}

/** A case came without its fee. */
export class SlashingCourtFeeMissingError extends ContractError<"SlashingCourt_FeeMissing"> {
  override name = "SlashingCourtFeeMissingError";
}

/** A market opened a case of nobody's. */
export class SlashingCourtNoClientError extends ContractError<"SlashingCourt_NoClient"> {
  override name = "SlashingCourtNoClientError";
}

/** The job may run for longer than this court's jurors do. */
export class SlashingCourtRunTooLongError extends ContractError<"SlashingCourt_RunTooLong"> {
  override name = "SlashingCourtRunTooLongError";
}

/** The market does not wait for long enough. */
export class SlashingCourtRulingTooLateError extends ContractError<"SlashingCourt_RulingTooLate"> {
  override name = "SlashingCourtRulingTooLateError";
}

/** The list has too few seats that can serve. */
export class SlashingCourtTooFewSeatsError extends ContractError<"SlashingCourt_TooFewSeats"> {
  override name = "SlashingCourtTooFewSeatsError";
}

/** The seed's block has not come, or its hash has been forgotten. */
export class SlashingCourtNoSeedError extends ContractError<"SlashingCourt_NoSeed"> {
  override name = "SlashingCourtNoSeedError";
}

/** The caller is no party of the case. */
export class SlashingCourtNotPartyError extends ContractError<"SlashingCourt_NotParty"> {
  override name = "SlashingCourtNotPartyError";
}

/** What to tell about each of them. */
export const slashingCourtErrors: ErrorTable<Extract<ContractErrorName, `SlashingCourt_${string}`>> = {
  SlashingCourt_CaseMismatch: {
    Class: SlashingCourtCaseMismatchError,
    message: ({ market, caseId, mark, opened }) =>
      `The case ${caseId} of ${market} that came along hashes to ${mark}, not to ${opened}.`,
    action: "Pass the case as getHearing gives it.",
    retryable: false,
  },
  SlashingCourt_TokenMismatch: {
    Class: SlashingCourtTokenMismatchError,
    message: ({ token, feeToken }) => `The court is paid in ${feeToken}, not in ${token}.`,
    action: "Make orders that name this court in its fee token: getCourtRules has it.",
    retryable: false,
  },
  SlashingCourt_FeeMismatch: {
    Class: SlashingCourtFeeMismatchError,
    message: ({ fee, panelFee }) =>
      `A panel of this court costs ${panelFee} base units, and the dispute fee is ${fee}.`,
    action: "Make orders that name this court with the panelFee of getCourtRules as their dispute fee.",
    retryable: false,
  },
  SlashingCourt_FeeMissing: {
    Class: SlashingCourtFeeMissingError,
    message: ({ fee, received }) =>
      `The case came with ${received} base units of the fee token; its fee is ${fee}.`,
    action: "Open the case through the market, which pays the fee.",
    retryable: false,
  },
  SlashingCourt_NoClient: {
    Class: SlashingCourtNoClientError,
    message: ({ caseId }) => `The case ${caseId} names no client, to whom its fee could go back.`,
    action: "Use a market that names one.",
    retryable: false,
  },
  SlashingCourt_RunTooLong: {
    Class: SlashingCourtRunTooLongError,
    message: ({ runLimitSeconds, longestRunSeconds }) =>
      `The job may run for ${seconds(runLimitSeconds)}; jurors of this court run jobs of ${longestRunSeconds} at most.`,
    action: "Name a court for longer runs in such orders.",
    retryable: false,
  },
  SlashingCourt_RulingTooLate: {
    Class: SlashingCourtRulingTooLateError,
    message: ({ rulingUntil, neededUntil }) =>
      `The market takes a ruling until ${timeInWords(rulingUntil)}; this court may need until ${timeInWords(neededUntil)}.`,
    action:
      "Open the case right after the dispute, and give orders that name this court a rulingSeconds beyond the neededSeconds of getCourtRules.",
    retryable: false,
  },
  SlashingCourt_TooFewSeats: {
    Class: SlashingCourtTooFewSeatsError,
    message: ({ market, found, needed }) =>
      `The list of ${market} has ${found} seats for this case; ${needed} are needed.`,
    action: "Wait for jurors to finish their other cases; seats that are taken now serve later cases only.",
    retryable: true,
  },
  SlashingCourt_NoSeed: {
    Class: SlashingCourtNoSeedError,
    message: ({ seedBlock, blockNumber }) =>
      blockNumber <= seedBlock
        ? `The panel is drawn by the hash of block ${seedBlock}, and this is block ${blockNumber}.`
        : `The hash of block ${seedBlock} is forgotten at block ${blockNumber}.`,
    action: "Draw after that block and within 8,191 blocks of it; a panel that nobody drew in time is none.",
    retryable: ({ seedBlock, blockNumber }) => blockNumber <= seedBlock,
  },
  SlashingCourt_NotParty: {
    Class: SlashingCourtNotPartyError,
    message: ({ caller, caseId, market }) =>
      `${caller} is neither the client of case ${caseId} of ${market} nor the owner or an operator of its provider.`,
    action: "Sign with the key of a party.",
    retryable: false,
  },
};
