import { patiently } from "../../chain/patiently.ts";
import { sleep } from "../../chain/sleep.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { Lease, LeaseSlot } from "../../types/lease.ts";
import { leaseWindowsOf } from "../../types/leaseWindowsOf.ts";
import { getLease, type GetLeaseErrorType } from "./getLease.ts";
import { getLeaseSlot } from "./getLeaseSlot.ts";

/** What {@link watchLease} takes. */
export interface WatchLeaseParameters {
  readonly leaseId: string;
  /** Pause between two looks, in milliseconds. Default: the client's. */
  readonly pollingIntervalMs?: number;
  /** How long the endpoint may fail before the watch ends, in milliseconds. Default: a minute. */
  readonly patienceMs?: number;
  /** Ends the watch; its reason is thrown. */
  readonly signal?: AbortSignal | undefined;
}

/** What {@link watchLease} throws. */
export type WatchLeaseErrorType = GetLeaseErrorType;

/**
 * Follows a lease: yields it as it is, and again after each check-in, top-up and withdrawal, until it is closed. An
 * endpoint that fails for a moment does not end it.
 *
 * @throws Any {@link WatchLeaseErrorType}, or the signal's reason.
 *
 * @example
 * ```ts
 * import { topUpLease, watchLease } from "@wattle/sdk";
 *
 * for await (const { terms, fundedSeconds, dryAt, endsAt } of watchLease(client, { leaseId, signal })) {
 *   const extraSeconds = Math.min(600, terms.leaseSeconds - fundedSeconds);
 *   const isNearlyDry = dryAt !== null && dryAt - Date.now() / 1000 < 300;
 *   if (isNearlyDry && extraSeconds > 0) await topUpLease(client, { terms, extraSeconds });
 *   if (endsAt < Date.now() / 1000) break;
 * }
 * ```
 */
export async function* watchLease(
  client: WattleClient,
  { leaseId, pollingIntervalMs = client.pollingIntervalMs, patienceMs, signal }: WatchLeaseParameters,
): AsyncGenerator<Lease, void> {
  const patience = { pauseMs: pollingIntervalMs, patienceMs, signal };
  let seen: Lease | null = null;
  for (;;) {
    const last: Lease | null = seen;
    const changed: Lease | null = await patiently(() => readChange(client, leaseId, last, signal), patience);
    if (changed !== null) {
      yield changed;
      if (changed.state === "closed") return;
      seen = changed;
    }
    await sleep(pollingIntervalMs, signal);
  }
}

/** The lease if its slot differs from what was seen last; null if not. Its terms never change. */
async function readChange(
  client: WattleClient,
  leaseId: string,
  seen: Lease | null,
  signal: AbortSignal | undefined,
): Promise<Lease | null> {
  if (seen === null) return getLease(client, { leaseId, signal });
  const slot = await getLeaseSlot(client, { leaseId, signal });
  const fields = Object.keys(slot) as (keyof LeaseSlot)[];
  if (slot.state === "none" || fields.every((field) => slot[field] === seen[field])) return null;
  return { ...seen, ...slot, ...leaseWindowsOf(seen.terms, slot) };
}
