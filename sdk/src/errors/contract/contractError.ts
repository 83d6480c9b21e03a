import { WattleError } from "../base.ts";
import type { ContractErrorArgs, ContractErrorName } from "./contractErrorTypes.ts";

/** What a {@link ContractError} says beyond the error's name and values. */
export interface ContractErrorOptions {
  readonly message: string;
  readonly action: string;
  readonly retryable: boolean;
  readonly cause?: unknown;
}

/**
 * A contract refused a call with one of its custom errors. Each error has a class of its own, as
 * `JobEscrowTooLateError` for `JobEscrow_TooLate`.
 *
 * @example
 * ```ts
 * import { JobEscrowTooLateError, submitResult } from "@wattle/sdk";
 *
 * try {
 *   await submitResult(client, { terms, resultDigest, resultRoot });
 * } catch (error) {
 *   if (error instanceof JobEscrowTooLateError) console.log(`closed at ${error.args.lastAt}`);
 * }
 * ```
 */
export class ContractError<Name extends ContractErrorName = ContractErrorName> extends WattleError {
  override name = "ContractError";

  /** The error's name in Solidity. */
  readonly errorName: Name;

  /** The error's values. */
  readonly args: ContractErrorArgs<Name>;

  /** The contract that has this error in its ABI; null for errors that several have in common. */
  readonly contract: string | null;

  constructor(errorName: Name, args: ContractErrorArgs<Name>, options: ContractErrorOptions) {
    super(options.message, options);
    this.errorName = errorName;
    this.args = args;
    this.contract = contractOf(errorName);
  }
}

/** The prefixes of the errors that parts of the market of batch jobs declare. */
const JOB_ESCROW_PARTS: ReadonlySet<string | undefined> = new Set(["JobDisputes", "RequestBook"]);

/** The prefixes of the errors that parts of the court declare. */
const SLASHING_COURT_PARTS: ReadonlySet<string | undefined> = new Set(["CourtSeats", "CourtVotes"]);

/** The prefixes of the errors that several markets have in common: the name does not tell which of them refused. */
const SHARED_PARTS: ReadonlySet<string | undefined> = new Set(["OfferBook", "OrderBook", "Order"]);

/** By the prefix: the contracts' own errors carry a name, those of the token standards belong to who implements them. */
function contractOf(errorName: string): string | null {
  const [prefix, reason] = errorName.split("_");
  if (SHARED_PARTS.has(prefix)) return null;
  if (JOB_ESCROW_PARTS.has(prefix)) return "JobEscrow";
  if (SLASHING_COURT_PARTS.has(prefix)) return "SlashingCourt";
  if (errorName.startsWith("ERC6909")) return "PaymentVault";
  if (errorName.startsWith("ERC20") || errorName.startsWith("ERC2612")) return "token";
  return reason === undefined ? null : (prefix ?? null);
}
