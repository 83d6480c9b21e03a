import type { DatabaseSync } from "node:sqlite";
import type { Row } from "./jobCodec.ts";

/** A block that was passed on the way along the chain. */
export interface PassedBlock {
  readonly number: number;
  readonly hash: string;
}

/** Passed blocks that are kept: a reorganization deeper than the oldest of them reads the chain anew. */
const KEPT_BLOCKS = 256;

/** The way along the chain: the last block whose events are all known, and some before it. */
export class BlockStore {
  readonly #db: DatabaseSync;

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  /** Passed blocks, the newest first. */
  passed(): PassedBlock[] {
    return this.#db.prepare("SELECT number, hash FROM blocks ORDER BY number DESC").all().map(decodeBlock);
  }

  /** The newest passed block; null before the first. */
  last(): PassedBlock | null {
    const row = this.#db.prepare("SELECT number, hash FROM blocks ORDER BY number DESC LIMIT 1").get();
    return row === undefined ? null : decodeBlock(row);
  }

  /** Notes that all events up to a block are known. */
  pass(block: PassedBlock): void {
    this.#db.exec("BEGIN IMMEDIATE");
    this.#db
      .prepare("INSERT OR REPLACE INTO blocks (number, hash) VALUES (?, ?)")
      .run(block.number, block.hash);
    this.#db
      .prepare(
        "DELETE FROM blocks WHERE number NOT IN (SELECT number FROM blocks ORDER BY number DESC LIMIT ?)",
      )
      .run(KEPT_BLOCKS);
    this.#db.exec("COMMIT");
  }

  /** Forgets the blocks after this number. */
  rewind(number: number): void {
    this.#db.prepare("DELETE FROM blocks WHERE number > ?").run(number);
  }
}

function decodeBlock(row: Row): PassedBlock {
  return { number: Number(row["number"]), hash: String(row["hash"]) };
}
