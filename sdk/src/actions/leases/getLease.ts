import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";
import { LeaseNotFoundError, LeaseTermsUnavailableError } from "../../errors/leaseErrors.ts";
import type { Lease } from "../../types/lease.ts";
import { leaseWindowsOf } from "../../types/leaseWindowsOf.ts";
import { decodeLeaseEvent } from "./decodeLeaseEvent.ts";
import { leaseLogFilter } from "./getLeaseEvents.ts";
import { getLeaseSlot } from "./getLeaseSlot.ts";

/** What {@link getLease} takes. */
export interface GetLeaseParameters {
  readonly leaseId: string;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link getLease} returns. */
export type GetLeaseReturnType = Lease;

/** What {@link getLease} throws. */
export type GetLeaseErrorType = ReadErrorType | LeaseNotFoundError | LeaseTermsUnavailableError;

/**
 * Reads a lease from its id alone: the stored slot names the block of the opening, whose event has the terms, so that
 * two narrow requests tell all.
 *
 * @throws {@link LeaseNotFoundError} when there is no such lease.
 * @throws {@link LeaseTermsUnavailableError} when the endpoint does not have the log of the opening.
 * @throws Any other {@link GetLeaseErrorType}.
 *
 * @example
 * ```ts
 * import { getLease, leaseAccrualAt } from "@wattle/sdk";
 *
 * const lease = await getLease(client, { leaseId });
 * console.log(lease.state, lease.dryAt, leaseAccrualAt(lease, lease.endsAt).earnedAmount);
 * ```
 */
export async function getLease(
  client: WattleClient,
  { leaseId, signal }: GetLeaseParameters,
): Promise<GetLeaseReturnType> {
  const slot = await getLeaseSlot(client, { leaseId, signal });
  if (slot.state === "none") throw new LeaseNotFoundError(leaseId);
  const { openedBlock } = slot;
  const filter = leaseLogFilter(client, { types: ["lease-opened"], leaseId });
  const logs = await reading(
    client.provider.getLogs({ ...filter, fromBlock: openedBlock, toBlock: openedBlock }),
    signal,
  );
  const [opened] = logs.map((log) => decodeLeaseEvent(client, log));
  if (opened?.type !== "lease-opened") throw new LeaseTermsUnavailableError(leaseId, openedBlock);
  const { terms, machineId } = opened;
  return { leaseId, ...slot, ...leaseWindowsOf(terms, slot), terms, machineId };
}
