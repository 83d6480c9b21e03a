import { ContractError } from "./contractError.ts";
import type { ContractErrorName } from "./contractErrorTypes.ts";
import type { ErrorTable } from "./errorTable.ts";
import { timeInWords } from "./words.ts";

/** Nothing was to be moved. */
export class PaymentVaultAmountZeroError extends ContractError<"PaymentVault_AmountZero"> {
  override name = "PaymentVaultAmountZeroError";
}

/** Tokens were to go nowhere. */
export class PaymentVaultRecipientZeroError extends ContractError<"PaymentVault_RecipientZero"> {
  override name = "PaymentVaultRecipientZeroError";
}

/** A token arrived not at all. */
export class PaymentVaultNothingReceivedError extends ContractError<"PaymentVault_NothingReceived"> {
  override name = "PaymentVaultNothingReceivedError";
}

/** A key may not withdraw for an account. */
export class PaymentVaultNotWithdrawerError extends ContractError<"PaymentVault_NotWithdrawer"> {
  override name = "PaymentVaultNotWithdrawerError";
}

/** A signed allowance has expired. */
export class PaymentVaultSignatureExpiredError extends ContractError<"PaymentVault_SignatureExpired"> {
  override name = "PaymentVaultSignatureExpiredError";
}

/** A signed allowance is not its owner's. */
export class PaymentVaultSignatureInvalidError extends ContractError<"PaymentVault_SignatureInvalid"> {
  override name = "PaymentVaultSignatureInvalidError";
}

/** More of a token arrived than one deposit may bring. */
export class PaymentVaultTooMuchReceivedError extends ContractError<"PaymentVault_TooMuchReceived"> {
  override name = "PaymentVaultTooMuchReceivedError";
}

/** What to tell about each of them. */
export const paymentVaultErrors: ErrorTable<Extract<ContractErrorName, `PaymentVault_${string}`>> = {
  PaymentVault_AmountZero: {
    Class: PaymentVaultAmountZeroError,
    message: ({ token }) => `The amount of ${token} to move is zero.`,
    action: "Pass an amount above zero; getClaim tells what there is to withdraw.",
    retryable: false,
  },
  PaymentVault_RecipientZero: {
    Class: PaymentVaultRecipientZeroError,
    message: ({ token }) => `The recipient of ${token} is the zero address.`,
    action: "Pass the recipient's address.",
    retryable: false,
  },
  PaymentVault_NothingReceived: {
    Class: PaymentVaultNothingReceivedError,
    message: ({ token, amount }) => `The vault asked ${token} for ${amount} base units and received none.`,
    action: "Do not use this token: it does not move what it says.",
    retryable: false,
  },
  PaymentVault_TooMuchReceived: {
    Class: PaymentVaultTooMuchReceivedError,
    message: ({ token, received, most }) =>
      `The vault received ${received} base units of ${token}, and one deposit may bring ${most} at most.`,
    action: "Deposit less at once. A token that says so by itself mints without end: do not use it.",
    retryable: false,
  },
  PaymentVault_NotWithdrawer: {
    Class: PaymentVaultNotWithdrawerError,
    message: ({ account, caller }) => `${account} does not let ${caller} withdraw to it.`,
    action: "Let the account allow the key with setWithdrawer.",
    retryable: false,
  },
  PaymentVault_SignatureExpired: {
    Class: PaymentVaultSignatureExpiredError,
    message: ({ deadlineAt }) => `The signed allowance expired at ${timeInWords(deadlineAt)}.`,
    action: "Sign a new one with a later deadline.",
    retryable: false,
  },
  PaymentVault_SignatureInvalid: {
    Class: PaymentVaultSignatureInvalidError,
    message: ({ owner }) => `The signed allowance is not signed by ${owner} over its present nonce.`,
    action: "Sign it with the owner's key and its present nonce.",
    retryable: false,
  },
};
