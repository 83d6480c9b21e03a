import { getSessionEvents, getSessionSlot, type WattleClient } from "@wattle/sdk";
import type { Head } from "../chain/chainClock.ts";
import { OVERLAP, readSpans } from "../chain/readSpans.ts";
import type { WorkerEventSink } from "../events/workerEvent.ts";
import type { SessionStore } from "../store/sessionStore.ts";
import type { SessionRecord } from "./sessionRecord.ts";

/** What the follower works with. */
export interface SessionFollowerParameters {
  readonly client: WattleClient;
  readonly sessions: SessionStore;
  /** The provider's id. */
  readonly provider: string;
  /** Blocks, its own included, after which a block is taken to stay. */
  readonly confirmations: number;
  readonly onEvent: WorkerEventSink;
  /** Told of a session that takes no more calls. */
  readonly onEnd: (sessionId: string) => void;
}

const TYPES = ["session-opened", "session-closing", "session-closed", "receipt-redeemed"] as const;

/** Follows the sessions of one provider along the chain. */
export class SessionFollower {
  readonly #parameters: SessionFollowerParameters;
  /** Sessions whose slot changed in a block that may not stay, and the newest block at the time. */
  readonly #unsettled = new Map<string, number>();
  #isFirst = true;

  constructor(parameters: SessionFollowerParameters) {
    this.#parameters = parameters;
  }

  /** Reads everything anew from a block on: those after it were replaced. */
  rewind(commonBlock: number): void {
    const { sessions } = this.#parameters;
    if ((sessions.checkpoint() ?? -1) > commonBlock) sessions.pass(commonBlock);
    this.#isFirst = true;
  }

  /**
   * Reads all events of sessions up to a block, and what the chain stores of those that they are about.
   *
   * @throws Any `RpcErrorType`; what was read by then is kept.
   */
  async follow(head: Head, signal: AbortSignal): Promise<void> {
    const { client, sessions, provider, confirmations } = this.#parameters;
    const position = {
      startBlock: client.deployment.startBlock,
      confirmations,
      checkpoint: () => sessions.checkpoint(),
      pass: (block: number) => sessions.pass(block),
    };
    await readSpans(position, head.number, async (range) => {
      const events = await getSessionEvents(client, { types: TYPES, provider, ...range, signal });
      for (const event of events) {
        if (event.type === "session-opened") await this.#open(event, head, signal);
        else this.#unsettled.set(event.sessionId, head.number);
      }
    });
    // Whatever happened while nobody looked, or was taken back.
    if (this.#isFirst)
      for (const { sessionId } of sessions.live()) this.#unsettled.set(sessionId, head.number);
    this.#isFirst = false;
    for (const sessionId of [...this.#unsettled.keys()]) await this.#update(sessionId, head, signal);
  }

  async #open(
    { sessionId, terms }: Pick<SessionRecord, "sessionId" | "terms">,
    head: Head,
    signal: AbortSignal,
  ): Promise<void> {
    const { sessions } = this.#parameters;
    if (sessions.find(sessionId) !== null) return;
    const slot = await getSessionSlot(this.#parameters.client, { sessionId, signal });
    if (slot.state === "none" || slot.state === "closed") return;
    sessions.put({ sessionId, terms, slot });
    this.#unsettled.set(sessionId, head.number);
    this.#parameters.onEvent({ event: "session", sessionId, state: slot.state });
  }

  async #update(sessionId: string, head: Head, signal: AbortSignal): Promise<void> {
    const { client, sessions, confirmations, onEvent, onEnd } = this.#parameters;
    const since = this.#unsettled.get(sessionId) ?? 0;
    if (head.number - since > confirmations + OVERLAP) this.#unsettled.delete(sessionId);
    const record = sessions.find(sessionId);
    if (record === null) return;
    const slot = await getSessionSlot(client, { sessionId, signal });
    sessions.put({ sessionId, terms: record.terms, slot });
    if (slot.state === record.slot.state) return;
    this.#unsettled.set(sessionId, head.number);
    onEvent({ event: "session", sessionId, state: slot.state });
    if (slot.state !== "open") onEnd(sessionId);
  }
}
