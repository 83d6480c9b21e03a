/** The states of a lease in the order of their numbers on chain. Time alone changes none of them. */
export const LEASE_STATES = ["none", "open", "running", "closed"] as const;

/**
 * Where a lease stands.
 *
 * - `none`: there is no such lease.
 * - `open`: the client's deposit is in escrow; the provider has not checked in yet, and earns nothing.
 * - `running`: the provider has checked in, and earns while it keeps doing so.
 * - `closed`: what was earned is paid, the rest is the client's again.
 */
export type LeaseState = (typeof LEASE_STATES)[number];

/** The state with this number on chain; `none` for a number that no state has. */
export function leaseStateOf(value: number | bigint): LeaseState {
  return LEASE_STATES[Number(value)] ?? "none";
}
