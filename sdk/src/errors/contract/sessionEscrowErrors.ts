import { SESSION_STATES, sessionStateOf } from "../../types/sessionState.ts";
import { ContractError } from "./contractError.ts";
import type { ContractErrorName } from "./contractErrorTypes.ts";
import type { ErrorTable } from "./errorTable.ts";
import { seconds, stateInWords, statesInWords, timeInWords } from "./words.ts";

/** The session is in another state than the call needs. */
export class SessionEscrowUnexpectedStateError extends ContractError<"SessionEscrow_UnexpectedState"> {
  override name = "SessionEscrowUnexpectedStateError";
}

/** Somebody else than the session's payer called. */
export class SessionEscrowNotPayerError extends ContractError<"SessionEscrow_NotPayer"> {
  override name = "SessionEscrowNotPayerError";
}

/** A session came without a key that signs its receipts. */
export class SessionEscrowPayerKeyZeroError extends ContractError<"SessionEscrow_PayerKeyZero"> {
  override name = "SessionEscrowPayerKeyZeroError";
}

/** No provider is registered under the terms' id. */
export class SessionEscrowUnknownProviderError extends ContractError<"SessionEscrow_UnknownProvider"> {
  override name = "SessionEscrowUnknownProviderError";
}

/** The terms name another payout address than the provider's of now. */
export class SessionEscrowPayoutMismatchError extends ContractError<"SessionEscrow_PayoutMismatch"> {
  override name = "SessionEscrowPayoutMismatchError";
}

/** Nothing was to be paid in, or more than a session can hold. */
export class SessionEscrowAmountOutOfBoundsError extends ContractError<"SessionEscrow_AmountOutOfBounds"> {
  override name = "SessionEscrowAmountOutOfBoundsError";
}

/** The session has expired. */
export class SessionEscrowExpiredError extends ContractError<"SessionEscrow_Expired"> {
  override name = "SessionEscrowExpiredError";
}

/** The provider still has its grace. */
export class SessionEscrowTooEarlyError extends ContractError<"SessionEscrow_TooEarly"> {
  override name = "SessionEscrowTooEarlyError";
}

/** A receipt is not signed by the payer key. */
export class SessionEscrowSignatureInvalidError extends ContractError<"SessionEscrow_SignatureInvalid"> {
  override name = "SessionEscrowSignatureInvalidError";
}

/** A receipt pays nothing. */
export class SessionEscrowReceiptStaleError extends ContractError<"SessionEscrow_ReceiptStale"> {
  override name = "SessionEscrowReceiptStaleError";
}

/** As a call needs them: the terms of an opening must be new. */
const NEEDED_STATES = ["new", ...SESSION_STATES.slice(1)];

/** What to tell about each of them. */
export const sessionEscrowErrors: ErrorTable<Extract<ContractErrorName, `SessionEscrow_${string}`>> = {
  SessionEscrow_UnexpectedState: {
    Class: SessionEscrowUnexpectedStateError,
    message: ({ sessionId, current, allowed }) =>
      `Session ${sessionId} is ${stateInWords(current, SESSION_STATES)}; this call needs it to be ${statesInWords(allowed, NEEDED_STATES)}.`,
    action: "Read the session with getSession and do what its state allows.",
    // Right after the opening, an endpoint may lag behind; nothing else leads to a state that a call needs.
    retryable: ({ current }) => sessionStateOf(current) === "none",
  },
  SessionEscrow_NotPayer: {
    Class: SessionEscrowNotPayerError,
    message: ({ sessionId, caller }) => `${caller} is not the payer of session ${sessionId}.`,
    action: "Sign with the payer's account.",
    retryable: false,
  },
  SessionEscrow_PayerKeyZero: {
    Class: SessionEscrowPayerKeyZeroError,
    message: ({ sessionId }) => `Session ${sessionId} has no key that signs its receipts.`,
    action: "Pass the address of the key that will sign, or leave payerKey out to sign with the payer's own.",
    retryable: false,
  },
  SessionEscrow_UnknownProvider: {
    Class: SessionEscrowUnknownProviderError,
    message: ({ provider }) => `There is no provider ${provider}.`,
    action: "Check the id and the deployment; a provider's id is the address that registered.",
    retryable: false,
  },
  SessionEscrow_PayoutMismatch: {
    Class: SessionEscrowPayoutMismatchError,
    message: ({ payout, currentPayout }) =>
      `The terms pay to ${payout}, but the provider's payout address is ${currentPayout} now.`,
    action: "Open the session again: openSession reads the present address.",
    retryable: true,
  },
  SessionEscrow_AmountOutOfBounds: {
    Class: SessionEscrowAmountOutOfBoundsError,
    message: ({ sessionId, amount, maximum }) =>
      `Session ${sessionId} can take 1 to ${maximum} base units more, not ${amount}.`,
    action: "Pass an amount within these bounds.",
    retryable: false,
  },
  SessionEscrow_Expired: {
    Class: SessionEscrowExpiredError,
    message: ({ sessionId, nowAt, expiresAt }) =>
      `Session ${sessionId} expired at ${timeInWords(expiresAt)}, ${seconds(nowAt - expiresAt)} ago.`,
    action: "Open another session; closeSession returns the rest once the provider's grace is over.",
    retryable: false,
  },
  SessionEscrow_TooEarly: {
    Class: SessionEscrowTooEarlyError,
    message: ({ sessionId, nowAt, graceUntil }) =>
      `Only the provider's owner may close session ${sessionId} up to ${timeInWords(graceUntil)}, for ${seconds(graceUntil - nowAt + 1)} more.`,
    action: "Call again after that second; the payer makes it come sooner with startCloseSession.",
    retryable: true,
  },
  SessionEscrow_SignatureInvalid: {
    Class: SessionEscrowSignatureInvalidError,
    message: ({ sessionId, cumulativeAmount, payerKey }) =>
      `The receipt for ${cumulativeAmount} base units of session ${sessionId} is not signed by ${payerKey}.`,
    action: "Pass a receipt of this very session, chain and market, signed with the payer key.",
    retryable: false,
  },
  SessionEscrow_ReceiptStale: {
    Class: SessionEscrowReceiptStaleError,
    message: ({ sessionId, cumulativeAmount, redeemed, deposited }) =>
      `The receipt for ${cumulativeAmount} base units of session ${sessionId} pays nothing: ${redeemed} of ${deposited} deposited were redeemed before.`,
    action:
      "Redeem a receipt for more; where the deposit is used up, one pays again once the payer has topped it up.",
    retryable: false,
  },
};
