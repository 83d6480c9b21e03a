import { keccak256 } from "ethers";
import type { SessionTerms } from "./session.ts";
import { structCodec } from "./structCodec.ts";

const TERMS = /* @__PURE__ */ structCodec<SessionTerms>(
  "address payer, address payerKey, address provider, address payout, address token, uint40 expiresAt, uint32 graceSeconds, uint256 salt",
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
  return TERMS.encode(terms);
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
  return TERMS.decode(encoded);
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
