import {
  getEscrowEvents,
  getOrderState,
  type RequestPublishedEvent,
  type RequestTakenEvent,
  type WattleClient,
} from "@wattle/sdk";
import type { Head } from "../chain/chainClock.ts";
import { readSpans } from "../chain/readSpans.ts";
import { sameAddress } from "../chain/sameAddress.ts";
import type { WorkerEventSink } from "../events/workerEvent.ts";
import type { WorkerState } from "../store/openState.ts";
import type { RequestChange } from "../store/requestStore.ts";
import type { RequestRecord } from "./requestRecord.ts";

/** What the follower works with. */
export interface RequestFollowerParameters {
  readonly client: WattleClient;
  readonly requests: WorkerState["requests"];
  /** The provider's id. */
  readonly provider: string;
  /** Blocks, its own included, after which a block is taken to stay. */
  readonly confirmations: number;
  /** Unix seconds of the chain. */
  readonly now: () => number;
  readonly onEvent: WorkerEventSink;
}

/** Longest text of a store that is kept, in characters: anybody can publish anything. */
const MAX_STORE_CHARS = 2048;

/** Time in which a decline can still be seen after its window has closed, in seconds. */
const DECLINE_GRACE_SECONDS = 60;

const TYPES = ["request-published", "request-canceled", "request-taken", "job-declined"] as const;

/** Follows the open requests along the chain: which there are, and what becomes of them. */
export class RequestFollower {
  readonly #parameters: RequestFollowerParameters;

  constructor(parameters: RequestFollowerParameters) {
    this.#parameters = parameters;
  }

  /**
   * Reads all events of requests up to a block.
   *
   * @throws Any `RpcErrorType`; what was read by then is kept.
   */
  async follow(head: Head, signal: AbortSignal): Promise<void> {
    const { client, requests, confirmations } = this.#parameters;
    const position = {
      startBlock: client.deployment.startBlock,
      confirmations,
      checkpoint: () => requests.checkpoint(),
      pass: (block: number) => requests.pass(block),
    };
    await readSpans(position, head.number, async (range) => {
      const events = await getEscrowEvents(client, { types: TYPES, ...range, signal });
      for (const event of events) {
        if (event.type === "request-published") this.#publish(event);
        else if (event.type === "request-taken") this.#take(event);
        else if (event.type === "request-canceled") this.#close(event.orderHash, "the client withdrew it");
      }
      if (events.some(({ type }) => type === "job-declined")) await this.#reopen(signal);
    });
  }

  #publish(event: RequestPublishedEvent): void {
    const { requests, now, onEvent } = this.#parameters;
    const { orderHash, request, store } = event;
    if (request.expiresAt < now() || store.length > MAX_STORE_CHARS) return;
    if (requests.add(event, "seen")) onEvent({ event: "request", orderHash, step: "seen", reason: null });
  }

  #take({ orderHash, provider }: RequestTakenEvent): void {
    const record = this.#parameters.requests.find(orderHash);
    if (record === null) return;
    if (sameAddress(provider, this.#parameters.provider)) {
      if (record.step !== "taken") this.#change(record, { step: "taken" });
      return;
    }
    // A take that is under way finds out by itself; one that is over, or no longer wanted, needs no word.
    if (record.step !== "seen" && record.step !== "ready") return;
    const reason = `provider ${provider} took it`;
    this.#change(record, { step: "lost", reason, lostAt: this.#parameters.now() });
  }

  #close(orderHash: string, reason: string): void {
    const record = this.#parameters.requests.find(orderHash);
    const isOpen = record?.step === "seen" || record?.step === "ready" || record?.step === "lost";
    if (record !== null && isOpen) this.#change(record, { step: "gone", reason });
  }

  /** A job was declined: perhaps one of a request that another provider had taken. */
  async #reopen(signal: AbortSignal): Promise<void> {
    const { client, requests, now } = this.#parameters;
    const isRecent = ({ request, lostAt }: RequestRecord): boolean =>
      now() <= Math.min(request.expiresAt, (lostAt ?? 0) + request.declineSeconds + DECLINE_GRACE_SECONDS);
    for (const record of requests.at("lost").filter(isRecent)) {
      const { active, canceled } = await getOrderState(client, { orderHash: record.orderHash, signal });
      if (active === 0 && !canceled) this.#change(record, { step: "seen", lostAt: null });
    }
  }

  #change({ orderHash }: RequestRecord, change: RequestChange): void {
    const { requests, onEvent } = this.#parameters;
    requests.change(orderHash, change);
    onEvent({ event: "request", orderHash, step: change.step, reason: change.reason ?? null });
  }
}
