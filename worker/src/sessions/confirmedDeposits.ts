import { getSessionSlot, type WattleClient } from "@wattle/sdk";
import type { SessionStore } from "../store/sessionStore.ts";
import type { SessionRecord } from "./sessionRecord.ts";

/** What {@link ConfirmedDeposits} works with. */
export interface ConfirmedDepositsParameters {
  readonly client: WattleClient;
  readonly sessions: Pick<SessionStore, "put">;
  /** Blocks, its own included, after which a block is taken to stay. */
  readonly confirmations: number;
}

interface Reading {
  readonly deposited: bigint;
  readonly atMs: number;
}

/** Pause between two looks at a deposit that does not suffice, in milliseconds. */
const LOOK_INTERVAL_MS = 500;

/** What sessions hold by blocks that stay: calls are served against nothing else. */
export class ConfirmedDeposits {
  readonly #parameters: ConfirmedDepositsParameters;
  readonly #readings = new Map<string, Reading>();

  constructor(parameters: ConfirmedDepositsParameters) {
    this.#parameters = parameters;
  }

  /** Whether the deposit covers an amount; the chain is asked where what is known does not. */
  async cover(record: SessionRecord, amount: bigint): Promise<boolean> {
    const known = this.#readings.get(record.sessionId);
    if (known !== undefined && known.deposited >= amount) return true;
    return (await this.of(record)) >= amount;
  }

  /** The deposit by the last reading, which is a new one unless that was just now. */
  async of(record: SessionRecord): Promise<bigint> {
    const { sessionId } = record;
    const known = this.#readings.get(sessionId);
    if (known !== undefined && performance.now() - known.atMs < LOOK_INTERVAL_MS) return known.deposited;
    const deposited = await this.#read(record);
    this.#readings.set(sessionId, { deposited, atMs: performance.now() });
    return deposited;
  }

  forget(sessionId: string): void {
    this.#readings.delete(sessionId);
  }

  async #read({ sessionId, terms, slot: before }: SessionRecord): Promise<bigint> {
    const { client, sessions, confirmations } = this.#parameters;
    const slot = await getSessionSlot(client, { sessionId });
    // Its state is for the follower to tell.
    const { state, graceUntil } = before;
    sessions.put({ sessionId, terms, slot: { ...slot, state, graceUntil } });
    if (confirmations === 1) return slot.deposited;
    const blockTag = (await client.provider.getBlockNumber()) - confirmations + 1;
    const { deposited } = await client.contracts.sessions.sessionOf(sessionId, { blockTag });
    return deposited;
  }
}
