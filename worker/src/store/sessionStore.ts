import type { DatabaseSync } from "node:sqlite";
import { decodeSessionTerms, encodeSessionTerms, type SessionSlot, SESSION_STATES } from "@wattle/sdk";
import type { KeptReceipt, SessionRecord } from "../sessions/sessionRecord.ts";
import { readCheckpoint, writeCheckpoint } from "./checkpoint.ts";
import { decodeOnce } from "./decodeOnce.ts";
import type { Row } from "./jobCodec.ts";
import type { Persisted } from "./persisted.ts";

/** The last call of a session that succeeded: if its answer was lost, it is given again for nothing. */
export interface LastCall {
  /** What names the call: its service, input and receipt. */
  readonly key: string;
  readonly answer: Uint8Array;
}

const termsOf = decodeOnce(decodeSessionTerms);
const CHECKPOINT = "sessions read to block";

/** The sessions that the worker serves: what it was promised, and what it has delivered. */
export class SessionStore {
  readonly #db: DatabaseSync;
  readonly #persisted: Persisted;

  constructor(db: DatabaseSync, persisted: Persisted) {
    this.#db = db;
    this.#persisted = persisted;
  }

  /** Notes what the chain says of a session, which may be new. */
  put({ sessionId, terms, slot }: Pick<SessionRecord, "sessionId" | "terms" | "slot">): void {
    const before = this.find(sessionId);
    this.#db
      .prepare(
        `INSERT INTO sessions (sessionId, terms, state, deposited, redeemed, openedBlock, graceUntilSeconds, updatedAtMs)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (sessionId) DO UPDATE SET state = excluded.state,
         deposited = excluded.deposited, redeemed = excluded.redeemed, openedBlock = excluded.openedBlock,
         graceUntilSeconds = excluded.graceUntilSeconds, updatedAtMs = excluded.updatedAtMs`,
      )
      .run(
        sessionId,
        encodeSessionTerms(terms),
        slot.state,
        String(slot.deposited),
        String(slot.redeemed),
        slot.openedBlock,
        slot.graceUntil,
        Date.now(),
      );
    if (before?.slot.state !== slot.state) this.#persisted(`session:${slot.state}`, null);
  }

  /** Keeps a receipt, before the work that it pays for. */
  receive(sessionId: string, { amount, signature }: KeptReceipt): void {
    this.#db
      .prepare("UPDATE sessions SET received = ?, receivedSignature = ?, updatedAtMs = ? WHERE sessionId = ?")
      .run(String(amount), signature, Date.now(), sessionId);
    this.#persisted("session:received", null);
  }

  /** Notes that a call has succeeded, before its answer is given. */
  deliver(
    sessionId: string,
    {
      consumed,
      earned,
      last,
    }: Pick<SessionRecord, "consumed" | "earned"> & { readonly last: LastCall | null },
  ): void {
    this.#db
      .prepare(
        `UPDATE sessions SET consumed = ?, earned = ?, earnedSignature = ?, lastCall = ?, lastAnswer = ?, calls = calls + 1,
         updatedAtMs = ? WHERE sessionId = ?`,
      )
      .run(
        String(consumed),
        String(earned.amount),
        earned.signature,
        last?.key ?? null,
        last?.answer ?? null,
        Date.now(),
        sessionId,
      );
    this.#persisted("session:delivered", null);
  }

  /** Forgets a session that is over, or was never part of the chain. */
  forget(sessionId: string): void {
    this.#db.prepare("DELETE FROM sessions WHERE sessionId = ?").run(sessionId);
  }

  find(sessionId: string): SessionRecord | null {
    const row = this.#db.prepare(`SELECT ${COLUMNS} FROM sessions WHERE sessionId = ?`).get(sessionId);
    return row === undefined ? null : decode(row);
  }

  /** The last call that succeeded; null where its answer was not kept. */
  lastCall(sessionId: string): LastCall | null {
    const row = this.#db
      .prepare("SELECT lastCall, lastAnswer FROM sessions WHERE sessionId = ?")
      .get(sessionId);
    const answer = row?.["lastAnswer"];
    return answer instanceof Uint8Array ? { key: String(row?.["lastCall"]), answer } : null;
  }

  /** Sessions that are not closed, oldest first. */
  live(): SessionRecord[] {
    return this.#db
      .prepare(`SELECT ${COLUMNS} FROM sessions WHERE state IN ('open', 'closing') ORDER BY rowid`)
      .all()
      .map(decode);
  }

  /** Live sessions with a receipt that was not redeemed. */
  redeemable(): SessionRecord[] {
    return this.#db
      .prepare(
        `SELECT ${COLUMNS} FROM sessions WHERE state IN ('open', 'closing') AND earnedSignature IS NOT NULL
         AND earned != redeemed ORDER BY rowid`,
      )
      .all()
      .map(decode);
  }

  /** The sessions that changed last, newest first. */
  latest(count: number): (SessionRecord & { readonly updatedAtMs: number })[] {
    return this.#db
      .prepare(`SELECT ${COLUMNS}, updatedAtMs FROM sessions ORDER BY updatedAtMs DESC, sessionId LIMIT ?`)
      .all(count)
      .map((row) => ({ ...decode(row), updatedAtMs: Number(row["updatedAtMs"]) }));
  }

  /** The last block whose sessions are all known; null before the first. */
  checkpoint(): number | null {
    return readCheckpoint(this.#db, CHECKPOINT);
  }

  /** Notes that all sessions up to a block are known. */
  pass(block: number): void {
    writeCheckpoint(this.#db, CHECKPOINT, block);
  }
}

/** All but the last answer, which may be long. */
const COLUMNS =
  "sessionId, terms, state, deposited, redeemed, openedBlock, graceUntilSeconds, received, receivedSignature, earned, " +
  "earnedSignature, consumed, calls";

function decode(row: Row): SessionRecord {
  const text = (name: string): string | null => (row[name] === null ? null : String(row[name]));
  const amount = (name: string): bigint => BigInt(String(row[name]));
  const state = SESSION_STATES.find((known) => known === row["state"]);
  if (state === undefined) throw new RangeError("The worker's state holds an unknown state of a session.");
  const slot: SessionSlot = {
    state,
    deposited: amount("deposited"),
    redeemed: amount("redeemed"),
    openedBlock: Number(row["openedBlock"]),
    graceUntil: row["graceUntilSeconds"] === null ? null : Number(row["graceUntilSeconds"]),
  };
  return {
    sessionId: String(row["sessionId"]),
    terms: termsOf(String(row["terms"])),
    slot,
    received: { amount: amount("received"), signature: text("receivedSignature") },
    earned: { amount: amount("earned"), signature: text("earnedSignature") },
    consumed: amount("consumed"),
    calls: Number(row["calls"]),
  };
}
