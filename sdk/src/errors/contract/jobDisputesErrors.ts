import { ContractError } from "./contractError.ts";
import type { ContractErrorName } from "./contractErrorTypes.ts";
import type { ErrorTable } from "./errorTable.ts";

/** A job has nobody who could take its case. */
export class JobDisputesNoAdjudicatorError extends ContractError<"JobDisputes_NoAdjudicator"> {
  override name = "JobDisputesNoAdjudicatorError";
}

/** The adjudicator has the case already. */
export class JobDisputesCaseOpenError extends ContractError<"JobDisputes_CaseOpen"> {
  override name = "JobDisputesCaseOpenError";
}

/** The adjudicator has not ruled. */
export class JobDisputesNoRulingError extends ContractError<"JobDisputes_NoRuling"> {
  override name = "JobDisputesNoRulingError";
}

/** A call has too little gas left to tell the adjudicator. */
export class JobDisputesTooLittleGasError extends ContractError<"JobDisputes_TooLittleGas"> {
  override name = "JobDisputesTooLittleGasError";
}

/** What to tell about each of them. */
export const jobDisputesErrors: ErrorTable<Extract<ContractErrorName, `JobDisputes_${string}`>> = {
  JobDisputes_NoAdjudicator: {
    Class: JobDisputesNoAdjudicatorError,
    message: ({ jobId }) => `The terms of job ${jobId} name no adjudicator.`,
    action: "Wait for the ruling deadline; then anyone can end the job with splitJob.",
    retryable: false,
  },
  JobDisputes_CaseOpen: {
    Class: JobDisputesCaseOpenError,
    message: ({ jobId }) => `The adjudicator has the case of job ${jobId} already.`,
    action: "Nothing is left to do; wait for the ruling.",
    retryable: false,
  },
  JobDisputes_NoRuling: {
    Class: JobDisputesNoRulingError,
    message: ({ jobId, adjudicator }) => `${adjudicator} has given no ruling on job ${jobId}.`,
    action: "Call again once it has ruled; after the ruling deadline, anyone can end the job with splitJob.",
    retryable: true,
  },
  JobDisputes_TooLittleGas: {
    Class: JobDisputesTooLittleGasError,
    message: ({ jobId, gasLeft, gasNeeded }) =>
      `Conceding job ${jobId} needs ${gasNeeded} gas for the adjudicator; ${gasLeft} were left.`,
    action: "Send the transaction with more gas.",
    retryable: true,
  },
};
