import { keccak256 } from "ethers";
import type { LeaseTerms } from "./leaseTerms.ts";
import { structCodec } from "./structCodec.ts";

const TERMS = /* @__PURE__ */ structCodec<LeaseTerms>(
  "bytes32 orderHash, uint32 fill, address client, address provider, address payout, address token, uint128 ratePerSecond, uint40 openedAt, uint32 leaseSeconds, uint32 graceSeconds",
);

/**
 * The ABI encoding of a lease's terms (0x hex): its keccak256 is the lease's id. Also a compact way to store them.
 *
 * @throws {@link InvalidArgumentError} when a value is none of its type.
 *
 * @example
 * ```ts
 * import { decodeLeaseTerms, encodeLeaseTerms } from "@wattle/sdk";
 *
 * const stored = encodeLeaseTerms(lease.terms);
 * const terms = decodeLeaseTerms(stored);
 * ```
 */
export function encodeLeaseTerms(terms: LeaseTerms): string {
  return TERMS.encode(terms);
}

/**
 * The inverse of {@link encodeLeaseTerms}.
 *
 * @throws {@link InvalidArgumentError} when the bytes are no terms.
 */
export function decodeLeaseTerms(encoded: string): LeaseTerms {
  return TERMS.decode(encoded);
}

/**
 * The id of the lease with these terms, whether there is one or not. It asks nothing of the chain.
 *
 * @example
 * ```ts
 * import { leaseIdOf } from "@wattle/sdk";
 *
 * const leaseId = leaseIdOf(terms);
 * ```
 */
export function leaseIdOf(terms: LeaseTerms): string {
  return keccak256(encodeLeaseTerms(terms));
}
