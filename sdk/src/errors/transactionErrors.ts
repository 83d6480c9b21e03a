import { WattleError } from "./base.ts";

/** The sender cannot pay the transaction's gas. */
export class InsufficientGasFundsError extends WattleError {
  override name = "InsufficientGasFundsError";

  constructor(cause?: unknown) {
    super("The account has too little of the chain's own coin to pay for the transaction's gas.", {
      action: "Send some of it to the account, then try again.",
      retryable: false,
      cause,
    });
  }
}

/** The user said no in the wallet. */
export class UserRejectedError extends WattleError {
  override name = "UserRejectedError";

  constructor(cause?: unknown) {
    super("The request was rejected in the wallet.", {
      action: "Nothing was sent; ask again when the user wants to go on.",
      retryable: false,
      cause,
    });
  }
}

/** The nonce was used meanwhile, or the fee is too low to replace the transaction that uses it. */
export class NonceConflictError extends WattleError {
  override name = "NonceConflictError";

  constructor(cause?: unknown) {
    super("Another transaction of the account uses the same nonce.", {
      action: "Send from one place at a time; wait for the other transaction, then try again.",
      retryable: true,
      cause,
    });
  }
}

/** The transaction was included, but it failed. */
export class TransactionRevertedError extends WattleError {
  override name = "TransactionRevertedError";

  readonly hash: string;

  constructor(hash: string, blockNumber: number, cause?: unknown) {
    super(`Transaction ${hash} failed in block ${blockNumber}.`, {
      action: "Something changed between the check and the block; look at the cause, then try again.",
      retryable: false,
      cause,
    });
    this.hash = hash;
  }
}

/** Another transaction with the same nonce was included instead: the wallet's user replaced or canceled it. */
export class TransactionReplacedError extends WattleError {
  override name = "TransactionReplacedError";

  readonly hash: string;
  /** The transaction that was included; null if it could not be found. */
  readonly replacement: string | null;

  constructor(hash: string, replacement: string | null) {
    super(`Transaction ${hash} was replaced by ${replacement ?? "another one of the same account"}.`, {
      action: "Look at what was included instead before you send it again.",
      retryable: false,
    });
    this.hash = hash;
    this.replacement = replacement;
  }
}
