import type { DatabaseSync } from "node:sqlite";
import { decodeSignedRequest, encodeSignedRequest, type RequestPublishedEvent } from "@wattle/sdk";
import { REQUEST_STEPS, type RequestRecord, type RequestStep } from "../requests/requestRecord.ts";
import { readCheckpoint, writeCheckpoint } from "./checkpoint.ts";
import type { Row } from "./jobCodec.ts";
import type { Persisted } from "./persisted.ts";

/** What a step changes in a request's record. */
export type RequestChange = Partial<Pick<RequestRecord, "reason" | "leastRate" | "fill" | "lostAt">> & {
  readonly step: RequestStep;
};

/** A request and when its record last changed, Unix time of this machine in milliseconds. */
export interface DatedRequest extends RequestRecord {
  readonly updatedAtMs: number;
}

const CHECKPOINT = "requests read to block";

/** The open requests that the worker knows, and those whose jobs it has. */
export class RequestStore {
  readonly #db: DatabaseSync;
  readonly #persisted: Persisted;
  /** What never changes of each request, because reading it takes long. */
  readonly #known = new Map<string, Pick<RequestRecord, "request" | "store">>();

  constructor(db: DatabaseSync, persisted: Persisted) {
    this.#db = db;
    this.#persisted = persisted;
  }

  /**
   * Notes a published request.
   *
   * @returns Whether it is new.
   */
  add({ orderHash, request, store }: RequestPublishedEvent, step: "seen" | "taken"): boolean {
    const json = JSON.stringify(encodeSignedRequest({ request, signature: "0x", store }));
    const { changes } = this.#db
      .prepare("INSERT OR IGNORE INTO requests (orderHash, request, step, updatedAtMs) VALUES (?, ?, ?, ?)")
      .run(orderHash, json, step, Date.now());
    if (changes > 0) this.#persisted(`request:${step}`, null);
    return changes > 0;
  }

  /** Writes a step down; what the change does not name stays as it is, but for the reason. */
  change(orderHash: string, change: RequestChange): void {
    const before = this.find(orderHash);
    if (before === null) return;
    const { step, reason, leastRate, fill, lostAt } = { ...before, reason: null, ...change };
    this.#db
      .prepare(
        `UPDATE requests SET step = ?, reason = ?, leastRate = ?, fill = ?, lostAtSeconds = ?, updatedAtMs = ?
         WHERE orderHash = ?`,
      )
      .run(step, reason, leastRate === null ? null : String(leastRate), fill, lostAt, Date.now(), orderHash);
    this.#persisted(`request:${step}`, null);
  }

  /** Looks at all refused requests anew: the policy may be another one. */
  reconsider(): void {
    this.#db
      .prepare("UPDATE requests SET step = 'seen', reason = NULL WHERE step IN ('refused', 'ready')")
      .run();
  }

  /** Forgets requests without a job that can no longer be taken. */
  forget(orderHash: string): void {
    this.#db.prepare("DELETE FROM requests WHERE orderHash = ?").run(orderHash);
    this.#known.delete(orderHash);
  }

  find(orderHash: string): RequestRecord | null {
    const row = this.#db.prepare("SELECT * FROM requests WHERE orderHash = ?").get(orderHash);
    return row === undefined ? null : this.#decode(row);
  }

  /** The requests at some steps, in the order in which they were seen. */
  at(...steps: readonly RequestStep[]): RequestRecord[] {
    return this.#db
      .prepare(`SELECT * FROM requests WHERE step IN (${steps.map(() => "?").join(", ")}) ORDER BY rowid`)
      .all(...steps)
      .map((row) => this.#decode(row));
  }

  /** The requests that changed last, newest first. */
  latest(count: number): DatedRequest[] {
    return this.#db
      .prepare("SELECT * FROM requests ORDER BY updatedAtMs DESC, orderHash LIMIT ?")
      .all(count)
      .map((row) => ({ ...this.#decode(row), updatedAtMs: Number(row["updatedAtMs"]) }));
  }

  /** The last block whose requests are all known; null before the first. */
  checkpoint(): number | null {
    return readCheckpoint(this.#db, CHECKPOINT);
  }

  /** Notes that all requests up to a block are known. */
  pass(block: number): void {
    writeCheckpoint(this.#db, CHECKPOINT, block);
  }

  #decode(row: Row): RequestRecord {
    const step = REQUEST_STEPS.find((known) => known === row["step"]);
    if (step === undefined) throw new RangeError("The worker's state holds an unknown step of a request.");
    const orderHash = String(row["orderHash"]);
    const known = this.#known.get(orderHash) ?? decodeSignedRequest(JSON.parse(String(row["request"])));
    this.#known.set(orderHash, known);
    return {
      orderHash,
      request: known.request,
      store: known.store,
      step,
      reason: row["reason"] === null ? null : String(row["reason"]),
      leastRate: row["leastRate"] === null ? null : BigInt(String(row["leastRate"])),
      fill: Number(row["fill"]),
      lostAt: row["lostAtSeconds"] === null ? null : Number(row["lostAtSeconds"]),
    };
  }
}
