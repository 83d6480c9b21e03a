import type { CourtStage, LeaseState, Ruling, SessionState } from "@wattle/sdk";
import type { JobStep } from "../jobs/jobRecord.ts";
import type { StopDuty } from "../juror/hearingDuty.ts";
import type { HearingStep } from "../juror/hearingRecord.ts";
import type { RequestStep } from "../requests/requestRecord.ts";
import type { IntentKind } from "../transactions/intent.ts";

/** What a worker found when it started. */
export interface StartedEvent {
  readonly event: "started";
  readonly provider: string;
  readonly operator: string;
  readonly chainId: number;
  readonly escrow: string;
  /** Base address of the store that clients put manifests and inputs in. */
  readonly relay: string;
  readonly payout: string;
  /** The GPU, or the software driver, as it names itself. */
  readonly adapter: string;
  /** Whether jobs run on the CPU, by a software driver. */
  readonly isSoftware: boolean;
  readonly sandbox: "bubblewrap" | "none";
  readonly hasSeccomp: boolean;
  readonly memoryLimit: "cgroup-v2" | "cgroup-v1" | "watchdog";
  /** What energy is measured by; null where nothing does, and results say "unmetered". */
  readonly energyMeter: null;
  readonly policy: {
    readonly maxConcurrentJobs: number;
    readonly runtimes: readonly string[];
    readonly maxRunSeconds: number;
    readonly maxMemoryBytes: number;
    readonly maxBufferBytes: number;
    readonly maxInputBytes: number;
  };
}

/** A job took a step: see `JOB_STEPS`. */
export interface JobEvent {
  readonly event: "job";
  readonly jobId: string;
  readonly step: JobStep;
  /** Why the job is refused or abandoned. */
  readonly reason: string | null;
}

/** An open request took a step: see `REQUEST_STEPS`. */
export interface RequestEvent {
  readonly event: "request";
  readonly orderHash: string;
  readonly step: RequestStep;
  /** Why it is not taken. */
  readonly reason: string | null;
}

/** The worker sells calls. */
export interface ListeningEvent {
  readonly event: "listening";
  /** Base address. */
  readonly url: string;
  /** What is sold there. */
  readonly services: readonly string[];
}

/** A session is in another state. */
export interface SessionEvent {
  readonly event: "session";
  readonly sessionId: string;
  readonly state: SessionState;
}

/** A lease is in another state. */
export interface LeaseEvent {
  readonly event: "lease";
  readonly leaseId: string;
  readonly state: LeaseState;
  /** How long the machine was there, up to the last check-in. */
  readonly servedSeconds: number;
  /** What was paid so far. */
  readonly paidSeconds: number;
}

/** A drawn seat took a step: see `HEARING_STEPS`. */
export interface HearingEvent {
  readonly event: "hearing";
  readonly court: string;
  /** A job's id. */
  readonly caseId: string;
  readonly seat: number;
  readonly isAppeal: boolean;
  readonly step: HearingStep;
  /**
   * The answer; null until the panel's time to commit is over. A log is read by more eyes than the state folder, and
   * whoever knew an answer before could vote the same without any work.
   */
  readonly providerRight: boolean | null;
  /** Why; null for as long as the answer. */
  readonly reason: string | null;
}

/** A dispute of one of the provider's own jobs came further. */
export interface DisputeEvent {
  readonly event: "dispute";
  readonly jobId: string;
  readonly adjudicator: string;
  /** Whether the adjudicator is a slashing court. */
  readonly isCourt: boolean;
  /** Where the case stands with the court; null before it is open, and where there is no court. */
  readonly stage: CourtStage | null;
  /** The ruling, if there is one; while it can be appealed the first panel's. */
  readonly ruling: Ruling;
  /** Until when either party may appeal, Unix seconds; null unless it can. */
  readonly appealUntil: number | null;
}

/** A run came further. */
export interface ProgressEvent {
  readonly event: "progress";
  readonly jobId: string;
  readonly completedPasses: number;
  readonly totalPasses: number;
}

/** A run ended with a result. */
export interface ResultEvent {
  readonly event: "result";
  readonly jobId: string;
  readonly outcome: "completed" | "failed" | "run-limit";
  /** Why the program failed. Untrusted text. */
  readonly reason: string | null;
  readonly runMs: number;
  readonly outputBytes: number;
}

/** One of the worker's transactions came further. */
export interface TransactionEvent {
  readonly event: "transaction";
  readonly kind: IntentKind;
  readonly jobId: string | null;
  /** `bumped`: replaced by one that offers more. `failed`: the chain refuses it. */
  readonly status: "sent" | "bumped" | "mined" | "failed";
  readonly hash: string | null;
  readonly nonce: number | null;
  /** Once mined, in decimal. */
  readonly gasUsed: string | null;
  /** Once mined, wei in decimal. */
  readonly gasPrice: string | null;
  /** Why it failed. */
  readonly reason: string | null;
}

/** Earnings went to the cold wallet. */
export interface PayoutEvent {
  readonly event: "payout";
  readonly account: string;
  readonly token: string;
  /** Base units in decimal. */
  readonly amount: string;
  readonly hash: string;
}

/** The chain took back blocks that the worker had built on. */
export interface ReorgEvent {
  readonly event: "reorg";
  /** Jobs whose opening was taken back. */
  readonly jobIds: readonly string[];
  /** The last block that is still the same; null when only a job's own block was looked at. */
  readonly commonBlock: number | null;
}

/** Something does not work; the worker goes on trying. */
export interface ProblemEvent {
  readonly event: "problem";
  readonly jobId: string | null;
  /** Name of the error's class. */
  readonly name: string;
  readonly message: string;
}

/** The worker takes no more jobs. */
export interface StoppingEvent {
  readonly event: "stopping";
  /** What its drawn seats owe: what it stays for, and what it has to be back for. */
  readonly hearings: readonly StopDuty[];
}

/** The worker has ended. */
export interface StoppedEvent {
  readonly event: "stopped";
}

/** Something that a worker tells. */
export type WorkerEvent =
  | StartedEvent
  | JobEvent
  | RequestEvent
  | ListeningEvent
  | SessionEvent
  | LeaseEvent
  | HearingEvent
  | DisputeEvent
  | ProgressEvent
  | ResultEvent
  | TransactionEvent
  | PayoutEvent
  | ReorgEvent
  | ProblemEvent
  | StoppingEvent
  | StoppedEvent;

/** Takes what a worker tells. */
export type WorkerEventSink = (event: WorkerEvent) => void;
