/** The states of a session in the order of their numbers on chain. Time alone changes none of them. */
export const SESSION_STATES = ["none", "open", "closing", "closed"] as const;

/**
 * Where a session stands.
 *
 * - `none`: there is no such session.
 * - `open`: the deposit is in escrow; receipts can be redeemed.
 * - `closing`: the payer asked for the end; receipts can still be redeemed.
 * - `closed`: what was not redeemed is the payer's again.
 */
export type SessionState = (typeof SESSION_STATES)[number];

/** The state with this number on chain; `none` for a number that no state has. */
export function sessionStateOf(value: number | bigint): SessionState {
  return SESSION_STATES[Number(value)] ?? "none";
}
