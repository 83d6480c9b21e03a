import { ContractError } from "./contractError.ts";
import type { ContractErrorName } from "./contractErrorTypes.ts";
import type { ErrorTable } from "./errorTable.ts";

/** The errors of the libraries that the contracts are built on: those without a prefix of their own. */
type LibraryErrorName = Exclude<
  ContractErrorName,
  `${string}_${string}` | `ERC${string}` | `SafeERC20${string}`
>;

/** There is no contract at an address. */
export class AddressEmptyCodeError extends ContractError<"AddressEmptyCode"> {
  override name = "AddressEmptyCodeError";
}

/** A call inside of a batch failed without a reason. */
export class FailedCallError extends ContractError<"FailedCall"> {
  override name = "FailedCallError";
}

/** A signature was used before. */
export class InvalidAccountNonceError extends ContractError<"InvalidAccountNonce"> {
  override name = "InvalidAccountNonceError";
}

/** A token called back while it was being moved. */
export class ReentrancyGuardReentrantCallError extends ContractError<"ReentrancyGuardReentrantCall"> {
  override name = "ReentrancyGuardReentrantCallError";
}

/** A signature is of no key at all. */
export class ECDSAInvalidSignatureError extends ContractError<"ECDSAInvalidSignature"> {
  override name = "ECDSAInvalidSignatureError";
}

/** A signature has a wrong length. */
export class ECDSAInvalidSignatureLengthError extends ContractError<"ECDSAInvalidSignatureLength"> {
  override name = "ECDSAInvalidSignatureLengthError";
}

/** A signature is in the form that is not allowed. */
export class ECDSAInvalidSignatureSError extends ContractError<"ECDSAInvalidSignatureS"> {
  override name = "ECDSAInvalidSignatureSError";
}

/** A contract stores a text wrongly. */
export class InvalidShortStringError extends ContractError<"InvalidShortString"> {
  override name = "InvalidShortStringError";
}

/** A text is too long for a contract's constructor. */
export class StringTooLongError extends ContractError<"StringTooLong"> {
  override name = "StringTooLongError";
}

/** What to tell about each of them. */
export const libraryErrors: ErrorTable<LibraryErrorName> = {
  AddressEmptyCode: {
    Class: AddressEmptyCodeError,
    message: ({ target }) => `There is no contract at ${target}.`,
    action: "Check the deployment and the token's address.",
    retryable: false,
  },
  FailedCall: {
    Class: FailedCallError,
    message: () => `A call inside of the transaction failed without a reason.`,
    action: "Send the calls of the batch one by one to find the one that fails.",
    retryable: false,
  },
  InvalidAccountNonce: {
    Class: InvalidAccountNonceError,
    message: ({ account, currentNonce }) =>
      `The signature of ${account} is not over its present nonce, ${currentNonce}.`,
    action: "Sign again with the present nonce.",
    retryable: false,
  },
  ReentrancyGuardReentrantCall: {
    Class: ReentrancyGuardReentrantCallError,
    message: () => `A token called back into the contract while it was being moved.`,
    action: "Do not use this token: it attacks those who move it.",
    retryable: false,
  },
  ECDSAInvalidSignature: {
    Class: ECDSAInvalidSignatureError,
    message: () => `The signature is of no key at all.`,
    action: "Sign again.",
    retryable: false,
  },
  ECDSAInvalidSignatureLength: {
    Class: ECDSAInvalidSignatureLengthError,
    message: ({ length }) => `The signature has ${length} bytes instead of 65.`,
    action: "Sign again.",
    retryable: false,
  },
  ECDSAInvalidSignatureS: {
    Class: ECDSAInvalidSignatureSError,
    message: ({ s }) => `The signature's s value, ${s}, is in the upper half.`,
    action: "Sign again with a wallet that makes canonical signatures.",
    retryable: false,
  },
  InvalidShortString: {
    Class: InvalidShortStringError,
    message: () => `The contract stores a short text in a wrong form.`,
    action: "Check the deployment: another contract stands at this address.",
    retryable: false,
  },
  StringTooLong: {
    Class: StringTooLongError,
    message: ({ str }) => `The text "${str.slice(0, 64)}" is too long.`,
    action: "Deploy with a shorter one.",
    retryable: false,
  },
};
