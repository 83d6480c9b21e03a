import { ContractError } from "./contractError.ts";
import type { ContractErrorName } from "./contractErrorTypes.ts";
import type { ErrorTable } from "./errorTable.ts";

/** Somebody else than the request's client called. */
export class RequestBookNotClientError extends ContractError<"RequestBook_NotClient"> {
  override name = "RequestBookNotClientError";
}

/** A request is not signed by its client. */
export class RequestBookSignatureInvalidError extends ContractError<"RequestBook_SignatureInvalid"> {
  override name = "RequestBookSignatureInvalidError";
}

/** A request has opened its job. */
export class RequestBookTakenError extends ContractError<"RequestBook_Taken"> {
  override name = "RequestBookTakenError";
}

/** What to tell about each of them. */
export const requestBookErrors: ErrorTable<Extract<ContractErrorName, `RequestBook_${string}`>> = {
  RequestBook_NotClient: {
    Class: RequestBookNotClientError,
    message: ({ client, caller }) => `${caller} is not the client of this request; ${client} is.`,
    action: "Sign with the client's account.",
    retryable: false,
  },
  RequestBook_SignatureInvalid: {
    Class: RequestBookSignatureInvalidError,
    message: ({ orderHash, client }) => `Request ${orderHash} is not signed by its client, ${client}.`,
    action: "Take another request; if it is yours, sign it with the client's key, or publish it.",
    retryable: false,
  },
  RequestBook_Taken: {
    Class: RequestBookTakenError,
    message: ({ orderHash, fill }) => `Request ${orderHash} opened its job already, as number ${fill}.`,
    action: "Take another request; this one opens again only if that job is declined.",
    retryable: true,
  },
};
