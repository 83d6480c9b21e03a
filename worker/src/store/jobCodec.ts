import { decodeTerms } from "@wattle/sdk";
import type { SQLOutputValue } from "node:sqlite";
import { JOB_STEPS, type JobRecord, type JobStep, type SealedResult } from "../jobs/jobRecord.ts";
import { decodeOnce } from "./decodeOnce.ts";

const termsOf = decodeOnce(decodeTerms);

/** A row as SQLite returns it. */
export type Row = Record<string, SQLOutputValue>;

/** A job from its row. */
export function decodeJob(row: Row): JobRecord {
  const step = String(row["step"]);
  if (!isJobStep(step)) throw new RangeError(`The worker's state holds an unknown step "${step}".`);
  return {
    jobId: String(row["jobId"]),
    terms: termsOf(String(row["terms"])),
    specRoot: String(row["specRoot"]),
    openedBlock: Number(row["openedBlock"]),
    openedBlockHash: String(row["openedBlockHash"]),
    step,
    reason: row["reason"] === null ? null : String(row["reason"]),
    runAttempts: Number(row["runAttempts"]),
    runStartedAt: row["runStartedAtSeconds"] === null ? null : Number(row["runStartedAtSeconds"]),
    result: row["result"] === null ? null : (JSON.parse(String(row["result"])) as SealedResult),
    isOrphaned: row["isOrphaned"] === 1,
  };
}

function isJobStep(step: string): step is JobStep {
  return JOB_STEPS.some((known) => known === step);
}
