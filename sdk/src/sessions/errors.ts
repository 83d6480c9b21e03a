import { WattleError } from "../errors/base.ts";

/** A call would cost more than the payer lets one cost. */
export class CallBudgetExceededError extends WattleError {
  override name = "CallBudgetExceededError";

  /** Base units of the payment token; so is the one below. */
  readonly amount: bigint;
  readonly maxPerCall: bigint;

  constructor(amount: bigint, maxPerCall: bigint) {
    super(`The call would cost ${amount} base units; the budget of one is ${maxPerCall}.`, {
      action: "Use a cheaper service, or make a payer with a higher maxPerCall.",
      retryable: false,
    });
    this.amount = amount;
    this.maxPerCall = maxPerCall;
  }
}

/** A receipt would bring the total over the payer's cap. */
export class SpendingCapExceededError extends WattleError {
  override name = "SpendingCapExceededError";

  /** What was signed so far; base units of the payment token, as are the two below. */
  readonly signed: bigint;
  /** What was asked for on top of it. */
  readonly amount: bigint;
  readonly cap: bigint;

  constructor(signed: bigint, amount: bigint, cap: bigint) {
    super(`${signed} base units are signed already; ${amount} more would exceed the cap of ${cap}.`, {
      action: "Stop here, or make a payer with a higher cap.",
      retryable: false,
    });
    this.signed = signed;
    this.amount = amount;
    this.cap = cap;
  }
}

/** A receipt would say more than the session's deposit covers. */
export class SessionDepositExceededError extends WattleError {
  override name = "SessionDepositExceededError";

  /** What was signed so far; base units of the payment token, as are the two below. */
  readonly signed: bigint;
  /** What was asked for on top of it. */
  readonly amount: bigint;
  readonly deposited: bigint;

  constructor(signed: bigint, amount: bigint, deposited: bigint) {
    super(
      `${signed} base units are signed already; ${amount} more would exceed the ${deposited} that were deposited.`,
      {
        action: "Raise the deposit with topUpSession, and tell the payer with setDeposited.",
        retryable: false,
      },
    );
    this.signed = signed;
    this.amount = amount;
    this.deposited = deposited;
  }
}

/** What is wrong with a receipt. */
export type ReceiptFault =
  /** It is for another session. */
  | "session"
  /** Its amount is none that a receipt can carry. */
  | "amount"
  /** The payer key did not sign it for this session, chain and contract. */
  | "signature";

/** A receipt that the contract would refuse. */
export class ReceiptInvalidError extends WattleError {
  override name = "ReceiptInvalidError";

  readonly sessionId: string;
  readonly fault: ReceiptFault;

  constructor(sessionId: string, fault: ReceiptFault, message: string) {
    super(`The receipt is not good for session ${sessionId}: ${message}.`, {
      action: "Sign one for this session, chain and contract, with the key that its terms name.",
      retryable: false,
    });
    this.sessionId = sessionId;
    this.fault = fault;
  }
}

/** The receipts so far, or the deposit behind them, do not pay for a call. */
export class PaymentDueError extends WattleError {
  override name = "PaymentDueError";

  readonly sessionId: string;
  /** The least cumulative amount that would pay for the call; base units of the payment token, as are the others. */
  readonly due: bigint;
  /** The highest cumulative amount of a receipt; zero for none. */
  readonly received: bigint;
  readonly deposited: bigint;

  constructor(
    sessionId: string,
    { due, received, deposited }: Record<"due" | "received" | "deposited", bigint>,
  ) {
    super(
      `The call needs a receipt for ${due} base units of session ${sessionId}; there is one for ${received}, and ${deposited} are deposited.`,
      {
        action:
          due > deposited
            ? "Raise the deposit with topUpSession, then sign a receipt for the amount due."
            : "Sign a receipt for the amount due.",
        retryable: false,
      },
    );
    this.sessionId = sessionId;
    this.due = due;
    this.received = received;
    this.deposited = deposited;
  }
}
