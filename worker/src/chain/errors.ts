import { WattleError } from "@wattle/sdk";

/** The chain and the configuration do not fit together: the worker could do nothing but fail. */
export class ProviderSetupError extends WattleError {
  override name = "ProviderSetupError";

  constructor(what: string, action: string) {
    super(what, { action, retryable: false });
  }
}
