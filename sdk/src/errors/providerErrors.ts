import { WattleError } from "./base.ts";

/** No provider has this id. */
export class ProviderNotFoundError extends WattleError {
  override name = "ProviderNotFoundError";

  readonly provider: string;

  constructor(provider: string) {
    super(`There is no provider ${provider}.`, {
      action: "Check the id and the deployment; a provider's id is the address that registered.",
      retryable: false,
    });
    this.provider = provider;
  }
}

/** A provider is there, but the endpoint does not give the event that holds its profile. */
export class ProfileUnavailableError extends WattleError {
  override name = "ProfileUnavailableError";

  readonly provider: string;

  constructor(provider: string, blockNumber: number) {
    super(`The endpoint gives no profile of provider ${provider} in block ${blockNumber}.`, {
      action: "Try again, or use an endpoint that keeps the logs of that block.",
      retryable: true,
    });
    this.provider = provider;
  }
}
