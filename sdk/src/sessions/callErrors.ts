import { WattleError } from "../errors/base.ts";

/** What a provider says when it refuses a call. Its message is untrusted text, and cut. */
export interface SessionRefusal {
  /** The HTTP status. */
  readonly status: number;
  /** As in `payment-required`. */
  readonly code: string;
  readonly message: string;
}

/** A provider refused a call; nothing was charged for it. Each refusal that is known has a class of its own. */
export class SessionRefusedError extends WattleError {
  override name = "SessionRefusedError";

  readonly refusal: SessionRefusal;

  constructor(refusal: SessionRefusal, action: string, retryable: boolean) {
    super(`The provider refused the call (${refusal.status} ${refusal.code}): ${refusal.message}`, {
      action,
      retryable,
    });
    this.refusal = refusal;
  }
}

/** The provider cannot read the request, or the program cannot run on the input. */
export class SessionBadRequestError extends SessionRefusedError {
  override name = "SessionBadRequestError";

  constructor(refusal: SessionRefusal) {
    super(refusal, "Correct the input.", false);
  }
}

/** The provider does not take the receipt's signature. */
export class SessionSignatureRefusedError extends SessionRefusedError {
  override name = "SessionSignatureRefusedError";

  constructor(refusal: SessionRefusal) {
    super(refusal, "Sign with the session's payer key, for its chain and contract.", false);
  }
}

/** The receipts, or the deposit behind them, do not pay for the call. */
export class SessionPaymentRequiredError extends SessionRefusedError {
  override name = "SessionPaymentRequiredError";

  /** The least cumulative amount that would pay, as the provider says; base units, as are the two below. */
  readonly due: bigint;
  readonly deposited: bigint;
  /** What was signed so far. */
  readonly signed: bigint;

  constructor(refusal: SessionRefusal, amounts: Record<"due" | "deposited" | "signed", bigint>) {
    const { due, deposited, signed } = amounts;
    const action =
      due > deposited
        ? `Raise the deposit of ${deposited} to at least ${due} with topUpSession.`
        : `Compare: ${signed} are signed, the provider wants ${due}; its price may have risen. The next call asks for it anew.`;
    super(refusal, action, false);
    this.due = due;
    this.deposited = deposited;
    this.signed = signed;
  }
}

/** The provider does not know the session. */
export class SessionUnknownError extends SessionRefusedError {
  override name = "SessionUnknownError";

  constructor(refusal: SessionRefusal) {
    super(refusal, "Right after the opening, try again in a few seconds; else check provider and id.", true);
  }
}

/** The provider does not have the service. */
export class SessionServiceUnknownError extends SessionRefusedError {
  override name = "SessionServiceUnknownError";

  constructor(refusal: SessionRefusal) {
    super(refusal, "Choose one that fetchSessionPrices lists.", false);
  }
}

/** The session is closing or closed, or has too little time left. */
export class SessionOverError extends SessionRefusedError {
  override name = "SessionOverError";

  constructor(refusal: SessionRefusal) {
    super(refusal, "Open another session.", false);
  }
}

/** The input is larger than the service takes. */
export class SessionInputTooLargeError extends SessionRefusedError {
  override name = "SessionInputTooLargeError";

  constructor(refusal: SessionRefusal) {
    super(refusal, "Send a smaller input.", false);
  }
}

/** The provider has no place for the call now. */
export class SessionBusyError extends SessionRefusedError {
  override name = "SessionBusyError";

  constructor(refusal: SessionRefusal) {
    super(refusal, "Try again later; the call is not paid for.", true);
  }
}

/** The provider's program failed; the receipt for the call pays for the next one. */
export class SessionCallFailedError extends SessionRefusedError {
  override name = "SessionCallFailedError";

  constructor(refusal: SessionRefusal) {
    super(refusal, "Try again; the call was not charged.", true);
  }
}

/** What the provider answers is not what the protocol says. */
export class SessionProtocolError extends WattleError {
  override name = "SessionProtocolError";

  constructor(message: string, cause?: unknown) {
    super(`The provider's answer cannot be used: ${message}.`, {
      action: "Check the address, or use another provider.",
      retryable: false,
      cause,
    });
  }
}

/** The provider sells for other contracts than the payer signs for. */
export class SessionMarketMismatchError extends WattleError {
  override name = "SessionMarketMismatchError";

  constructor(what: string, offered: string | number, expected: string | number) {
    super(`The provider's sessions are on ${what} ${offered}, the payer's on ${expected}.`, {
      action: "Open the session in the market that the provider names, or use another provider.",
      retryable: false,
    });
  }
}

/** No answer came: nobody knows whether the call was served. */
export class SessionUnreachableError extends WattleError {
  override name = "SessionUnreachableError";

  constructor(attempts: number, reason: string, cause: unknown) {
    super(
      `No answer to the call in ${attempts === 1 ? "1 attempt" : `${attempts} attempts`} (${reason}); it may have been charged.`,
      {
        action: "Call again later: the same receipt is sent first, so that nothing is paid twice.",
        retryable: true,
        cause,
      },
    );
  }
}

/** A call was charged, but its answer was lost on the way. */
export class SessionResponseLostError extends WattleError {
  override name = "SessionResponseLostError";

  /** What the call cost; base units of the payment token. */
  readonly amount: bigint;

  constructor(amount: bigint) {
    super(`The provider charged ${amount} base units for the call, and its answer was lost on the way.`, {
      action: "Call again to pay for another one, if you go on with this provider.",
      retryable: false,
    });
    this.amount = amount;
  }
}

/** The answer to a paid call did not pass its check. */
export class SessionResponseRejectedError extends WattleError {
  override name = "SessionResponseRejectedError";

  /** The answer. */
  readonly output: Uint8Array;

  constructor(output: Uint8Array, cause?: unknown) {
    super(`The answer to the call (${output.length} bytes) did not pass its check.`, {
      action: "Do not use it. The caller signs nothing more: end the session with startCloseSession.",
      retryable: false,
      cause,
    });
    this.output = output;
  }
}

/** The caller stopped after an answer that did not pass its check. */
export class SessionCallerStoppedError extends WattleError {
  override name = "SessionCallerStoppedError";

  constructor(cause: unknown) {
    super("This caller signs nothing more, since an answer did not pass its check.", {
      action: "End the session with startCloseSession, and open one with another provider.",
      retryable: false,
      cause,
    });
  }
}
