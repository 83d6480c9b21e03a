import { isError } from "ethers";
import type { WattleError } from "./base.ts";
import { WrongChainError } from "./clientErrors.ts";
import { RpcError, RpcRateLimitError, RpcTimeoutError, RpcUnreachableError } from "./rpcErrors.ts";
import { InsufficientGasFundsError, NonceConflictError, UserRejectedError } from "./transactionErrors.ts";

/** JSON-RPC code of a request that the user rejected (EIP-1193). */
const USER_REJECTED = 4001;

/** JSON-RPC code of a limit (EIP-1474). */
const LIMIT_EXCEEDED = -32005;

/** Names the failure of an endpoint or a wallet by its code, or else by what nodes are known to say. */
export function rpcErrorOf(error: unknown): WattleError {
  const { code, message } = innermost(error);
  if (code === USER_REJECTED) return new UserRejectedError(error);
  if (/insufficient funds|doesn't have enough funds/i.test(message))
    return new InsufficientGasFundsError(error);
  if (/nonce too low|replacement transaction underpriced|already known/i.test(message)) {
    return new NonceConflictError(error);
  }
  if (isError(error, "TIMEOUT") || (error instanceof Error && error.name === "TimeoutError")) {
    return new RpcTimeoutError(message, error);
  }
  if (code === LIMIT_EXCEEDED || /\b429\b|rate limit|too many requests/i.test(message)) {
    return new RpcRateLimitError(message, null, error);
  }
  const switched = /network changed: (\d+) => (\d+)/.exec(message);
  if (switched !== null) return new WrongChainError(Number(switched[1]), Number(switched[2]));
  // A fetch that finds nobody rejects with a TypeError.
  if (isError(error, "NETWORK_ERROR") || isError(error, "SERVER_ERROR") || error instanceof TypeError) {
    return new RpcUnreachableError(message, error);
  }
  return new RpcError(message, code, error);
}

/** What the endpoint or wallet itself said, which ethers wraps where it does not know it. */
function innermost(error: unknown): { readonly code: number | null; readonly message: string } {
  const { error: wrapped, info } = fieldsOf(error);
  const { code, message } = fieldsOf(wrapped ?? fieldsOf(info)["error"] ?? error);
  return {
    code: typeof code === "number" ? code : null,
    message: redact(typeof message === "string" ? message : String(error)),
  };
}

function fieldsOf(value: unknown): Partial<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return {};
  return { ...value, ...("message" in value && { message: value.message }) };
}

/** Without addresses, which may hold an endpoint's key. */
function redact(message: string): string {
  return message.replaceAll(/\b(?:https?|wss?):\/\/[^\s"',]+/g, "(endpoint)").slice(0, 500);
}
