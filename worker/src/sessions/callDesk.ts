import { createHash } from "node:crypto";
import type { WattleClient } from "@wattle/sdk";
import { CallFailedError } from "../runtime/errors.ts";
import type { SessionStore } from "../store/sessionStore.ts";
import { CallRefusal } from "./callRefusal.ts";
import { ConfirmedDeposits } from "./confirmedDeposits.ts";
import type { ProgramPool } from "./programPool.ts";
import { type PresentedReceipt, ReceiptChecks } from "./receiptChecks.ts";
import type { Service } from "./service.ts";
import { SessionFinder, unknownSession } from "./sessionFinder.ts";
import type { SessionRecord } from "./sessionRecord.ts";

/** What {@link CallDesk} works with. */
export interface CallDeskParameters {
  readonly client: WattleClient;
  /** The provider's id. */
  readonly provider: string;
  readonly sessions: SessionStore;
  readonly services: ReadonlyMap<string, Service>;
  readonly pool: Pick<ProgramPool, "call" | "close">;
  /** Blocks, its own included, after which a block is taken to stay. */
  readonly confirmations: number;
  /** Unix seconds of the chain. */
  readonly now: () => number;
  /** Told of faults of the machine. */
  readonly onProblem: (error: Error) => void;
}

/** A call, as far as it is known before its input is read. */
export interface CallHead {
  readonly sessionId: string;
  readonly service: Service;
  readonly receipt: PresentedReceipt;
}

/** An answer, and what all calls of the session cost so far, in base units. */
export interface CallAnswer {
  readonly output: Uint8Array;
  readonly consumed: bigint;
}

/** Longest answer that is kept for a caller that did not get it, in bytes. */
const KEPT_ANSWER_BYTES = 256 * 1024;

/** Sells calls: takes receipts, keeps them before it works for them, and counts what it delivered. */
export class CallDesk {
  readonly #parameters: CallDeskParameters;
  readonly #deposits: ConfirmedDeposits;
  readonly #checks: ReceiptChecks;
  readonly #finder: SessionFinder;
  /** Sessions that have a call under way. */
  readonly #busy = new Set<string>();
  /** Sessions whose process is to end after their call. */
  readonly #ending = new Set<string>();
  #isClosed = false;

  constructor(parameters: CallDeskParameters) {
    this.#parameters = parameters;
    this.#deposits = new ConfirmedDeposits(parameters);
    this.#checks = new ReceiptChecks(parameters.client);
    this.#finder = new SessionFinder(parameters);
  }

