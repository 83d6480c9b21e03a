import { zeroPadValue } from "ethers";
import { naming } from "../../chain/naming.ts";
import { type EventRange, readEvents } from "../../chain/readEvents.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { RpcErrorType } from "../../errors/rpcErrors.ts";
import type { EscrowEvent, EscrowEventType } from "../../types/escrowEvent.ts";
import { decodeEscrowEvent } from "./decodeEscrowEvent.ts";

/** The event in the ABI that each kind is. */
const ABI_NAMES = {
  "job-opened": "JobOpened",
  "job-declined": "JobDeclined",
  "job-submitted": "JobSubmitted",
  "job-completed": "JobCompleted",
  "job-expired": "JobExpired",
  "offer-published": "OfferPublished",
  "offer-canceled": "OfferCanceled",
  "job-canceled": "JobCanceled",
  "job-disputed": "JobDisputed",
  "job-case-opened": "JobCaseOpened",
  "job-conceded": "JobConceded",
  "job-ruled": "JobRuled",
  "job-split": "JobSplit",
  "request-published": "RequestPublished",
  "request-canceled": "RequestCanceled",
  "request-taken": "RequestTaken",
  "request-epoch-raised": "RequestEpochRaised",
} as const satisfies Record<EscrowEventType, string>;

/** Which events are wanted. */
export interface EscrowEventFilter<Type extends EscrowEventType = EscrowEventType> {
  /** Default: all kinds. */
  readonly types?: readonly Type[];
  /** A provider's id. */
  readonly provider?: string;
  /** A job's id: the events of that job. Together with `orderHash`, those of either. */
  readonly jobId?: string;
  /** An offer's or request's digest: the events of that order, not those of the jobs that it opened. */
  readonly orderHash?: string;
}

/** What {@link getEscrowEvents} takes. */
export interface GetEscrowEventsParameters<Type extends EscrowEventType = EscrowEventType>
  extends EscrowEventFilter<Type>, EventRange {}

/** What {@link getEscrowEvents} returns, oldest first. */
export type GetEscrowEventsReturnType<Type extends EscrowEventType = EscrowEventType> = Extract<
  EscrowEvent,
  { readonly type: Type }
>[];

/** What {@link getEscrowEvents} throws. */
export type GetEscrowEventsErrorType = RpcErrorType;

/**
 * Reads what the market of batch jobs told in a range of blocks of any length, with as many requests as the endpoint
 * makes necessary.
 *
 * @throws Any {@link GetEscrowEventsErrorType}.
 *
 * @example
 * ```ts
 * import { getEscrowEvents } from "@wattle/sdk";
 *
 * const opened = await getEscrowEvents(client, { types: ["job-opened"], provider, fromBlock: checkpoint + 1 });
 * ```
 */
export async function getEscrowEvents<Type extends EscrowEventType = EscrowEventType>(
  client: WattleClient,
  parameters: GetEscrowEventsParameters<Type>,
): Promise<GetEscrowEventsReturnType<Type>> {
  const filter = escrowLogFilter(client, parameters);
  const events = await readEvents(client, filter, (log) => decodeEscrowEvent(client, log), parameters);
  // The endpoint was asked for these types only.
  return events as GetEscrowEventsReturnType<Type>;
}

/** The filter that makes an endpoint return the wanted events only. */
export function escrowLogFilter(client: WattleClient, filter: EscrowEventFilter) {
  const { types = Object.keys(ABI_NAMES) as EscrowEventType[], provider, jobId, orderHash } = filter;
  const subjects = [jobId, orderHash].filter((subject) => subject !== undefined);
  const { interface: escrow } = client.contracts.escrow;
  return {
    address: client.deployment.contracts.jobEscrow,
    topics: [
      types.map((type) => escrow.getEvent(ABI_NAMES[type]).topicHash),
      subjects.length === 0 ? null : subjects,
      provider === undefined ? null : naming(() => zeroPadValue(provider, 32)),
    ],
  };
}
