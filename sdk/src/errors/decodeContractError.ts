import { type ErrorCode, isError } from "ethers";
import { WattleError } from "./base.ts";
import { ContractMissingError } from "./clientErrors.ts";
import { CallRevertedError } from "./contract/callRevertedError.ts";
import { contractErrorOf } from "./contract/contractErrorOf.ts";
import { findRevertData } from "./findRevertData.ts";
import { InvalidArgumentError } from "./inputErrors.ts";
import { rpcErrorOf } from "./rpcErrorOf.ts";
import { InsufficientGasFundsError, NonceConflictError, UserRejectedError } from "./transactionErrors.ts";

/** The codes of ethers that stand for a value which the caller got wrong. */
const ARGUMENT_CODES = [
  "INVALID_ARGUMENT",
  "MISSING_ARGUMENT",
  "UNEXPECTED_ARGUMENT",
  "NUMERIC_FAULT",
  "BUFFER_OVERRUN",
  "VALUE_MISMATCH",
  "UNCONFIGURED_NAME",
  "UNSUPPORTED_OPERATION",
] as const satisfies readonly ErrorCode[];

/**
 * Names a failure: whatever a provider, a signer or a wallet threw becomes a {@link WattleError} with a class of its
 * own, the custom errors of the contracts foremost.
 *
 * @param error Anything that was thrown. A {@link WattleError} is returned as it is.
 *
 * @example
 * ```ts
 * import { decodeContractError } from "@wattle/sdk";
 *
 * try {
 *   await contract.submit(terms, resultDigest, resultRoot);
 * } catch (error) {
 *   const { name, message, retryable } = decodeContractError(error);
 * }
 * ```
 */
export function decodeContractError(error: unknown): WattleError {
  if (error instanceof WattleError) return error;
  const data = findRevertData(error);
  if (data !== null) return contractErrorOf(data, error);
  if (isError(error, "ACTION_REJECTED")) return new UserRejectedError(error);
  if (isError(error, "INSUFFICIENT_FUNDS")) return new InsufficientGasFundsError(error);
  if (isError(error, "NONCE_EXPIRED") || isError(error, "REPLACEMENT_UNDERPRICED")) {
    return new NonceConflictError(error);
  }
  if (isError(error, "CALL_EXCEPTION")) {
    return new CallRevertedError("without a reason", error.data ?? "0x", error);
  }
  if (isError(error, "BAD_DATA")) return new ContractMissingError(error);
  const argument = ARGUMENT_CODES.find((code) => isError(error, code));
  if (argument !== undefined && error instanceof Error) {
    return new InvalidArgumentError(
      "shortMessage" in error ? String(error.shortMessage) : error.message,
      error,
    );
  }
  return rpcErrorOf(error);
}
