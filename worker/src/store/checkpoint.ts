import type { DatabaseSync } from "node:sqlite";

/** The last block that something was read to; null before the first. */
export function readCheckpoint(db: DatabaseSync, name: string): number | null {
  const row = db.prepare("SELECT value FROM meta WHERE name = ?").get(name);
  return row === undefined ? null : Number(row["value"]);
}

/** Notes the last block that something was read to. */
export function writeCheckpoint(db: DatabaseSync, name: string, block: number): void {
  db.prepare("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)").run(name, String(block));
}
