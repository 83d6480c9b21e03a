import { AbiCoder, keccak256, ParamType, type Result } from "ethers";
import { plainArgs } from "../abi/plain.ts";
import { naming } from "../chain/naming.ts";
import type { SessionTerms } from "./session.ts";

/** The fields in the order of the contract's struct; a test compares them with the ABI. */
const TERMS = ParamType.from(
  "tuple(address payer, address payerKey, address provider, address payout, address token, uint40 expiresAt, uint32 graceSeconds, uint256 salt)",
);

/**
 * The ABI encoding of a session's terms (0x hex): its keccak256 is the session's id. Also a compact way to store them.
 *
 * @throws {@link InvalidArgumentError} when a field is none of its type, as a misspelled address.
 *
 * @example
 * ```ts
 * import { decodeSessionTerms, encodeSessionTerms } from "@wattle/sdk";
 *
 * const stored = encodeSessionTerms(session.terms);
 * const terms = decodeSessionTerms(stored);
 * ```
 */
export function encodeSessionTerms(terms: SessionTerms): string {
  return naming(() => AbiCoder.defaultAbiCoder().encode([TERMS], [terms]));
}

/**
 * The inverse of {@link encodeSessionTerms}.
 *
 * @throws {@link InvalidArgumentError} when the bytes are no terms.
 *
 * @example
 * ```ts
 * import { decodeSessionTerms } from "@wattle/sdk";
 *
 * const { provider, expiresAt } = decodeSessionTerms(stored);
 * ```
 */
export function decodeSessionTerms(encoded: string): SessionTerms {
  // Only a struct's values come out of a struct's type, which a test compares with the interface.
  const values = naming(() => AbiCoder.defaultAbiCoder().decode([TERMS], encoded)[0] as Result);
  return plainArgs(TERMS.components ?? [], values) as unknown as SessionTerms;
}

/**
 * The id of the session with these terms, whether there is one or not. It asks nothing of the chain.
 *
 * @throws {@link InvalidArgumentError} when a field is none of its type.
 *
 * @example
 * ```ts
 * import { sessionIdOf } from "@wattle/sdk";
 *
 * const sessionId = sessionIdOf(terms);
 * ```
 */
export function sessionIdOf(terms: SessionTerms): string {
  return keccak256(encodeSessionTerms(terms));
}
