import { WattleError } from "./base.ts";

/** A value is none of its type: a misspelled address, bytes of a wrong length, a number out of range. */
export class InvalidArgumentError extends WattleError {
  override name = "InvalidArgumentError";

  constructor(message: string, cause?: unknown) {
    super(`A value cannot be used: ${message}.`, {
      action: "Check the values that you passed.",
      retryable: false,
      cause,
    });
  }
}

/** A text does not fit where the chain stores it. */
export class TextTooLongError extends WattleError {
  override name = "TextTooLongError";

  constructor(text: string, maxBytes: number) {
    super(`"${text.slice(0, 64)}" is longer than ${maxBytes} bytes.`, {
      action: "Shorten it.",
      retryable: false,
    });
  }
}
