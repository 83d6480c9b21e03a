import { ContractError } from "./contractError.ts";
import type { ContractErrorName } from "./contractErrorTypes.ts";
import type { ErrorTable } from "./errorTable.ts";
import { CASE_STATES, caseInWords, statesInWords, timeInWords } from "./words.ts";

/** An adjudicator was to have too few or too many signers. */
export class AttestedAdjudicatorThresholdInvalidError extends ContractError<"AttestedAdjudicator_ThresholdInvalid"> {
  override name = "AttestedAdjudicatorThresholdInvalidError";
}

/** Signers are not in ascending order. */
export class AttestedAdjudicatorSignersUnorderedError extends ContractError<"AttestedAdjudicator_SignersUnordered"> {
  override name = "AttestedAdjudicatorSignersUnorderedError";
}

/** A case is in another state than the call needs. */
export class AttestedAdjudicatorUnexpectedStateError extends ContractError<"AttestedAdjudicator_UnexpectedState"> {
  override name = "AttestedAdjudicatorUnexpectedStateError";
}

/** A case came without its fee. */
export class AttestedAdjudicatorFeeMissingError extends ContractError<"AttestedAdjudicator_FeeMissing"> {
  override name = "AttestedAdjudicatorFeeMissingError";
}

/** The time for a ruling is over. */
export class AttestedAdjudicatorTooLateError extends ContractError<"AttestedAdjudicator_TooLate"> {
  override name = "AttestedAdjudicatorTooLateError";
}

/** The time for a ruling is not over. */
export class AttestedAdjudicatorTooEarlyError extends ContractError<"AttestedAdjudicator_TooEarly"> {
  override name = "AttestedAdjudicatorTooEarlyError";
}

/** A ruling has too few or too many attestations. */
export class AttestedAdjudicatorAttestationsMismatchError extends ContractError<"AttestedAdjudicator_AttestationsMismatch"> {
  override name = "AttestedAdjudicatorAttestationsMismatchError";
}

/** An account is not among the named signers. */
export class AttestedAdjudicatorNotSignerError extends ContractError<"AttestedAdjudicator_NotSigner"> {
  override name = "AttestedAdjudicatorNotSignerError";
}

/** A signer did not sign this ruling. */
export class AttestedAdjudicatorSignatureInvalidError extends ContractError<"AttestedAdjudicator_SignatureInvalid"> {
  override name = "AttestedAdjudicatorSignatureInvalidError";
}

/** What to tell about each of them. */
export const attestedAdjudicatorErrors: ErrorTable<
  Extract<ContractErrorName, `AttestedAdjudicator_${string}`>
> = {
  AttestedAdjudicator_ThresholdInvalid: {
    Class: AttestedAdjudicatorThresholdInvalidError,
    message: ({ threshold, signers, maximum }) =>
      `A threshold of ${threshold} cannot be met by ${signers} signers; at most ${maximum} can be named.`,
    action: "Name from one to that many signers, and a threshold from one to their number.",
    retryable: false,
  },
  AttestedAdjudicator_SignersUnordered: {
    Class: AttestedAdjudicatorSignersUnorderedError,
    message: ({ previous, signer }) => `Signer ${signer} does not come after ${previous}.`,
    action: "Sort the signers by address and name each once.",
    retryable: false,
  },
  AttestedAdjudicator_UnexpectedState: {
    Class: AttestedAdjudicatorUnexpectedStateError,
    message: ({ market, caseId, current, allowed }) =>
      `Case ${caseId} of ${market} is ${caseInWords(current)}; this call needs it to be ${statesInWords(allowed, CASE_STATES)}.`,
    action: "Read the case with getCase and do what its state allows.",
    retryable: false,
  },
  AttestedAdjudicator_FeeMissing: {
    Class: AttestedAdjudicatorFeeMissingError,
    message: ({ caseId, fee, received }) =>
      `Case ${caseId} came with ${received} base units of its token; its fee is ${fee}.`,
    action: "Open the case through the market, which pays the fee.",
    retryable: false,
  },
  AttestedAdjudicator_TooLate: {
    Class: AttestedAdjudicatorTooLateError,
    message: ({ caseId, rulingUntil }) =>
      `The time to rule on case ${caseId} ended at ${timeInWords(rulingUntil)}.`,
    action: "Give the fee back with returnCaseFee.",
    retryable: false,
  },
  AttestedAdjudicator_TooEarly: {
    Class: AttestedAdjudicatorTooEarlyError,
    message: ({ caseId, rulingUntil }) =>
      `The signers can rule on case ${caseId} until ${timeInWords(rulingUntil)}.`,
    action: "Call again after that second.",
    retryable: true,
  },
  AttestedAdjudicator_AttestationsMismatch: {
    Class: AttestedAdjudicatorAttestationsMismatchError,
    message: ({ attestations, threshold }) =>
      `A ruling needs ${threshold} attestations, not ${attestations}.`,
    action: "Pass exactly that many.",
    retryable: false,
  },
  AttestedAdjudicator_NotSigner: {
    Class: AttestedAdjudicatorNotSignerError,
    message: ({ account }) => `${account} is not a signer of this adjudicator.`,
    action: "Pass attestations of its signers only.",
    retryable: false,
  },
  AttestedAdjudicator_SignatureInvalid: {
    Class: AttestedAdjudicatorSignatureInvalidError,
    message: ({ signer }) => `The attestation of ${signer} is not over this ruling.`,
    action: "Let the signer sign this very ruling with signRuling.",
    retryable: false,
  },
};
