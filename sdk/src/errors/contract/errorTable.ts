import type { ContractError, ContractErrorOptions } from "./contractError.ts";
import type { ContractErrorArgs, ContractErrorName } from "./contractErrorTypes.ts";

/** What is known of one custom error: its class, and what to tell about it. */
export interface ErrorEntry<Name extends ContractErrorName> {
  readonly Class: new (
    errorName: Name,
    args: ContractErrorArgs<Name>,
    options: ContractErrorOptions,
  ) => ContractError<Name>;
  /** What happened, as a sentence, with the values in human words. */
  readonly message: (args: ContractErrorArgs<Name>) => string;
  /** What to do now, as an instruction. */
  readonly action: string;
  /** Whether the same call may succeed later without any change by the caller. */
  readonly retryable: boolean | ((args: ContractErrorArgs<Name>) => boolean);
}

/** An entry for each of some custom errors: one that is missing does not compile. */
export type ErrorTable<Names extends ContractErrorName> = {
  readonly [Name in Names]: ErrorEntry<Name>;
};
