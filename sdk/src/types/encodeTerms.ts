import { keccak256 } from "ethers";
import type { JobTerms } from "./jobTerms.ts";
import { structCodec } from "./structCodec.ts";

const TERMS = /* @__PURE__ */ structCodec<JobTerms>(
  "bytes32 orderHash, uint32 fill, address client, address provider, address payout, address token, address adjudicator, uint128 ratePerSecond, uint128 collateral, uint128 disputeFee, uint32 runLimitSeconds, uint32 declineSeconds, uint32 slackSeconds, uint32 reviewSeconds, uint32 rulingSeconds, uint16 noRulingBps, bytes32 specDigest",
);

/**
 * The ABI encoding of a job's terms (0x hex): its keccak256 is the job's id. Also a compact way to store them.
 *
 * @example
 * ```ts
 * import { decodeTerms, encodeTerms } from "@wattle/sdk";
 *
 * const stored = encodeTerms(job.terms);
 * const terms = decodeTerms(stored);
 * ```
 */
export function encodeTerms(terms: JobTerms): string {
  return TERMS.encode(terms);
}

/**
 * The inverse of {@link encodeTerms}.
 *
 * @throws {@link InvalidArgumentError} when the bytes are no terms.
 */
export function decodeTerms(encoded: string): JobTerms {
  return TERMS.decode(encoded);
}

/**
 * The id of the job with these terms, whether there is one or not. It asks nothing of the chain.
 *
 * @example
 * ```ts
 * import { jobIdOf } from "@wattle/sdk";
 *
 * const jobId = jobIdOf(terms);
 * ```
 */
export function jobIdOf(terms: JobTerms): string {
  return keccak256(encodeTerms(terms));
}
