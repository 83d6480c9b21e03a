/** What a {@link WattleError} says beyond its message. */
export interface WattleErrorOptions {
  /** The failure underneath, when there is one. */
  readonly cause?: unknown;
  /** What the reader should do now, as an instruction. */
  readonly action: string;
  /** Whether the same call may succeed later without any change by the caller. */
  readonly retryable: boolean;
}

/**
 * The root of every error that the SDK, the relay and the worker throw: it says what happened (`message`),
 * what to do (`action`) and whether a retry can help (`retryable`).
 *
 * @example
 * ```ts
 * import { WattleError } from "@wattle/sdk";
 *
 * try {
 *   await work();
 * } catch (error) {
 *   if (error instanceof WattleError && !error.retryable) console.error(error.action);
 * }
 * ```
 */
export class WattleError extends Error {
  override name = "WattleError";

  /** What the reader should do now. */
  readonly action: string;

  /** Whether the same call may succeed later without any change by the caller. */
  readonly retryable: boolean;

  constructor(message: string, options: WattleErrorOptions) {
    super(`${message} ${options.action}`, options.cause === undefined ? undefined : { cause: options.cause });
    this.action = options.action;
    this.retryable = options.retryable;
  }
}
