import { WattleError } from "../base.ts";

/** A call reverted with something else than a custom error of Wattle's contracts. */
export class CallRevertedError extends WattleError {
  override name = "CallRevertedError";

  /** What the contract returned (0x hex); `0x` if nothing. */
  readonly data: string;

  /** @param how As in `without a reason`. */
  constructor(how: string, data: string, cause?: unknown) {
    super(`The call reverted ${how}.`, {
      action: "Check that the addresses are those of Wattle's contracts and of a well-behaved token.",
      retryable: false,
      cause,
    });
    this.data = data;
  }
}
