import type { DatabaseSync } from "node:sqlite";
import type { Attempt, Intent, IntentKind, IntentStatus } from "../transactions/intent.ts";
import type { Row } from "./jobCodec.ts";
import type { Persisted } from "./persisted.ts";

/** An intent, where it stands and why. */
export interface StoredIntent extends Intent {
  readonly status: IntentStatus;
  /** Why the chain refuses it, in words; null unless it failed. */
  readonly error: string | null;
}

/** The more urgent an intent, the earlier it is brought about: what has a deadline goes first. */
const URGENCY =
  "CASE kind WHEN 'take' THEN 1 WHEN 'draw' THEN 1 WHEN 'settle' THEN 2 WHEN 'withdraw' THEN 2 " +
  "WHEN 'close-lease' THEN 2 WHEN 'finish-case' THEN 2 WHEN 'payout' THEN 3 ELSE 0 END";

/** The worker's intents, and the transactions that it signed for them. */
export class TransactionStore {
  readonly #db: DatabaseSync;
  readonly #persisted: Persisted;

  constructor(db: DatabaseSync, persisted: Persisted) {
    this.#db = db;
    this.#persisted = persisted;
  }

  /** Asks for something to be brought about; it stays one intent however often it is asked for. */
  open(intent: Intent): void {
    this.#db
      .prepare(
        `INSERT INTO intents (key, kind, jobId, target, data, status, updatedAtMs) VALUES (?, ?, ?, ?, ?, 'open', ?)
         ON CONFLICT (key) DO UPDATE SET status = 'open', data = excluded.data, error = NULL,
         updatedAtMs = excluded.updatedAtMs WHERE status != 'open'`,
      )
      .run(intent.key, intent.kind, intent.jobId, intent.to, intent.data, Date.now());
    this.#persisted(`transaction:${intent.kind}:open`, intent.jobId);
  }

  /** Writes a signed transaction down, unless it is already. */
  addAttempt(intent: Intent, attempt: Attempt): void {
    const { changes } = this.#db
      .prepare(
        `INSERT OR IGNORE INTO attempts (hash, key, nonce, raw, maxFeePerGas, maxPriorityFeePerGas, gasLimit, signedAtMs)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        attempt.hash,
        intent.key,
        attempt.nonce,
        attempt.raw,
        String(attempt.maxFeePerGas),
        String(attempt.maxPriorityFeePerGas),
        String(attempt.gasLimit),
        attempt.signedAtMs,
      );
    if (changes > 0) this.#persisted(`transaction:${intent.kind}:signed`, intent.jobId);
  }

  /** Closes an intent. The transactions of a failed one count for nothing if it is asked for again. */
  close(intent: Intent, status: "mined" | "failed", error: string | null = null): void {
    if (status === "failed") this.#db.prepare("DELETE FROM attempts WHERE key = ?").run(intent.key);
    this.#db
      .prepare("UPDATE intents SET status = ?, error = ?, updatedAtMs = ? WHERE key = ?")
      .run(status, error, Date.now(), intent.key);
    this.#persisted(`transaction:${intent.kind}:${status}`, intent.jobId);
  }

  /** Forgets open intents of a kind for which nothing was signed yet. */
  withdraw(kind: IntentKind): void {
    this.#db
      .prepare(
        `DELETE FROM intents WHERE kind = ? AND status = 'open'
         AND NOT EXISTS (SELECT 1 FROM attempts WHERE attempts.key = intents.key)`,
      )
      .run(kind);
  }

  find(key: string): StoredIntent | null {
    const row = this.#db.prepare("SELECT * FROM intents WHERE key = ?").get(key);
    return row === undefined ? null : decodeIntent(row);
  }

  /** The open intent to bring about first: one that has begun, else the most urgent. */
  next(): StoredIntent | null {
    const row = this.#db
      .prepare(
        `SELECT *, EXISTS (SELECT 1 FROM attempts WHERE attempts.key = intents.key) AS hasBegun FROM intents
         WHERE status = 'open' ORDER BY hasBegun DESC, ${URGENCY}, id LIMIT 1`,
      )
      .get();
    return row === undefined ? null : decodeIntent(row);
  }

  /** How many intents whose key begins like this were brought about. */
  countMined(prefix: string): number {
    const row = this.#db
      .prepare("SELECT COUNT(*) AS count FROM intents WHERE status = 'mined' AND substr(key, 1, ?) = ?")
      .get(prefix.length, prefix);
    return Number(row?.["count"] ?? 0);
  }

  /** The intents that changed last, newest first. */
  latest(count: number): StoredIntent[] {
    return this.#db
      .prepare("SELECT * FROM intents ORDER BY updatedAtMs DESC, id DESC LIMIT ?")
      .all(count)
      .map(decodeIntent);
  }

  /** The transactions that were signed for an intent, oldest first. */
  attempts(key: string): Attempt[] {
    return this.#db
      .prepare("SELECT * FROM attempts WHERE key = ? ORDER BY rowid")
      .all(key)
      .map((row) => ({
        hash: String(row["hash"]),
        nonce: Number(row["nonce"]),
        raw: String(row["raw"]),
        maxFeePerGas: BigInt(String(row["maxFeePerGas"])),
        maxPriorityFeePerGas: BigInt(String(row["maxPriorityFeePerGas"])),
        gasLimit: BigInt(String(row["gasLimit"])),
        signedAtMs: Number(row["signedAtMs"]),
      }));
  }
}

function decodeIntent(row: Row): StoredIntent {
  return {
    key: String(row["key"]),
    kind: String(row["kind"]) as IntentKind,
    jobId: row["jobId"] === null ? null : String(row["jobId"]),
    to: String(row["target"]),
    data: String(row["data"]),
    status: String(row["status"]) as IntentStatus,
    error: row["error"] === null ? null : String(row["error"]),
  };
}
