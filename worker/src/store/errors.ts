import { WattleError } from "@wattle/sdk";

/** Another process works with the same state folder. */
export class StateInUseError extends WattleError {
  override name = "StateInUseError";

  constructor(folder: string) {
    super(`Another worker is using the state folder ${folder}.`, {
      action: "Stop that worker, or give each worker a state folder of its own.",
      retryable: false,
    });
  }
}

/** The state folder belongs to another provider, chain or version. */
export class StateMismatchError extends WattleError {
  override name = "StateMismatchError";

  constructor(what: string, stored: string, expected: string) {
    super(`The state folder was made for ${what} ${stored}, not ${expected}.`, {
      action: "Use another state folder; an empty one is filled anew from the chain.",
      retryable: false,
    });
  }
}

/** There is no state to read. */
export class StateMissingError extends WattleError {
  override name = "StateMissingError";

  constructor(folder: string) {
    super(`There is no worker's state in ${folder}.`, {
      action: "Start the worker once, or name the state folder that it uses.",
      retryable: false,
    });
  }
}
