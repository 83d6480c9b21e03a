import type { RequestRejection, RequestRejectionCode } from "../types/requestRejection.ts";
import { WattleError } from "./base.ts";

/** What may change without the taker: a job is declined, the client deposits or approves, stake is released. */
const PASSING: ReadonlySet<RequestRejectionCode> = new Set(["taken", "claim", "allowance", "authorization"]);

/** A request cannot be taken. */
export class RequestUnavailableError extends WattleError {
  override name = "RequestUnavailableError";

  readonly orderHash: string;
  readonly rejection: RequestRejection;

  constructor(orderHash: string, rejection: RequestRejection) {
    super(`The request ${orderHash} cannot be taken: ${rejection.message}.`, {
      action: "Take another request; findRequests tells which ones are alive.",
      retryable: PASSING.has(rejection.code),
    });
    this.orderHash = orderHash;
    this.rejection = rejection;
  }
}