  /**
   * Answers a call that is paid for.
   *
   * @param readInput Reads the input, once it is known that somebody pays for it.
   * @throws {@link CallRefusal}
   */
  async answer(call: CallHead, readInput: () => Promise<Uint8Array>): Promise<CallAnswer> {
    const { sessionId } = call;
    if (this.#isClosed) throw new CallRefusal("busy", "The worker is about to stop.");
    const known = await this.#finder.find(sessionId);
    this.#requireServed(known, call);
    this.#checks.check(known, call.receipt);
    if (this.#busy.has(sessionId))
      throw new CallRefusal(
        "busy",
        "Another call of this session is under way; they are served one at a time.",
      );
    this.#busy.add(sessionId);
    try {
      return await this.#serve(call, readInput);
    } finally {
      this.#busy.delete(sessionId);
      if (this.#ending.delete(sessionId)) await this.#parameters.pool.close(sessionId);
    }
  }

  /** Ends the process of a session that is over; a call that is under way is still answered. */
  async end(sessionId: string): Promise<void> {
    this.#deposits.forget(sessionId);
    this.#checks.forget(sessionId);
    if (this.#busy.has(sessionId)) this.#ending.add(sessionId);
    else await this.#parameters.pool.close(sessionId);
  }

  /** Takes no more calls. */
  stop(): void {
    this.#isClosed = true;
  }

  /** How many calls are under way. */
  underWay(): number {
    return this.#busy.size;
  }

  async #serve(call: CallHead, readInput: () => Promise<Uint8Array>): Promise<CallAnswer> {
    const { sessions, pool } = this.#parameters;
    const { sessionId, service, receipt } = call;
    const isPaid = await this.#isPaid(this.#current(sessionId), call);
    const last = sessions.lastCall(sessionId);
    const repeats = `${service.id}:${receipt.amount}:`;
    if (!isPaid && last?.key.startsWith(repeats) !== true) throw await this.#unpaid(sessionId, call);
    const input = await readInput();
    const key = repeats + createHash("sha256").update(input).digest("hex");
    const record = this.#current(sessionId);
    // Its answer was lost on the way: what was paid once is given again.
    if (last?.key === key) return { output: last.answer, consumed: record.consumed };
    if (!isPaid) throw await this.#unpaid(sessionId, call);
    this.#requireServed(record, call);
    if (receipt.amount > record.received.amount) sessions.receive(sessionId, receipt);
    const output = await this.#compute(call, () => pool.call(sessionId, service, input));
    // The chain may have been read meanwhile; receipts and calls are this call's own.
    const after = this.#current(sessionId);
    const consumed = after.consumed + service.pricePerCall;
    const earned = after.earned.amount >= consumed ? after.earned : after.received;
    const answer = output.length <= KEPT_ANSWER_BYTES ? { key, answer: output } : null;
    sessions.deliver(sessionId, { consumed, earned, last: answer });
    return { output, consumed };
  }

  async #compute({ service }: CallHead, call: () => Promise<Uint8Array>): Promise<Uint8Array> {
    try {
      return await call();
    } catch (error) {
      if (error instanceof CallRefusal) throw error;
      if (error instanceof CallFailedError)
        throw new CallRefusal(
          "call-failed",
          `Service "${service.id}" gave no answer: ${error.reason.slice(0, 300)}.`,
        );
      this.#parameters.onProblem(error instanceof Error ? error : new Error(String(error)));
      throw new CallRefusal("call-failed", "The provider's machine is at fault; try again later.");
    }
  }

  #current(sessionId: string): SessionRecord {
    const record = this.#parameters.sessions.find(sessionId);
    if (record === null) throw unknownSession(sessionId);
    return record;
  }

  async #isPaid(record: SessionRecord, { service, receipt }: CallHead): Promise<boolean> {
    const promised = receipt.amount > record.received.amount ? receipt.amount : record.received.amount;
    const due = record.consumed + service.pricePerCall;
    return promised >= due && (await this.#deposits.cover(record, due));
  }

  async #unpaid(sessionId: string, { service }: CallHead): Promise<CallRefusal> {
    const record = this.#current(sessionId);
    const due = record.consumed + service.pricePerCall;
    const deposited = await this.#deposits.of(record);
    const message =
      due > deposited
        ? `The deposit of ${deposited} does not cover the ${due} that all calls with this one cost; top it up.`
        : `All calls with this one cost ${due}: sign a receipt for that much.`;
    return new CallRefusal("payment-required", message, { due: String(due), deposited: String(deposited) });
  }

  /** @throws {@link CallRefusal} unless the service is for this session, and the session goes on. */
  #requireServed({ sessionId, terms, slot }: SessionRecord, { service }: CallHead): void {
    if (slot.state === "none") throw unknownSession(sessionId);
    const left = terms.expiresAt - this.#parameters.now();
    if (slot.state !== "open") throw new CallRefusal("session-over", `The session is ${slot.state}.`);
    if (left < service.minSecondsLeft) {
      const message = `The session ends in ${Math.max(0, left)} s; service "${service.id}" asks for ${service.minSecondsLeft} s.`;
      throw new CallRefusal("session-over", message);
    }
    if (terms.token.toLowerCase() !== service.token.toLowerCase()) {
      const message = `Service "${service.id}" is sold for ${service.token}, and the session pays in ${terms.token}.`;
      throw new CallRefusal("unknown-service", message);
    }
    if (terms.graceSeconds < service.minGraceSeconds) {
      const message = `Service "${service.id}" asks for a grace of ${service.minGraceSeconds} s; the session has ${terms.graceSeconds} s.`;
      throw new CallRefusal("unknown-service", message);
    }
  }
}
