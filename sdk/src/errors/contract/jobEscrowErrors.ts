import { isFinalState, jobStateOf } from "../../types/jobState.ts";
import { ContractError } from "./contractError.ts";
import type { ContractErrorName } from "./contractErrorTypes.ts";
import type { ErrorTable } from "./errorTable.ts";
import { isLaterAllowed } from "./isLaterAllowed.ts";
import { seconds, stateInWords, statesInWords, timeInWords } from "./words.ts";

/** The job is in another state than the call needs. */
export class JobEscrowUnexpectedStateError extends ContractError<"JobEscrow_UnexpectedState"> {
  override name = "JobEscrowUnexpectedStateError";
}

/** The window for a call has closed. */
export class JobEscrowTooLateError extends ContractError<"JobEscrow_TooLate"> {
  override name = "JobEscrowTooLateError";
}

/** The other side still has the turn. */
export class JobEscrowTooEarlyError extends ContractError<"JobEscrow_TooEarly"> {
  override name = "JobEscrowTooEarlyError";
}

/** Somebody else than the job's client called. */
export class JobEscrowNotClientError extends ContractError<"JobEscrow_NotClient"> {
  override name = "JobEscrowNotClientError";
}

/** Somebody called who may not act for the provider. */
export class JobEscrowNotOperatorError extends ContractError<"JobEscrow_NotOperator"> {
  override name = "JobEscrowNotOperatorError";
}

/** The run limit lies outside of the offer's bounds. */
export class JobEscrowRunLimitOutOfBoundsError extends ContractError<"JobEscrow_RunLimitOutOfBounds"> {
  override name = "JobEscrowRunLimitOutOfBoundsError";
}

/** A job came without a specification. */
export class JobEscrowSpecDigestZeroError extends ContractError<"JobEscrow_SpecDigestZero"> {
  override name = "JobEscrowSpecDigestZeroError";
}

/** A result's digest is empty. */
export class JobEscrowResultDigestInvalidError extends ContractError<"JobEscrow_ResultDigestInvalid"> {
  override name = "JobEscrowResultDigestInvalidError";
}

/** The client did not agree to end a job. */
export class JobEscrowSignatureInvalidError extends ContractError<"JobEscrow_SignatureInvalid"> {
  override name = "JobEscrowSignatureInvalidError";
}

/** A key took a request that it may not take. */
export class JobEscrowCannotPromiseError extends ContractError<"JobEscrow_CannotPromise"> {
  override name = "JobEscrowCannotPromiseError";
}

/** A machine does not meet a request. */
export class JobEscrowMachineUnsuitableError extends ContractError<"JobEscrow_MachineUnsuitable"> {
  override name = "JobEscrowMachineUnsuitableError";
}

/** A provider's stake is less than a request asks for. */
export class JobEscrowStakeTooSmallError extends ContractError<"JobEscrow_StakeTooSmall"> {
  override name = "JobEscrowStakeTooSmallError";
}

/** What to tell about each of them. */
export const jobEscrowErrors: ErrorTable<Extract<ContractErrorName, `JobEscrow_${string}`>> = {
  JobEscrow_UnexpectedState: {
    Class: JobEscrowUnexpectedStateError,
    message: ({ jobId, current, allowed }) =>
      `Job ${jobId} is ${stateInWords(current)}; this call needs it to be ${statesInWords(allowed)}.`,
    action: "Read the job with getJob and do what its state allows.",
    retryable: ({ current, allowed }) =>
      !isFinalState(jobStateOf(current)) && isLaterAllowed(current, allowed),
  },
  JobEscrow_TooLate: {
    Class: JobEscrowTooLateError,
    message: ({ jobId, nowAt, lastAt }) =>
      `The window for this call on job ${jobId} closed at ${timeInWords(lastAt)}, ${seconds(nowAt - lastAt)} ago.`,
    action: "Read the job with getJob: once its deadline has passed, anyone can expire it.",
    retryable: false,
  },
  JobEscrow_TooEarly: {
    Class: JobEscrowTooEarlyError,
    message: ({ jobId, nowAt, lastAt }) =>
      `The other side has the turn on job ${jobId} up to ${timeInWords(lastAt)}, for ${seconds(lastAt - nowAt + 1)} more.`,
    action: "Call again after that second.",
    retryable: true,
  },
  JobEscrow_NotClient: {
    Class: JobEscrowNotClientError,
    message: ({ jobId, caller }) => `${caller} is not the client of job ${jobId}.`,
    action: "Sign with the account that opened the job.",
    retryable: false,
  },
  JobEscrow_NotOperator: {
    Class: JobEscrowNotOperatorError,
    message: ({ jobId, caller }) =>
      `${caller} is neither the owner nor an operator of the provider of job ${jobId}.`,
    action: "Sign with such a key, or let the provider's owner add this one with setOperator.",
    retryable: false,
  },
  JobEscrow_RunLimitOutOfBounds: {
    Class: JobEscrowRunLimitOutOfBoundsError,
    message: ({ runLimitSeconds, minRunSeconds, maxRunSeconds }) =>
      `The offer allows runs of ${minRunSeconds} to ${maxRunSeconds} seconds, not ${runLimitSeconds}.`,
    action: "Choose a run limit within the offer's bounds, or another offer.",
    retryable: false,
  },
  JobEscrow_SpecDigestZero: {
    Class: JobEscrowSpecDigestZeroError,
    message: () => `A job needs the digest of its manifest.`,
    action: "Pass the digest that encodeManifest returns.",
    retryable: false,
  },
  JobEscrow_ResultDigestInvalid: {
    Class: JobEscrowResultDigestInvalidError,
    message: ({ jobId, resultDigest }) =>
      `${resultDigest} is not a result digest that job ${jobId} can have.`,
    action: "Pass the digest that encodeResult returns.",
    retryable: false,
  },
  JobEscrow_SignatureInvalid: {
    Class: JobEscrowSignatureInvalidError,
    message: ({ jobId, client }) =>
      `The cancellation of job ${jobId} is not signed by its client, ${client}, for this job and expiry.`,
    action: "Let the client sign it with signCancel.",
    retryable: false,
  },
  JobEscrow_CannotPromise: {
    Class: JobEscrowCannotPromiseError,
    message: ({ provider, key, ratePerSecond }) =>
      `${key} may not promise ${provider} to compute for ${ratePerSecond} base units a second under this adjudicator.`,
    action:
      "Sign with the owner's key, wait until the rate has risen, or let the owner loosen the bound with setOperatorBound.",
    retryable: true,
  },
  JobEscrow_MachineUnsuitable: {
    Class: JobEscrowMachineUnsuitableError,
    message: ({ provider, machineId }) =>
      `Machine ${machineId} of provider ${provider} is not there, is retired, or is not what the request asks for.`,
    action: "Pass a machine that meets the request's requirements.",
    retryable: false,
  },
  JobEscrow_StakeTooSmall: {
    Class: JobEscrowStakeTooSmallError,
    message: ({ provider, committed, minStake }) =>
      `Provider ${provider} has ${committed} base units of stake committed; the request asks for ${minStake}.`,
    action: "Deposit more stake, or take another request.",
    retryable: false,
  },
};
