import type { ContractMissingError, MissingSignerError, WrongChainError } from "./clientErrors.ts";
import type { CallRevertedError } from "./contract/callRevertedError.ts";
import type { ContractError } from "./contract/contractError.ts";
import type { InvalidArgumentError } from "./inputErrors.ts";
import type { RpcErrorType } from "./rpcErrors.ts";
import type {
  InsufficientGasFundsError,
  NonceConflictError,
  TransactionReplacedError,
  TransactionRevertedError,
  UserRejectedError,
} from "./transactionErrors.ts";

/** What every action that reads may throw. */
export type ReadErrorType =
  | RpcErrorType
  | ContractError
  | CallRevertedError
  | ContractMissingError
  | InvalidArgumentError
  | WrongChainError;

/** What every action that signs may throw. */
export type SignErrorType = MissingSignerError | UserRejectedError;

/** What every action that sends a transaction may throw. */
export type WriteErrorType =
  | ReadErrorType
  | SignErrorType
  | InsufficientGasFundsError
  | NonceConflictError
  | TransactionRevertedError
  | TransactionReplacedError;
