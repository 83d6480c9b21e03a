import type { DatabaseSync } from "node:sqlite";
import { decodeLeaseTerms, encodeLeaseTerms, LEASE_STATES } from "@wattle/sdk";
import type { LeaseRecord } from "../leases/leaseRecord.ts";
import { readCheckpoint, writeCheckpoint } from "./checkpoint.ts";
import { decodeOnce } from "./decodeOnce.ts";
import type { Row } from "./jobCodec.ts";
import type { Persisted } from "./persisted.ts";

const termsOf = decodeOnce(decodeLeaseTerms);
const CHECKPOINT = "leases read to block";

/** The leases of the worker's machines. */
export class LeaseStore {
  readonly #db: DatabaseSync;
  readonly #persisted: Persisted;

  constructor(db: DatabaseSync, persisted: Persisted) {
    this.#db = db;
    this.#persisted = persisted;
  }

  /** Notes what the chain says of a lease, which may be new. */
  put({ leaseId, terms, machineId, slot }: LeaseRecord): void {
    const before = this.find(leaseId);
    if (before !== null && JSON.stringify(before.slot) === JSON.stringify(slot)) return;
    this.#db
      .prepare(
        `INSERT INTO leases (leaseId, terms, machineId, openedBlock, state, fundedSeconds, servedSeconds, paidSeconds,
         seenAtSeconds, updatedAtMs) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (leaseId) DO UPDATE SET
         openedBlock = excluded.openedBlock, state = excluded.state, fundedSeconds = excluded.fundedSeconds,
         servedSeconds = excluded.servedSeconds, paidSeconds = excluded.paidSeconds,
         seenAtSeconds = excluded.seenAtSeconds, updatedAtMs = excluded.updatedAtMs`,
      )
      .run(
        leaseId,
        encodeLeaseTerms(terms),
        machineId,
        slot.openedBlock,
        slot.state,
        slot.fundedSeconds,
        slot.servedSeconds,
        slot.paidSeconds,
        slot.seenAt,
        Date.now(),
      );
    if (before?.slot.state !== slot.state) this.#persisted(`lease:${slot.state}`, null);
  }

  /** Forgets a lease that was never part of the chain. */
  forget(leaseId: string): void {
    this.#db.prepare("DELETE FROM leases WHERE leaseId = ?").run(leaseId);
  }

  find(leaseId: string): LeaseRecord | null {
    const row = this.#db.prepare("SELECT * FROM leases WHERE leaseId = ?").get(leaseId);
    return row === undefined ? null : decode(row);
  }

  /** Leases that are not closed, oldest first. */
  live(): LeaseRecord[] {
    return this.#db.prepare("SELECT * FROM leases WHERE state != 'closed' ORDER BY rowid").all().map(decode);
  }

  /** The leases that changed last, newest first. */
  latest(count: number): (LeaseRecord & { readonly updatedAtMs: number })[] {
    return this.#db
      .prepare("SELECT * FROM leases ORDER BY updatedAtMs DESC, leaseId LIMIT ?")
      .all(count)
      .map((row) => ({ ...decode(row), updatedAtMs: Number(row["updatedAtMs"]) }));
  }

  /** The last block whose leases are all known; null before the first. */
  checkpoint(): number | null {
    return readCheckpoint(this.#db, CHECKPOINT);
  }

  /** Notes that all leases up to a block are known. */
  pass(block: number): void {
    writeCheckpoint(this.#db, CHECKPOINT, block);
  }
}

function decode(row: Row): LeaseRecord {
  const state = LEASE_STATES.find((known) => known === row["state"]);
  if (state === undefined) throw new RangeError("The worker's state holds an unknown state of a lease.");
  return {
    leaseId: String(row["leaseId"]),
    terms: termsOf(String(row["terms"])),
    machineId: String(row["machineId"]),
    slot: {
      state,
      openedBlock: Number(row["openedBlock"]),
      seenAt: Number(row["seenAtSeconds"]),
      fundedSeconds: Number(row["fundedSeconds"]),
      servedSeconds: Number(row["servedSeconds"]),
      paidSeconds: Number(row["paidSeconds"]),
    },
  };
}
