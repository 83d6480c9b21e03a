import type { LeaseSlot } from "./lease.ts";
import type { LeaseTerms } from "./leaseTerms.ts";
import { leaseWindowsOf } from "./leaseWindowsOf.ts";

/** What a lease comes to at some time, if nobody calls before. */
export interface LeaseAccrual {
  /** How long the provider was there. */
  readonly servedSeconds: number;
  /** Base units of the payment token that the provider could withdraw. */
  readonly earnedAmount: bigint;
  /** Base units of the payment token that the client would get back. */
  readonly restAmount: bigint;
  /** Whether the lease takes no more check-ins and top-ups: it has ended, or been empty for longer than its grace. */
  readonly isSpent: boolean;
  /** Whether anyone could close it. */
  readonly isClosableByAnyone: boolean;
}

/**
 * What a lease comes to at a time from its last check-in on, by the contract's own rule. It asks nothing of the chain.
 *
 * @param lease Its terms and what is stored of it: a `Lease` has both.
 * @param at Unix time in seconds of the chain.
 *
 * @example
 * ```ts
 * import { getLease, leaseAccrualAt } from "@wattle/sdk";
 *
 * const lease = await getLease(client, { leaseId });
 * const { earnedAmount, isClosableByAnyone } = leaseAccrualAt(lease, lease.endsAt);
 * ```
 */
export function leaseAccrualAt(lease: LeaseSlot & { readonly terms: LeaseTerms }, at: number): LeaseAccrual {
  const { terms, state, seenAt, fundedSeconds, paidSeconds } = lease;
  const { endsAt, closableFrom } = leaseWindowsOf(terms, lease);
  const since = Math.min(at, endsAt) - seenAt;
  const counted = state === "running" ? Math.max(0, Math.min(since, terms.graceSeconds)) : 0;
  const servedSeconds = lease.servedSeconds + counted;
  const covered = Math.min(servedSeconds, fundedSeconds);
  const isClosed = state === "closed" || state === "none";
  return {
    servedSeconds,
    earnedAmount: terms.ratePerSecond * BigInt(covered - paidSeconds),
    restAmount: isClosed ? 0n : terms.ratePerSecond * BigInt(fundedSeconds - covered),
    isSpent: isClosed || at > endsAt || servedSeconds > fundedSeconds + terms.graceSeconds,
    isClosableByAnyone: closableFrom !== null && at >= closableFrom,
  };
}
