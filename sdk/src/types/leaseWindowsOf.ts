import type { LeaseSlot } from "./lease.ts";
import type { LeaseTerms } from "./leaseTerms.ts";

/** Until when a lease allows what. Unix seconds of the chain; each window includes its second. */
export interface LeaseWindows {
  /** The lease's last second. */
  readonly endsAt: number;
  /**
   * When the deposit is used up if the provider stays: the last second that it covers, or one that has passed where
   * more was served than paid in. Null where it lasts to the end, before the first check-in, and once closed.
   */
  readonly dryAt: number | null;
  /** Up to here the last check-in counts, or the first is waited for; then the provider is gone. Null once closed. */
  readonly presentUntil: number | null;
  /** The last second in which the client may top up if the provider stays; null once closed. */
  readonly topUpUntil: number | null;
  /** From this second on anyone may close the lease if nobody checks in or tops up before; null once closed. */
  readonly closableFrom: number | null;
}

/**
 * When a lease ends, runs dry, and may be closed by anyone.
 *
 * @example
 * ```ts
 * import { getLeaseSlot, leaseIdOf, leaseWindowsOf } from "@wattle/sdk";
 *
 * const slot = await getLeaseSlot(client, { leaseId: leaseIdOf(terms) });
 * const { dryAt } = leaseWindowsOf(terms, slot);
 * ```
 */
export function leaseWindowsOf(terms: LeaseTerms, slot: LeaseSlot): LeaseWindows {
  const endsAt = terms.openedAt + terms.leaseSeconds;
  const { state, seenAt, fundedSeconds, servedSeconds } = slot;
  if (state === "none" || state === "closed") {
    return { endsAt, dryAt: null, presentUntil: null, topUpUntil: null, closableFrom: null };
  }
  const presentUntil = Math.min(endsAt, seenAt + terms.graceSeconds);
  // Before the first check-in nothing is served, so nothing runs out.
  const usedUpAt = state === "running" ? seenAt + fundedSeconds - servedSeconds : Infinity;
  const topUpUntil = Math.min(endsAt, usedUpAt + terms.graceSeconds);
  return {
    endsAt,
    dryAt: usedUpAt < endsAt ? usedUpAt : null,
    presentUntil,
    topUpUntil,
    closableFrom: Math.min(presentUntil, topUpUntil) + 1,
  };
}
