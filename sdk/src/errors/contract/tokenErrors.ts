import { ContractError } from "./contractError.ts";
import type { ContractErrorName } from "./contractErrorTypes.ts";
import type { ErrorTable } from "./errorTable.ts";
import { timeInWords, tokenOfId } from "./words.ts";

/** An account has too few tokens. */
export class ERC20InsufficientBalanceError extends ContractError<"ERC20InsufficientBalance"> {
  override name = "ERC20InsufficientBalanceError";
}

/** A contract may not move enough of an account's tokens. */
export class ERC20InsufficientAllowanceError extends ContractError<"ERC20InsufficientAllowance"> {
  override name = "ERC20InsufficientAllowanceError";
}

/** Tokens cannot come from this address. */
export class ERC20InvalidSenderError extends ContractError<"ERC20InvalidSender"> {
  override name = "ERC20InvalidSenderError";
}

/** Tokens cannot go to this address. */
export class ERC20InvalidReceiverError extends ContractError<"ERC20InvalidReceiver"> {
  override name = "ERC20InvalidReceiverError";
}

/** This address cannot give an allowance. */
export class ERC20InvalidApproverError extends ContractError<"ERC20InvalidApprover"> {
  override name = "ERC20InvalidApproverError";
}

/** This address cannot have an allowance. */
export class ERC20InvalidSpenderError extends ContractError<"ERC20InvalidSpender"> {
  override name = "ERC20InvalidSpenderError";
}

/** A permit has expired. */
export class ERC2612ExpiredSignatureError extends ContractError<"ERC2612ExpiredSignature"> {
  override name = "ERC2612ExpiredSignatureError";
}

/** A permit is not its owner's. */
export class ERC2612InvalidSignerError extends ContractError<"ERC2612InvalidSigner"> {
  override name = "ERC2612InvalidSignerError";
}

/** An account's claim in the vault is too small. */
export class ERC6909InsufficientBalanceError extends ContractError<"ERC6909InsufficientBalance"> {
  override name = "ERC6909InsufficientBalanceError";
}

/** A market may not move enough of an account's claim. */
export class ERC6909InsufficientAllowanceError extends ContractError<"ERC6909InsufficientAllowance"> {
  override name = "ERC6909InsufficientAllowanceError";
}

/** Claims cannot come from this address. */
export class ERC6909InvalidSenderError extends ContractError<"ERC6909InvalidSender"> {
  override name = "ERC6909InvalidSenderError";
}

/** Claims cannot go to this address. */
export class ERC6909InvalidReceiverError extends ContractError<"ERC6909InvalidReceiver"> {
  override name = "ERC6909InvalidReceiverError";
}

/** This address cannot give an allowance. */
export class ERC6909InvalidApproverError extends ContractError<"ERC6909InvalidApprover"> {
  override name = "ERC6909InvalidApproverError";
}

/** This address cannot have an allowance. */
export class ERC6909InvalidSpenderError extends ContractError<"ERC6909InvalidSpender"> {
  override name = "ERC6909InvalidSpenderError";
}

/** A token failed to do what it was asked. */
export class SafeERC20FailedOperationError extends ContractError<"SafeERC20FailedOperation"> {
  override name = "SafeERC20FailedOperationError";
}

/** A faucet was asked for too much. */
export class FaucetTokenTooMuchError extends ContractError<"FaucetToken_TooMuch"> {
  override name = "FaucetTokenTooMuchError";
}

/** A faucet was deployed on a chain that is no test network. */
export class FaucetTokenNotATestNetworkError extends ContractError<"FaucetToken_NotATestNetwork"> {
  override name = "FaucetTokenNotATestNetworkError";
}

/** What to tell about each of them. */
export const tokenErrors: ErrorTable<
  Extract<ContractErrorName, `ERC${string}` | `FaucetToken_${string}` | `SafeERC20${string}`>
