import { zeroPadValue } from "ethers";
import { naming } from "../../chain/naming.ts";
import { type EventRange, readEvents } from "../../chain/readEvents.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { RpcErrorType } from "../../errors/rpcErrors.ts";
import type { LeaseEvent, LeaseEventType } from "../../types/leaseEvent.ts";
import { decodeLeaseEvent } from "./decodeLeaseEvent.ts";

/** The event in the ABI that each kind is. */
const ABI_NAMES = {
  "lease-opened": "LeaseOpened",
  "lease-checked-in": "LeaseCheckedIn",
  "lease-topped-up": "LeaseToppedUp",
  "lease-withdrawn": "LeaseWithdrawn",
  "lease-closed": "LeaseClosed",
  "lease-offer-published": "OfferPublished",
  "lease-offer-canceled": "OfferCanceled",
} as const satisfies Record<LeaseEventType, string>;

/** Which events are wanted. */
export interface LeaseEventFilter<Type extends LeaseEventType = LeaseEventType> {
  /** Default: all kinds. */
  readonly types?: readonly Type[];
  /** A provider's id. */
  readonly provider?: string;
  /** A lease's id; events of offers do not have one. */
  readonly leaseId?: string;
}

/** What {@link getLeaseEvents} takes. */
export interface GetLeaseEventsParameters<Type extends LeaseEventType = LeaseEventType>
  extends LeaseEventFilter<Type>, EventRange {}

/** What {@link getLeaseEvents} returns, oldest first. */
export type GetLeaseEventsReturnType<Type extends LeaseEventType = LeaseEventType> = Extract<
  LeaseEvent,
  { readonly type: Type }
>[];

/** What {@link getLeaseEvents} throws. */
export type GetLeaseEventsErrorType = RpcErrorType;

/**
 * Reads what the market of leases told in a range of blocks of any length, with as many requests as the endpoint makes
 * necessary.
 *
 * @throws Any {@link GetLeaseEventsErrorType}.
 *
 * @example
 * ```ts
 * import { getLeaseEvents } from "@wattle/sdk";
 *
 * const opened = await getLeaseEvents(client, { types: ["lease-opened"], provider, fromBlock: checkpoint + 1 });
 * ```
 */
export async function getLeaseEvents<Type extends LeaseEventType = LeaseEventType>(
  client: WattleClient,
  parameters: GetLeaseEventsParameters<Type>,
): Promise<GetLeaseEventsReturnType<Type>> {
  const filter = leaseLogFilter(client, parameters);
  const events = await readEvents(client, filter, (log) => decodeLeaseEvent(client, log), parameters);
  // The endpoint was asked for these types only.
  return events as GetLeaseEventsReturnType<Type>;
}

/** The filter that makes an endpoint return the wanted events only. */
export function leaseLogFilter(client: WattleClient, filter: LeaseEventFilter) {
  const { types = Object.keys(ABI_NAMES) as LeaseEventType[], provider, leaseId } = filter;
  const { interface: leases } = client.contracts.leases;
  return {
    address: client.deployment.contracts.leaseEscrow,
    topics: [
      types.map((type) => leases.getEvent(ABI_NAMES[type]).topicHash),
      leaseId ?? null,
      provider === undefined ? null : naming(() => zeroPadValue(provider, 32)),
    ],
  };
}
