import { WattleError } from "./base.ts";

/** The market knows no session with this id. */
export class SessionNotFoundError extends WattleError {
  override name = "SessionNotFoundError";

  readonly sessionId: string;

  constructor(sessionId: string) {
    super(`There is no session ${sessionId} in this market.`, {
      action:
        "Check the id and the deployment; right after the opening, an endpoint may lag a few seconds behind.",
      retryable: true,
    });
    this.sessionId = sessionId;
  }
}

/** A session is there, but the endpoint does not give the event that has its terms. */
export class SessionHistoryUnavailableError extends WattleError {
  override name = "SessionHistoryUnavailableError";

  readonly sessionId: string;

  constructor(sessionId: string, blockNumber: number) {
    super(`The endpoint gives no opening of session ${sessionId} in block ${blockNumber}.`, {
      action: "Try again, or use an endpoint that keeps the logs of that block.",
      retryable: true,
    });
    this.sessionId = sessionId;
  }
}
