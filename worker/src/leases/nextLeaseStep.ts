import type { LeaseSlot, LeaseTerms } from "@wattle/sdk";

/** What there is to do about a lease. */
export type LeaseStep =
  /** Nothing until then, Unix seconds of the chain; null where nothing will be to do by itself. */
  | { readonly do: "wait"; readonly until: number | null }
  /** To show that the machine is there; `canWait` where another lease may be waited for. */
  | { readonly do: "check-in"; readonly canWait: boolean }
  /** It earns nothing any more: take what was earned, and free the offer's slot. */
  | { readonly do: "close" };

/** How long the provider will have been there, as the contract counts. */
export function servedSecondsOf(terms: LeaseTerms, slot: LeaseSlot, now: number): number {
  if (slot.state !== "running") return slot.servedSeconds;
  const elapsed = Math.max(0, Math.min(now, terms.openedAt + terms.leaseSeconds) - slot.seenAt);
  return slot.servedSeconds + Math.min(elapsed, terms.graceSeconds);
}

/** What of a lease's earnings can be withdrawn, in base units of its token. */
export function earnedOf(terms: LeaseTerms, slot: LeaseSlot, now: number): bigint {
  const covered = Math.min(servedSecondsOf(terms, slot, now), slot.fundedSeconds);
  return terms.ratePerSecond * BigInt(Math.max(0, covered - slot.paidSeconds));
}

/** How often to check in, in seconds: often enough that two may fail before a second is lost. */
export function checkInPeriodOf({ graceSeconds }: LeaseTerms, checkInEverySeconds: number | null): number {
  // A check-in that comes with the grace's last second would still be in time, one a block later would not.
  return Math.max(1, Math.min(checkInEverySeconds ?? Math.floor(graceSeconds / 3), graceSeconds - 1));
}

/**
 * Decides what to do about a lease: check in at once, then every period, as long as that earns anything.
 *
 * @param now Unix seconds of the chain.
 * @param checkInEverySeconds Null for a third of the lease's grace.
 */
export function nextLeaseStep(
  terms: LeaseTerms,
  slot: LeaseSlot,
  now: number,
  checkInEverySeconds: number | null,
): LeaseStep {
  if (slot.state === "none" || slot.state === "closed") return { do: "wait", until: null };
  const endsAt = terms.openedAt + terms.leaseSeconds;
  const served = servedSecondsOf(terms, slot, now);
  if (now > endsAt || served > slot.fundedSeconds + terms.graceSeconds) return { do: "close" };
  if (slot.state === "open") return { do: "check-in", canWait: false };
  // The last one counts up to the end.
  if (slot.seenAt + terms.graceSeconds >= endsAt) return { do: "wait", until: endsAt + 1 };
  const period = checkInPeriodOf(terms, checkInEverySeconds);
  const dueAt = slot.seenAt + period;
  if (now >= dueAt) return { do: "check-in", canWait: false };
  if (now >= slot.seenAt + Math.ceil(period / 2)) return { do: "check-in", canWait: true };
  return { do: "wait", until: dueAt };
}
