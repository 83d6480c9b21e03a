import type { DatabaseSync } from "node:sqlite";
import type { CourtDeadlines, OpenedCase } from "@wattle/sdk";
import {
  type CaseName,
  type CourtCaseRecord,
  HEARING_STEPS,
  type HearingRecord,
  type HearingStep,
} from "../juror/hearingRecord.ts";
import { readCheckpoint, writeCheckpoint } from "./checkpoint.ts";
import type { Row } from "./jobCodec.ts";
import type { Persisted } from "./persisted.ts";

/** What can change about a drawn seat. */
export interface HearingChange {
  readonly step: HearingStep;
  readonly vote?: { readonly providerRight: boolean; readonly salt: string };
  readonly reason?: string | null;
}

/** The cases that the worker follows, and the seats of its provider that they drew. */
export class HearingStore {
  readonly #db: DatabaseSync;
  readonly #persisted: Persisted;

  constructor(db: DatabaseSync, persisted: Persisted) {
    this.#db = db;
    this.#persisted = persisted;
  }

  /** Follows a case, from now on or again. */
  follow(record: CourtCaseRecord): void {
    const { court, caseId, market, openedCase, openedBlock, deadlines } = record;
    this.#db
      .prepare(
        `INSERT INTO courtCases (court, caseId, market, openedCase, openedBlock, deadlines) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (court, caseId) DO UPDATE SET openedCase = excluded.openedCase,
         openedBlock = excluded.openedBlock, deadlines = excluded.deadlines`,
      )
      .run(court, caseId, market, encodeCase(openedCase), openedBlock, JSON.stringify(deadlines));
  }

  /** Follows a case no longer; what is known of its seats is kept. */
  close({ court, caseId }: CaseName): void {
    this.#db.prepare("UPDATE courtCases SET isClosed = 1 WHERE court = ? AND caseId = ?").run(court, caseId);
  }

  /** Forgets a case and its seats. */
  forget({ court, caseId }: CaseName): void {
    this.#db.prepare("DELETE FROM hearings WHERE court = ? AND caseId = ?").run(court, caseId);
    this.#db.prepare("DELETE FROM courtCases WHERE court = ? AND caseId = ?").run(court, caseId);
  }

  find({ court, caseId }: CaseName): CourtCaseRecord | null {
    const row = this.#db
      .prepare("SELECT * FROM courtCases WHERE court = ? AND caseId = ?")
      .get(court, caseId);
    return row === undefined ? null : decodeCase(row);
  }

  /** Cases that are followed, oldest first. */
  live(): CourtCaseRecord[] {
    return this.#db
      .prepare("SELECT * FROM courtCases WHERE isClosed = 0 ORDER BY rowid")
      .all()
      .map(decodeCase);
  }

  /** Notes that a seat was drawn, perhaps at another place than before. Returns whether it was not known. */
  draw(seat: Pick<HearingRecord, "court" | "caseId" | "seat" | "place" | "isAppeal">): boolean {
    const { court, caseId, place, isAppeal } = seat;
    const before = this.seatsOf(seat).find((known) => known.seat === seat.seat);
    if (before?.place === place && before.isAppeal === isAppeal) return false;
    this.#db
      .prepare(
        `INSERT INTO hearings (court, caseId, seat, place, isAppeal, step, updatedAtMs) VALUES (?, ?, ?, ?, ?, 'drawn', ?)
         ON CONFLICT (court, caseId, seat) DO UPDATE SET place = excluded.place, isAppeal = excluded.isAppeal`,
      )
      .run(court, caseId, seat.seat, place, Number(isAppeal), Date.now());
    if (before === undefined) this.#persisted("hearing:drawn", null);
    return before === undefined;
  }

  /** Writes down how far a seat has come. */
  change({ court, caseId, seat }: HearingRecord, { step, vote, reason = null }: HearingChange): void {
    const providerRight = vote === undefined ? null : Number(vote.providerRight);
    this.#db
      .prepare(
        `UPDATE hearings SET step = ?, providerRight = COALESCE(?, providerRight), salt = COALESCE(?, salt),
         reason = COALESCE(?, reason), updatedAtMs = ? WHERE court = ? AND caseId = ? AND seat = ?`,
      )
      .run(step, providerRight, vote?.salt ?? null, reason, Date.now(), court, caseId, seat);
    this.#persisted(`hearing:${step}`, null);
  }

  /** The seats that a case drew, of both panels. */
  seatsOf({ court, caseId }: CaseName): HearingRecord[] {
    return this.#db
      .prepare("SELECT * FROM hearings WHERE court = ? AND caseId = ? ORDER BY isAppeal, place")
      .all(court, caseId)
      .map(decodeHearing);
  }

  /** The seats that changed last, newest first, with what is known of their case. */
  latest(count: number): (HearingRecord & { deadlines: CourtDeadlines | null; updatedAtMs: number })[] {
    return this.#db
      .prepare("SELECT * FROM hearings ORDER BY updatedAtMs DESC, caseId, seat LIMIT ?")
      .all(count)
      .map((row) => {
        const hearing = decodeHearing(row);
        const deadlines = this.find(hearing)?.deadlines ?? null;
        return { ...hearing, deadlines, updatedAtMs: Number(row["updatedAtMs"]) };
      });
  }

  /** The last block whose events of a court are all known; null before the first. */
  checkpoint(court: string): number | null {
    return readCheckpoint(this.#db, checkpointOf(court));
  }

  /** Notes that all events of a court up to a block are known. */
  pass(court: string, block: number): void {
    writeCheckpoint(this.#db, checkpointOf(court), block);
  }
}

const checkpointOf = (court: string): string => `court ${court.toLowerCase()} read to block`;

function encodeCase(openedCase: OpenedCase): string {
  return JSON.stringify({ ...openedCase, fee: String(openedCase.fee) });
}

function decodeCase(row: Row): CourtCaseRecord {
  const openedCase = JSON.parse(String(row["openedCase"])) as OpenedCase & { fee: string };
  return {
    court: String(row["court"]),
    caseId: String(row["caseId"]),
    market: String(row["market"]),
    openedCase: { ...openedCase, fee: BigInt(openedCase.fee) },
    openedBlock: Number(row["openedBlock"]),
    deadlines: JSON.parse(String(row["deadlines"])) as CourtDeadlines,
  };
}

function decodeHearing(row: Row): HearingRecord {
  const step = HEARING_STEPS.find((known) => known === row["step"]);
  if (step === undefined) throw new RangeError("The worker's state holds an unknown step of a hearing.");
  return {
    court: String(row["court"]),
    caseId: String(row["caseId"]),
    seat: Number(row["seat"]),
    place: Number(row["place"]),
    isAppeal: row["isAppeal"] === 1,
    step,
    providerRight: row["providerRight"] === null ? null : row["providerRight"] === 1,
    salt: row["salt"] === null ? null : String(row["salt"]),
    reason: row["reason"] === null ? null : String(row["reason"]),
  };
}
