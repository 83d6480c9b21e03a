import { decodeContractError } from "../errors/decodeContractError.ts";

/** Does something that asks nothing of the chain, and names a failure. */
export function naming<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw decodeContractError(error);
  }
}
