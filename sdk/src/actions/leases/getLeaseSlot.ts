import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";
import type { LeaseSlot } from "../../types/lease.ts";
import { leaseStateOf } from "../../types/leaseState.ts";

/** What {@link getLeaseSlot} takes. */
export interface GetLeaseSlotParameters {
  readonly leaseId: string;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link getLeaseSlot} returns. */
export type GetLeaseSlotReturnType = LeaseSlot;

/** What {@link getLeaseSlot} throws. */
export type GetLeaseSlotErrorType = ReadErrorType;

/**
 * Reads the one slot that the chain stores of a lease: the cheapest look at its state.
 *
 * @throws Any {@link GetLeaseSlotErrorType}.
 *
 * @example
 * ```ts
 * import { getLeaseSlot } from "@wattle/sdk";
 *
 * const { state, seenAt } = await getLeaseSlot(client, { leaseId });
 * ```
 */
export async function getLeaseSlot(
  client: WattleClient,
  { leaseId, signal }: GetLeaseSlotParameters,
): Promise<GetLeaseSlotReturnType> {
  const slot = await reading(client.contracts.leases.leaseOf(leaseId), signal);
  return {
    state: leaseStateOf(slot.state),
    openedBlock: Number(slot.openedBlock),
    seenAt: Number(slot.seenAt),
    fundedSeconds: Number(slot.fundedSeconds),
    servedSeconds: Number(slot.servedSeconds),
    paidSeconds: Number(slot.paidSeconds),
  };
}
