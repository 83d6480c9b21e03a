import { WattleError } from "./base.ts";

/** The market knows no lease with this id. */
export class LeaseNotFoundError extends WattleError {
  override name = "LeaseNotFoundError";

  readonly leaseId: string;

  constructor(leaseId: string) {
    super(`There is no lease ${leaseId} in this market.`, {
      action:
        "Check the id and the deployment; right after an opening, an endpoint may lag a few seconds behind.",
      retryable: true,
    });
    this.leaseId = leaseId;
  }
}

/** A lease is there, but the endpoint does not give the event that holds its terms. */
export class LeaseTermsUnavailableError extends WattleError {
  override name = "LeaseTermsUnavailableError";

  readonly leaseId: string;

  constructor(leaseId: string, blockNumber: number) {
    super(`The endpoint gives no opening of lease ${leaseId} in block ${blockNumber}.`, {
      action: "Try again, or use an endpoint that keeps the logs of that block.",
      retryable: true,
    });
    this.leaseId = leaseId;
  }
}
