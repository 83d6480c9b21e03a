import type { LeaseSlot, LeaseTerms } from "@wattle/sdk";

/** A lease of one of the worker's machines, as the worker remembers it across restarts. */
export interface LeaseRecord {
  readonly leaseId: string;
  readonly terms: LeaseTerms;
  /** The machine, as the offer names it. */
  readonly machineId: string;
  /** What the chain said last. */
  readonly slot: LeaseSlot;
}