> = {
  ERC20InsufficientBalance: {
    Class: ERC20InsufficientBalanceError,
    message: ({ sender, balance, needed }) =>
      `${sender} has ${balance} base units of the token; ${needed} are needed.`,
    action: "Get more of the token, or move less.",
    retryable: false,
  },
  ERC20InsufficientAllowance: {
    Class: ERC20InsufficientAllowanceError,
    message: ({ spender, allowance, needed }) =>
      `${spender} may move ${allowance} base units of the account's tokens; ${needed} are needed.`,
    action: "Approve the amount, or deposit with depositPayment or depositStake, which see to it.",
    retryable: false,
  },
  ERC20InvalidSender: {
    Class: ERC20InvalidSenderError,
    message: ({ sender }) => `Tokens cannot be sent by ${sender}.`,
    action: "Check the sender's address.",
    retryable: false,
  },
  ERC20InvalidReceiver: {
    Class: ERC20InvalidReceiverError,
    message: ({ receiver }) => `Tokens cannot be sent to ${receiver}.`,
    action: "Check the recipient's address.",
    retryable: false,
  },
  ERC20InvalidApprover: {
    Class: ERC20InvalidApproverError,
    message: ({ approver }) => `${approver} cannot give an allowance.`,
    action: "Check the owner's address.",
    retryable: false,
  },
  ERC20InvalidSpender: {
    Class: ERC20InvalidSpenderError,
    message: ({ spender }) => `${spender} cannot be given an allowance.`,
    action: "Check the spender's address.",
    retryable: false,
  },
  ERC2612ExpiredSignature: {
    Class: ERC2612ExpiredSignatureError,
    message: ({ deadline }) => `The permit expired at ${timeInWords(deadline)}.`,
    action: "Sign a new one with a later deadline.",
    retryable: false,
  },
  ERC2612InvalidSigner: {
    Class: ERC2612InvalidSignerError,
    message: ({ signer, owner }) =>
      `The permit is signed by ${signer}, not by ${owner}, or for another amount, spender or nonce.`,
    action: "Sign it with the owner's key and its present nonce.",
    retryable: false,
  },
  ERC6909InsufficientBalance: {
    Class: ERC6909InsufficientBalanceError,
    message: ({ sender, balance, needed, id }) =>
      `The vault holds ${balance} base units of ${tokenOfId(id)} for ${sender}; ${needed} are needed.`,
    action: "Deposit more with depositPayment.",
    retryable: false,
  },
  ERC6909InsufficientAllowance: {
    Class: ERC6909InsufficientAllowanceError,
    message: ({ spender, allowance, needed, id }) =>
      `${spender} may move ${allowance} base units of the account's claim in ${tokenOfId(id)}; ${needed} are needed.`,
    action: "Approve it with approveMarket.",
    retryable: false,
  },
  ERC6909InvalidSender: {
    Class: ERC6909InvalidSenderError,
    message: ({ sender }) => `Claims cannot be sent by ${sender}.`,
    action: "Check the sender's address.",
    retryable: false,
  },
  ERC6909InvalidReceiver: {
    Class: ERC6909InvalidReceiverError,
    message: ({ receiver }) => `Claims cannot be sent to ${receiver}.`,
    action: "Check the recipient's address.",
    retryable: false,
  },
  ERC6909InvalidApprover: {
    Class: ERC6909InvalidApproverError,
    message: ({ approver }) => `${approver} cannot give an allowance over claims.`,
    action: "Check the owner's address.",
    retryable: false,
  },
  ERC6909InvalidSpender: {
    Class: ERC6909InvalidSpenderError,
    message: ({ spender }) => `${spender} cannot be given an allowance over claims.`,
    action: "Check the spender's address.",
    retryable: false,
  },
  SafeERC20FailedOperation: {
    Class: SafeERC20FailedOperationError,
    message: ({ token }) => `The token ${token} did not do what it was asked.`,
    action: "Check that this is the address of a token, and that it is not paused.",
    retryable: false,
  },
  FaucetToken_TooMuch: {
    Class: FaucetTokenTooMuchError,
    message: ({ amount, maximum }) => `A faucet gives at most ${maximum} base units at once, not ${amount}.`,
    action: "Ask for less, or more than once.",
    retryable: false,
  },
  FaucetToken_NotATestNetwork: {
    Class: FaucetTokenNotATestNetworkError,
    message: ({ chainId }) => `Chain ${chainId} is neither local nor a known test network.`,
    action: "Use an existing token there.",
    retryable: false,
  },
};
