import { DatabaseSync } from "node:sqlite";

/** A blob that the relay stores. */
export interface StoredBlobRow {
  readonly root: string;
  readonly size: number;
}

/** An upload that has begun. */
export interface UploadRow extends StoredBlobRow {
  readonly id: string;
  /** Who pays for it from their quota, in lower case. */
  readonly account: string;
  /** Unix time in milliseconds. */
  readonly createdAtMs: number;
}

/** What the client of a job left for its provider. */
export interface HandoverRow {
  readonly jobId: string;
  /** The client, in lower case. */
  readonly account: string;
  readonly bytes: Uint8Array;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS blobs (root TEXT PRIMARY KEY, size INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS claims (
    root TEXT NOT NULL REFERENCES blobs ON DELETE CASCADE,
    account TEXT NOT NULL,
    expiresAtMs INTEGER NOT NULL,
    PRIMARY KEY (root, account)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS claimsOfAccount ON claims (account);
  CREATE TABLE IF NOT EXISTS uploads (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    root TEXT NOT NULL,
    size INTEGER NOT NULL,
    createdAtMs INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS handovers (
    jobId TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    bytes BLOB NOT NULL,
    expiresAtMs INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS handoversOfAccount ON handovers (account);
`;

/**
 * What the relay knows of its blobs: their sizes, who wants each kept until when, and which uploads have begun. A
 * blob lives as long as one account's claim on it does, and counts against the quota of every claimant.
 */
export class BlobIndex {
  readonly #db: DatabaseSync;

  /** @throws When another process has the index open. */
  constructor(path: string) {
    this.#db = new DatabaseSync(path, { timeout: 1000 });
    // Exclusive: two relays over one folder would delete each other's uploads.
    this.#db.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
    this.#db.exec(`BEGIN IMMEDIATE; ${SCHEMA} COMMIT;`);
  }

  close(): void {
    this.#db.close();
  }

  /** A blob, whether or not anybody still claims it. */
  blob(root: string): StoredBlobRow | null {
    return this.#blobs("SELECT root, size FROM blobs WHERE root = ?", root)[0] ?? null;
  }

  /** Whether anybody wants a blob kept. */
  isClaimed(root: string, nowMs: number): boolean {
    return (
      this.#number("SELECT count(*) AS n FROM claims WHERE root = ? AND expiresAtMs > ?", root, nowMs) > 0
    );
  }

  /** Keeps a stored blob for an account, or keeps it longer. */
  claim(root: string, account: string, expiresAtMs: number): void {
    this.#db
      .prepare(
        `INSERT INTO claims (root, account, expiresAtMs) VALUES (?, ?, ?)
         ON CONFLICT DO UPDATE SET expiresAtMs = max(expiresAtMs, excluded.expiresAtMs)`,
      )
      .run(root, account, expiresAtMs);
  }

  /** Bytes that count against an account's quota, without those of one blob (its root) or hand-over (its job). */
  usedBytes(account: string, except: string, nowMs: number): number {
    const stored = this.#number(
      `SELECT coalesce(sum(size), 0) AS n FROM claims JOIN blobs USING (root)
       WHERE account = ? AND root <> ? AND expiresAtMs > ?`,
      account,
      except,
      nowMs,
    );
    const arriving = this.#number(
      "SELECT coalesce(sum(size), 0) AS n FROM uploads WHERE account = ? AND root <> ?",
      account,
      except,
    );
    const handedOver = this.#number(
      `SELECT coalesce(sum(length(bytes)), 0) AS n FROM handovers
       WHERE account = ? AND jobId <> ? AND expiresAtMs > ?`,
      account,
      except,
      nowMs,
    );
    return stored + arriving + handedOver;
  }

  /** Keeps what a client hands over; the last one of a job counts. */
  putHandover({ jobId, account, bytes }: HandoverRow, expiresAtMs: number): void {
    this.#db
      .prepare("INSERT OR REPLACE INTO handovers (jobId, account, bytes, expiresAtMs) VALUES (?, ?, ?, ?)")
      .run(jobId, account, bytes, expiresAtMs);
  }

  /** What was handed over for a job; null if nothing was, or its time has run out. */
  handover(jobId: string, nowMs: number): Uint8Array | null {
    const row = this.#db
      .prepare("SELECT bytes FROM handovers WHERE jobId = ? AND expiresAtMs > ?")
      .get(jobId, nowMs);
    return row?.bytes instanceof Uint8Array ? row.bytes : null;
  }

  /** Forgets hand-overs whose time has run out. Returns how many. */
  removeHandovers(nowMs: number): number {
    return Number(this.#db.prepare("DELETE FROM handovers WHERE expiresAtMs <= ?").run(nowMs).changes);
  }

  /** Blobs that nobody claims any more. */
  unclaimed(nowMs: number): StoredBlobRow[] {
    return this.#blobs(
      "SELECT root, size FROM blobs WHERE NOT EXISTS (SELECT 1 FROM claims WHERE claims.root = blobs.root AND expiresAtMs > ?)",
      nowMs,
    );
  }

  /** Forgets a blob and all claims on it. */
  removeBlob(root: string): void {
    this.#db.prepare("DELETE FROM blobs WHERE root = ?").run(root);
  }

  /** Number and bytes of all blobs. */
  totals(): { blobs: number; bytes: number } {
    return {
      blobs: this.#number("SELECT count(*) AS n FROM blobs"),
      bytes: this.#number("SELECT coalesce(sum(size), 0) AS n FROM blobs"),
    };
  }

  upload(id: string): UploadRow | null {
    return this.#uploads("SELECT * FROM uploads WHERE id = ?", id)[0] ?? null;
  }

  uploads(): UploadRow[] {
    return this.#uploads("SELECT * FROM uploads");
  }

  uploadsOf(account: string): UploadRow[] {
    return this.#uploads("SELECT * FROM uploads WHERE account = ?", account);
  }

  addUpload(upload: UploadRow): void {
    this.#db
      .prepare("INSERT INTO uploads (id, account, root, size, createdAtMs) VALUES (?, ?, ?, ?, ?)")
      .run(upload.id, upload.account, upload.root, upload.size, upload.createdAtMs);
  }

  removeUpload(id: string): void {
    this.#db.prepare("DELETE FROM uploads WHERE id = ?").run(id);
  }

  /** Turns a finished upload into a stored blob, in one transaction. */
  publish(upload: UploadRow, expiresAtMs: number): void {
    this.#db.exec("BEGIN IMMEDIATE");
    try {
      this.#db
        .prepare("INSERT INTO blobs (root, size) VALUES (?, ?) ON CONFLICT DO NOTHING")
        .run(upload.root, upload.size);
      this.claim(upload.root, upload.account, expiresAtMs);
      this.removeUpload(upload.id);
      this.#db.exec("COMMIT");
    } catch (error) {
      this.#db.exec("ROLLBACK");
      throw error;
    }
  }

  #blobs(sql: string, ...values: (string | number)[]): StoredBlobRow[] {
    const rows = this.#db.prepare(sql).all(...values);
    return rows.map((row) => ({ root: String(row.root), size: Number(row.size) }));
  }

  #uploads(sql: string, ...values: (string | number)[]): UploadRow[] {
    const rows = this.#db.prepare(sql).all(...values);
    return rows.map((row) => ({
      id: String(row.id),
      account: String(row.account),
      root: String(row.root),
      size: Number(row.size),
      createdAtMs: Number(row.createdAtMs),
    }));
  }

  #number(sql: string, ...values: (string | number)[]): number {
    return Number(this.#db.prepare(sql).get(...values)?.n ?? 0);
  }
}
