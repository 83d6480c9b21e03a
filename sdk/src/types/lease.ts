import type { LeaseState } from "./leaseState.ts";
import type { LeaseTerms } from "./leaseTerms.ts";
import type { LeaseWindows } from "./leaseWindowsOf.ts";

/** What the chain stores of a lease: one slot. All is counted in seconds of the lease's rate. */
export interface LeaseSlot {
  readonly state: LeaseState;
  /** The block of the opening. */
  readonly openedBlock: number;
  /** When the provider checked in last, Unix time in seconds; the opening, before the first check-in. */
  readonly seenAt: number;
  /** What the client paid in. */
  readonly fundedSeconds: number;
  /** How long the provider was there, up to its last check-in; in all, once the lease is closed. */
  readonly servedSeconds: number;
  /** What the provider was paid. */
  readonly paidSeconds: number;
}

/** A lease as the chain tells it, and what follows from it. All times are Unix seconds of the chain. */
export interface Lease extends LeaseSlot, LeaseWindows {
  readonly leaseId: string;
  readonly terms: LeaseTerms;
  /** The machine, as the offer names it; 32 zero bytes for none. */
  readonly machineId: string;
}
