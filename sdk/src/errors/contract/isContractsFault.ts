import { ContractMissingError } from "../clientErrors.ts";
import { CallRevertedError } from "./callRevertedError.ts";
import { ContractError } from "./contractError.ts";

/**
 * Says whether a read failed by the contract's own doing: it reverted, or there is none. Anything else is the endpoint's
 * trouble, or the caller's, and says nothing about the contract.
 *
 * @example
 * ```ts
 * import { getRuling, isContractsFault } from "@wattle/sdk";
 *
 * const ruling = await getRuling(client, { adjudicator, caseId }).catch((error: unknown) => {
 *   if (isContractsFault(error)) return "none";
 *   throw error;
 * });
 * ```
 */
export function isContractsFault(error: unknown): boolean {
  return [CallRevertedError, ContractError, ContractMissingError].some((kind) => error instanceof kind);
}
