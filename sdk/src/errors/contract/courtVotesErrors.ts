import { ContractError } from "./contractError.ts";
import type { ContractErrorName } from "./contractErrorTypes.ts";
import type { ErrorTable } from "./errorTable.ts";
import { isLaterAllowed } from "./isLaterAllowed.ts";
import { COURT_STAGES } from "../../types/court.ts";
import { statesInWords } from "./words.ts";

const UNKNOWN = "unknown to the court";
const STAGES = COURT_STAGES.map((stage) => (stage === "none" ? UNKNOWN : stage));

/** A case is at another stage than the call needs. */
export class CourtVotesUnexpectedStageError extends ContractError<"CourtVotes_UnexpectedStage"> {
  override name = "CourtVotesUnexpectedStageError";
}

/** A panel has fewer places. */
export class CourtVotesNoPlaceError extends ContractError<"CourtVotes_NoPlace"> {
  override name = "CourtVotesNoPlaceError";
}

/** The caller does not speak for the seat. */
export class CourtVotesNotJurorError extends ContractError<"CourtVotes_NotJuror"> {
  override name = "CourtVotesNotJurorError";
}

/** The seat has committed before. */
export class CourtVotesAlreadyCommittedError extends ContractError<"CourtVotes_AlreadyCommitted"> {
  override name = "CourtVotesAlreadyCommittedError";
}

/** A commitment is no hash. */
export class CourtVotesCommitmentInvalidError extends ContractError<"CourtVotes_CommitmentInvalid"> {
  override name = "CourtVotesCommitmentInvalidError";
}

/** A vote is not what the seat committed to. */
export class CourtVotesVoteMismatchError extends ContractError<"CourtVotes_VoteMismatch"> {
  override name = "CourtVotesVoteMismatchError";
}

/** What to tell about each of them. */
export const courtVotesErrors: ErrorTable<Extract<ContractErrorName, `CourtVotes_${string}`>> = {
  CourtVotes_UnexpectedStage: {
    Class: CourtVotesUnexpectedStageError,
    message: ({ market, caseId, current, allowed }) =>
      `Case ${caseId} of ${market} is ${stageInWords(current)}; this call needs it to be ${statesInWords(allowed, STAGES)}.`,
    action: "Read the case with getHearing and do what its stage allows; its deadlines tell when it changes.",
    retryable: ({ current, allowed }) => isYetToCome(current, allowed),
  },
  CourtVotes_NoPlace: {
    Class: CourtVotesNoPlaceError,
    message: ({ place, panelSeats }) => `There is no place ${place} in the panel, which has ${panelSeats}.`,
    action: "Leave the place out: it is found by the seat.",
    retryable: false,
  },
  CourtVotes_NotJuror: {
    Class: CourtVotesNotJurorError,
    message: ({ juror, caller }) => `${caller} is neither the owner nor an operator of the juror ${juror}.`,
    action: "Sign with such a key, or let the juror's owner add this one with setOperator.",
    retryable: false,
  },
  CourtVotes_AlreadyCommitted: {
    Class: CourtVotesAlreadyCommittedError,
    message: ({ seat, commitment }) => `Seat ${seat} has committed to ${commitment} already.`,
    action: "Keep the vote that has this commitment, and reveal that one.",
    retryable: false,
  },
  CourtVotes_CommitmentInvalid: {
    Class: CourtVotesCommitmentInvalidError,
    message: ({ commitment }) => `${commitment} is no commitment.`,
    action: "Make it with prepareVote.",
    retryable: false,
  },
  CourtVotes_VoteMismatch: {
    Class: CourtVotesVoteMismatchError,
    message: ({ seat, hash, committed }) =>
      BigInt(committed) === 0n
        ? `Seat ${seat} has committed to nothing.`
        : BigInt(committed) < 3n
          ? `Seat ${seat} has revealed its vote already.`
          : `The vote of seat ${seat} hashes to ${hash}, but it committed to ${committed}.`,
    action: "Reveal exactly what was prepared and committed, once.",
    retryable: false,
  },
};

/** A stage in words. */
function stageInWords(stage: number): string {
  return STAGES[stage] ?? UNKNOWN;
}

/**
 * Whether a stage that the call needs may come yet. Before an appeal the first of them counts, for who had its turn then has
 * none in an appeal; after it any later one.
 */
function isYetToCome(current: number, allowed: bigint): boolean {
  const isAppealed = current >= COURT_STAGES.indexOf("appeal-drawing");
  return isAppealed ? isLaterAllowed(current, allowed) : 1n << BigInt(current) < (allowed & -allowed);
}
