import type { JobSlot, JobTerms } from "@wattle/sdk";
import type { JobRecord } from "../../src/jobs/jobRecord.ts";
import type { JobFacts, JobRules } from "../../src/jobs/nextStep.ts";

/** 32 bytes of one value, 0x hex. */
export const bytes32 = (value: number): string => `0x${value.toString(16).padStart(2, "0").repeat(32)}`;

/** 20 bytes of one value, 0x hex. */
export const address = (value: number): string => `0x${value.toString(16).padStart(2, "0").repeat(20)}`;

/** Opened at 1,000: may be declined until 1,060, runs 100 s, is due by 1,200. */
export const TERMS: JobTerms = {
  orderHash: bytes32(1),
  fill: 1,
  client: address(2),
  provider: address(3),
  payout: address(4),
  token: address(5),
  adjudicator: address(0),
  ratePerSecond: 10n ** 24n,
  collateral: 10n ** 18n,
  disputeFee: 0n,
  runLimitSeconds: 100,
  declineSeconds: 60,
  slackSeconds: 40,
  reviewSeconds: 30,
  rulingSeconds: 3600,
  noRulingBps: 5000,
  specDigest: bytes32(6),
};

export const OPENED_AT = 1000;

/** Checks until 1,050, runs until 1,180. */
export const RULES: JobRules = { declineMarginSeconds: 10, deliverReserveSeconds: 20, maxRunAttempts: 3 };

export const RESULT = {
  digest: bytes32(7),
  root: bytes32(8),
  store: "http://127.0.0.1:1",
  files: ["outbox/a.age"],
};

/** A job that was just seen. */
export function makeJob(change: Partial<JobRecord> = {}): JobRecord {
  return {
    jobId: bytes32(9),
    terms: TERMS,
    specRoot: bytes32(10),
    openedBlock: 5,
    openedBlockHash: bytes32(11),
    step: "seen",
    reason: null,
    runAttempts: 0,
    runStartedAt: null,
    result: null,
    isOrphaned: false,
    ...change,
  };
}

/** What the chain stores of an active job. */
export function makeSlot(change: Partial<JobSlot> = {}): JobSlot {
  return {
    state: "active",
    caseOpened: false,
    steppedAt: OPENED_AT,
    steppedBlock: 5,
    resultMark: `0x${"00".repeat(20)}`,
    ...change,
  };
}

/** A moment after the opening, with a place to run. */
export function makeFacts(change: Partial<JobFacts> = {}): JobFacts {
  return {
    now: OPENED_AT + 1,
    slot: makeSlot(),
    isConfirmed: true,
    isRunning: false,
    placeFreeAt: 0,
    projectedEndAt: null,
    checkProblem: null,
    isStopping: false,
    ...change,
  };
}
