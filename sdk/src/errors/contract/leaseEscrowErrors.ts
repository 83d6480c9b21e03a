import { LEASE_STATES, leaseStateOf } from "../../types/leaseState.ts";
import { ContractError } from "./contractError.ts";
import type { ContractErrorName } from "./contractErrorTypes.ts";
import type { ErrorTable } from "./errorTable.ts";
import { isLaterAllowed } from "./isLaterAllowed.ts";
import { seconds, stateInWords, statesInWords, timeInWords } from "./words.ts";

/** The lease is in another state than the call needs. */
export class LeaseEscrowUnexpectedStateError extends ContractError<"LeaseEscrow_UnexpectedState"> {
  override name = "LeaseEscrowUnexpectedStateError";
}

/** Somebody else than the lease's client called. */
export class LeaseEscrowNotClientError extends ContractError<"LeaseEscrow_NotClient"> {
  override name = "LeaseEscrowNotClientError";
}

/** Somebody called who may not act for the provider. */
export class LeaseEscrowNotOperatorError extends ContractError<"LeaseEscrow_NotOperator"> {
  override name = "LeaseEscrowNotOperatorError";
}

/** Somebody on neither side wanted to close a lease that goes on. */
export class LeaseEscrowNotOverError extends ContractError<"LeaseEscrow_NotOver"> {
  override name = "LeaseEscrowNotOverError";
}

/** The lease's last second has passed. */
export class LeaseEscrowTooLateError extends ContractError<"LeaseEscrow_TooLate"> {
  override name = "LeaseEscrowTooLateError";
}

/** The lease has been empty for longer than its grace. */
export class LeaseEscrowExhaustedError extends ContractError<"LeaseEscrow_Exhausted"> {
  override name = "LeaseEscrowExhaustedError";
}

/** The lease would be longer or shorter than the offer allows. */
export class LeaseEscrowLeaseSecondsOutOfBoundsError extends ContractError<"LeaseEscrow_LeaseSecondsOutOfBounds"> {
  override name = "LeaseEscrowLeaseSecondsOutOfBoundsError";
}

/** The deposit would be less than it must be, or more than the lease can use. */
export class LeaseEscrowFundedSecondsOutOfBoundsError extends ContractError<"LeaseEscrow_FundedSecondsOutOfBounds"> {
  override name = "LeaseEscrowFundedSecondsOutOfBoundsError";
}

/** The provider has earned nothing that was not paid yet. */
export class LeaseEscrowNothingToWithdrawError extends ContractError<"LeaseEscrow_NothingToWithdraw"> {
  override name = "LeaseEscrowNothingToWithdrawError";
}

/** What to tell about each of them. */
export const leaseEscrowErrors: ErrorTable<Extract<ContractErrorName, `LeaseEscrow_${string}`>> = {
  LeaseEscrow_UnexpectedState: {
    Class: LeaseEscrowUnexpectedStateError,
    message: ({ leaseId, current, allowed }) =>
      `Lease ${leaseId} is ${stateInWords(current, LEASE_STATES)}; this call needs it to be ${statesInWords(allowed, LEASE_STATES)}.`,
    action: "Read the lease with getLease and do what its state allows.",
    // An endpoint may lag behind the opening, and an open lease runs after its first check-in.
    retryable: ({ current, allowed }) =>
      leaseStateOf(current) !== "closed" && isLaterAllowed(current, allowed),
  },
  LeaseEscrow_NotClient: {
    Class: LeaseEscrowNotClientError,
    message: ({ leaseId, caller }) => `${caller} is not the client of lease ${leaseId}.`,
    action: "Sign with the account that opened the lease.",
    retryable: false,
  },
  LeaseEscrow_NotOperator: {
    Class: LeaseEscrowNotOperatorError,
    message: ({ leaseId, caller }) =>
      `${caller} is neither the owner nor an operator of the provider of lease ${leaseId}.`,
    action: "Sign with such a key, or let the provider's owner add this one with setOperator.",
    retryable: false,
  },
  LeaseEscrow_NotOver: {
    Class: LeaseEscrowNotOverError,
    message: ({ leaseId, caller }) =>
      `Lease ${leaseId} goes on, and ${caller} is on neither side of it, so it cannot close it.`,
    action: "Close it from the second on that getLease gives as closableFrom, or let one of its sides do it.",
    retryable: true,
  },
  LeaseEscrow_TooLate: {
    Class: LeaseEscrowTooLateError,
    message: ({ leaseId, nowAt, endsAt }) =>
      `Lease ${leaseId} ended at ${timeInWords(endsAt)}, ${seconds(nowAt - endsAt)} ago.`,
    action: "Close it with closeLease, and open another one.",
    retryable: false,
  },
  LeaseEscrow_Exhausted: {
    Class: LeaseEscrowExhaustedError,
    message: ({ leaseId, servedSeconds, fundedSeconds, graceSeconds }) =>
      `Lease ${leaseId} has served ${seconds(servedSeconds)} of ${fundedSeconds} that were paid in, more than its grace of ${seconds(graceSeconds)} beyond them.`,
    action: "Close it with closeLease, and open another one.",
    retryable: false,
  },
  LeaseEscrow_LeaseSecondsOutOfBounds: {
    Class: LeaseEscrowLeaseSecondsOutOfBoundsError,
    message: ({ leaseSeconds, minFundedSeconds, maxLeaseSeconds }) =>
      `The offer allows leases of ${minFundedSeconds} to ${maxLeaseSeconds} seconds, not ${leaseSeconds}.`,
    action: "Choose a length within the offer's bounds, or another offer.",
    retryable: false,
  },
  LeaseEscrow_FundedSecondsOutOfBounds: {
    Class: LeaseEscrowFundedSecondsOutOfBoundsError,
    message: ({ fundedSeconds, minimum, maximum }) =>
      `The deposit would be ${fundedSeconds} seconds in all; the lease takes ${minimum} to ${maximum}.`,
    action:
      "Pay in at least what was served and what the offer asks for, and no more than the lease's length.",
    retryable: false,
  },
  LeaseEscrow_NothingToWithdraw: {
    Class: LeaseEscrowNothingToWithdrawError,
    message: ({ leaseId, servedSeconds, paidSeconds }) =>
      `Of the ${seconds(servedSeconds)} that lease ${leaseId} has served, all ${paidSeconds} that its deposit covers are paid.`,
    action: "Check in and call again later, or wait until the client has topped the lease up.",
    retryable: true,
  },
};
