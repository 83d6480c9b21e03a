import type { Request } from "@wattle/sdk";

/**
 * How far the worker has come with an open request.
 *
 * The way of one that it gets: `seen` (published on chain), `ready` (the policy allows it, and of a public one the
 * manifest is fine; it waits for its rate and for a place), `taking` (the transaction is queued), `taken`: from then on
 * it is a job. The other ways: `refused` (not for this worker), `lost` (another provider took it; a decline brings it
 * back), `gone` (expired, canceled or void).
 */
export const REQUEST_STEPS = ["seen", "ready", "taking", "taken", "lost", "refused", "gone"] as const;

/** How far the worker has come with an open request: see {@link REQUEST_STEPS}. */
export type RequestStep = (typeof REQUEST_STEPS)[number];

/** An open request as the worker remembers it across restarts. */
export interface RequestRecord {
  readonly orderHash: string;
  readonly request: Request;
  /** What was published with it, untrusted: it may hold the key of public inputs. Never to be shown or logged. */
  readonly store: string;
  readonly step: RequestStep;
  /** Why it is not taken, in words. */
  readonly reason: string | null;
  /** The rate from which on it is taken, in base units a second; null before it is known. */
  readonly leastRate: bigint | null;
  /** The number that the job of the last queued take would have. */
  readonly fill: number;
  /** When it was seen that another provider took it, Unix seconds of the chain; null if none did. */
  readonly lostAt: number | null;
}
