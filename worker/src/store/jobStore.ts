import type { DatabaseSync } from "node:sqlite";
import { encodeTerms } from "@wattle/sdk";
import { isFinalStep, type JobRecord, type JobStep } from "../jobs/jobRecord.ts";
import { decodeJob } from "./jobCodec.ts";
import type { Persisted } from "./persisted.ts";

/** What is known of a job when it is first seen. */
export type OpenedJob = Pick<JobRecord, "jobId" | "terms" | "specRoot" | "openedBlock" | "openedBlockHash">;

/** What a step changes in a job's record. */
export interface JobChange {
  readonly step: JobStep;
  readonly reason?: string | null;
  readonly runAttempts?: number;
  readonly runStartedAt?: number;
  readonly result?: JobRecord["result"];
}

/** A job and when its record last changed, Unix time of this machine in milliseconds. */
export interface DatedJob extends JobRecord {
  readonly updatedAtMs: number;
}

const FINAL_STEPS = "('paid', 'declined', 'forfeited', 'expired', 'closed')";

/** The jobs that the worker knows. */
export class JobStore {
  readonly #db: DatabaseSync;
  readonly #persisted: Persisted;

  constructor(db: DatabaseSync, persisted: Persisted) {
    this.#db = db;
    this.#persisted = persisted;
  }

  /**
   * Takes a job up, or takes it up again after its block was replaced; what was done for it stays valid, because its
   * id stands for its terms.
   *
   * @returns Whether the job is new, or its block another one.
   */
  open(job: OpenedJob): boolean {
    const known = this.find(job.jobId);
    if (known !== null && !known.isOrphaned && known.openedBlockHash === job.openedBlockHash) return false;
    // Its end was taken back with its block, and what was made for it is deleted.
    if (known !== null && isFinalStep(known.step)) {
      this.#db.prepare("DELETE FROM jobs WHERE jobId = ?").run(job.jobId);
    }
    this.#db
      .prepare(
        `INSERT INTO jobs (jobId, terms, specRoot, openedBlock, openedBlockHash, step, updatedAtMs)
         VALUES (?, ?, ?, ?, ?, 'seen', ?) ON CONFLICT (jobId) DO UPDATE SET specRoot = excluded.specRoot,
         openedBlock = excluded.openedBlock, openedBlockHash = excluded.openedBlockHash, isOrphaned = 0,
         updatedAtMs = excluded.updatedAtMs`,
      )
      .run(job.jobId, encodeTerms(job.terms), job.specRoot, job.openedBlock, job.openedBlockHash, Date.now());
    this.#persisted(known === null ? "job:seen" : "job:reopened", job.jobId);
    return true;
  }

  /** Writes a step down; what the change does not name stays as it is. */
  change(jobId: string, change: JobChange): void {
    const before = this.find(jobId);
    if (before === null) return;
    const after = { ...before, ...change };
    this.#db
      .prepare(
        `UPDATE jobs SET step = ?, reason = ?, runAttempts = ?, runStartedAtSeconds = ?, result = ?, updatedAtMs = ?
         WHERE jobId = ?`,
      )
      .run(
        after.step,
        after.reason,
        after.runAttempts,
        after.runStartedAt,
        after.result === null ? null : JSON.stringify(after.result),
        Date.now(),
        jobId,
      );
    this.#persisted(`job:${change.step}`, jobId);
  }

  /** Notes that the block that opened a job is no longer part of the chain. */
  orphan(jobId: string): void {
    this.#db
      .prepare("UPDATE jobs SET isOrphaned = 1, updatedAtMs = ? WHERE jobId = ?")
      .run(Date.now(), jobId);
    this.#persisted("job:orphaned", jobId);
  }

  find(jobId: string): JobRecord | null {
    const row = this.#db.prepare("SELECT * FROM jobs WHERE jobId = ?").get(jobId);
    return row === undefined ? null : decodeJob(row);
  }

  /** Jobs that are neither final nor orphaned, oldest first. */
  unfinished(): JobRecord[] {
    return this.#db
      .prepare(
        `SELECT * FROM jobs WHERE isOrphaned = 0 AND step NOT IN ${FINAL_STEPS} ORDER BY openedBlock, jobId`,
      )
      .all()
      .map(decodeJob);
  }

  /** The jobs that changed last, newest first. */
  latest(count: number): DatedJob[] {
    return this.#db
      .prepare("SELECT * FROM jobs ORDER BY updatedAtMs DESC, jobId LIMIT ?")
      .all(count)
      .map((row) => ({ ...decodeJob(row), updatedAtMs: Number(row["updatedAtMs"]) }));
  }
}
