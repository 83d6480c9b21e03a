import { getSession, getSessionSlot, SessionNotFoundError, type WattleClient } from "@wattle/sdk";
import type { SessionStore } from "../store/sessionStore.ts";
import { CallRefusal } from "./callRefusal.ts";
import type { SessionRecord } from "./sessionRecord.ts";

/** What {@link SessionFinder} works with. */
export interface SessionFinderParameters {
  readonly client: WattleClient;
  /** The provider's id. */
  readonly provider: string;
  readonly sessions: Pick<SessionStore, "find" | "put">;
  /** Blocks, its own included, after which a block is taken to stay. */
  readonly confirmations: number;
  readonly onProblem: (error: Error) => void;
}

/** Sessions that the chain is asked for at the same time, because anybody can name any. */
const MAX_LOOKUPS = 8;

/** Finds the session that a caller names: among those that are known, or on the chain. */
export class SessionFinder {
  readonly #parameters: SessionFinderParameters;
  /** Sessions whose opening stays, with its block. */
  readonly #confirmed = new Set<string>();
  #lookups = 0;

  constructor(parameters: SessionFinderParameters) {
    this.#parameters = parameters;
  }

  /** @throws {@link CallRefusal} where there is none, or its opening may still be taken back. */
  async find(sessionId: string): Promise<SessionRecord> {
    const { sessions, confirmations, client } = this.#parameters;
    const record = sessions.find(sessionId) ?? (await this.#lookUp(sessionId));
    const key = `${sessionId}:${record.slot.openedBlock}`;
    if (confirmations === 1 || this.#confirmed.has(key)) return record;
    const head = await client.provider.getBlockNumber();
    if (head - record.slot.openedBlock + 1 < confirmations) {
      const message = `The session is not ${confirmations} blocks deep yet; try again soon.`;
      throw new CallRefusal("unknown-session", message);
    }
    this.#confirmed.add(key);
    return record;
  }

  async #lookUp(sessionId: string): Promise<SessionRecord> {
    const { client, sessions, provider, onProblem } = this.#parameters;
    if (this.#lookups >= MAX_LOOKUPS)
      throw new CallRefusal("busy", "Too many sessions are looked up at the moment; try again.");
    this.#lookups++;
    try {
      const { terms, state } = await getSession(client, { sessionId });
      const isOurs = terms.provider.toLowerCase() === provider.toLowerCase();
      if (!isOurs || state === "closed") throw unknownSession(sessionId);
      const slot = await getSessionSlot(client, { sessionId });
      sessions.put({ sessionId, terms, slot });
      return sessions.find(sessionId) ?? { ...NOTHING_YET, sessionId, terms, slot };
    } catch (error) {
      if (error instanceof CallRefusal) throw error;
      if (error instanceof SessionNotFoundError) throw unknownSession(sessionId);
      onProblem(error instanceof Error ? error : new Error(String(error)));
      throw new CallRefusal("busy", "The chain cannot be asked for the session now; try again.");
    } finally {
      this.#lookups--;
    }
  }
}

const NOTHING_YET = {
  received: { amount: 0n, signature: null },
  earned: { amount: 0n, signature: null },
  consumed: 0n,
  calls: 0,
} as const;

/** Says that there is no such session. */
export function unknownSession(sessionId: string): CallRefusal {
  return new CallRefusal("unknown-session", `This provider has no session ${sessionId}.`);
}
