import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { BlockStore } from "./blockStore.ts";
import { StateInUseError, StateMismatchError, StateMissingError } from "./errors.ts";
import { HearingStore } from "./hearingStore.ts";
import { JobStore } from "./jobStore.ts";
import { LeaseStore } from "./leaseStore.ts";
import type { Persisted } from "./persisted.ts";
import { RequestStore } from "./requestStore.ts";
import { SCHEMA, SCHEMA_VERSION } from "./schema.ts";
import { SessionStore } from "./sessionStore.ts";
import { TransactionStore } from "./transactionStore.ts";

/** Whose state it is. */
export interface StateOwner {
  readonly chainId: number;
  readonly escrow: string;
  readonly provider: string;
}

/** A worker's state. The chain is the truth: all of this can be lost, but for work in progress and unredeemed receipts. */
export interface WorkerState {
  readonly jobs: JobStore;
  readonly requests: RequestStore;
  readonly sessions: SessionStore;
  readonly leases: LeaseStore;
  readonly hearings: HearingStore;
  readonly transactions: TransactionStore;
  readonly blocks: BlockStore;
  /** The folder of a job's files. */
  jobFolder(jobId: string): string;
  close(): void;
}

const DATABASE = "worker.db";
/** SQLite's code for a database that somebody else has locked. */
const SQLITE_BUSY = 5;

/**
 * Opens a state folder, making it if need be, and keeps every other worker out of it until it is closed or the process
 * ends, however that ends.
 *
 * @throws {@link StateInUseError} | {@link StateMismatchError}
 */
export function openState(folder: string, owner: StateOwner, persisted: Persisted = () => {}): WorkerState {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = lockFolder(folder);
  const db = new DatabaseSync(join(folder, DATABASE));
  try {
    // Full: what has been signed or promised must survive a loss of power.
    db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
    db.exec(`BEGIN IMMEDIATE; ${SCHEMA} COMMIT;`);
    checkOwner(db, owner);
  } catch (error) {
    db.close();
    lock.close();
    throw error;
  }
  const close = (): void => {
    db.close();
    lock.close();
  };
  return stateOf(folder, db, persisted, close);
}

/**
 * Opens the state of a worker, running or not, to look at it.
 *
 * @throws {@link StateMissingError}
 */
export function readState(folder: string): WorkerState {
  const path = join(folder, DATABASE);
  if (!existsSync(path)) throw new StateMissingError(folder);
  const db = new DatabaseSync(path, { readOnly: true });
  return stateOf(
    folder,
    db,
    () => {},
    () => db.close(),
  );
}

function stateOf(folder: string, db: DatabaseSync, persisted: Persisted, close: () => void): WorkerState {
  return {
    jobs: new JobStore(db, persisted),
    requests: new RequestStore(db, persisted),
    sessions: new SessionStore(db, persisted),
    leases: new LeaseStore(db, persisted),
    hearings: new HearingStore(db, persisted),
    transactions: new TransactionStore(db, persisted),
    blocks: new BlockStore(db),
    jobFolder: (jobId) => join(folder, "jobs", jobId),
    close,
  };
}

/** A lock of its own, because an exclusive one on the state would keep `wattle-worker status` out too. */
function lockFolder(folder: string): DatabaseSync {
  const lock = new DatabaseSync(join(folder, "lock.db"));
  try {
    lock.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE;");
    return lock;
  } catch (error) {
    lock.close();
    const isBusy = error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY;
    throw isBusy ? new StateInUseError(folder) : error;
  }
}

function checkOwner(db: DatabaseSync, owner: StateOwner): void {
  const expected = {
    "schema version": SCHEMA_VERSION,
    chain: String(owner.chainId),
    market: owner.escrow.toLowerCase(),
    provider: owner.provider.toLowerCase(),
  };
  for (const [name, value] of Object.entries(expected)) {
    db.prepare("INSERT OR IGNORE INTO meta (name, value) VALUES (?, ?)").run(name, value);
    const stored = String(db.prepare("SELECT value FROM meta WHERE name = ?").get(name)?.["value"]);
    if (stored !== value) throw new StateMismatchError(name, stored, value);
  }
}
