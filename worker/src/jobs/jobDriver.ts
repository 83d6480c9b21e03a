import type { JobSlot, WattleClient } from "@wattle/sdk";
import type { WorkerEventSink } from "../events/workerEvent.ts";
import type { JobChange, JobStore } from "../store/jobStore.ts";
import type { TransactionNews, TransactionQueue } from "../transactions/transactionQueue.ts";
import { IntentPatience } from "./intentPatience.ts";
import { jobIntent } from "./jobIntent.ts";
import { isFinalStep, type JobRecord } from "./jobRecord.ts";
import { jobTimes } from "./jobTimes.ts";
import { type JobWork, JobWorkers } from "./jobWorkers.ts";
import { type ChainAction, type JobAction, type JobRules, nextStep } from "./nextStep.ts";
import { planPlaces } from "./planPlaces.ts";

/** What the chain said of a job, and when. */
export interface SlotReading {
  readonly slot: JobSlot;
  /** The newest block at the time. */
  readonly atBlock: number;
}

/** What the driver works with. */
export interface JobDriverParameters {
  readonly client: WattleClient;
  readonly jobs: JobStore;
  readonly work: JobWork;
  readonly queue: Pick<TransactionQueue, "add">;
  readonly rules: JobRules & { readonly maxConcurrentJobs: number; readonly confirmations: number };
  /** When runs that are for no job of this driver end at the latest, Unix seconds of the chain. Default: there are none. */
  readonly otherRuns?: () => readonly number[];
  /** Unix seconds of the chain. */
  readonly now: () => number;
  readonly onEvent: WorkerEventSink;
  /** Called when a part of a job has ended: it is time to {@link JobDriver.drive}. */
  readonly onDone: () => void;
}

/** Does for every job what {@link nextStep} says, and breaks off what it no longer says. */
export class JobDriver {
  readonly #parameters: JobDriverParameters;
  readonly #workers: JobWorkers;
  readonly #patience = new IntentPatience();
  /** Readings older than this block do not know of the job's last transaction yet. */
  readonly #staleBefore = new Map<string, number>();
  #readings: ReadonlyMap<string, SlotReading> = new Map();
  #isStopping = false;

  constructor(parameters: JobDriverParameters) {
    this.#parameters = parameters;
    this.#workers = new JobWorkers({
      work: parameters.work,
      now: parameters.now,
      onEvent: parameters.onEvent,
      record: (jobId, change) => this.#record(jobId, change),
      onDone: parameters.onDone,
    });
  }

  /** Takes in what the chain says of the unfinished jobs. */
  update(readings: ReadonlyMap<string, SlotReading>): void {
    this.#readings = readings;
  }

  /** Looks at every unfinished job. */
  drive(): void {
    const { jobs, rules, now, otherRuns = () => [] } = this.#parameters;
    const unfinished = jobs.unfinished();
    this.#workers.keepOnly(new Set(unfinished.map(({ jobId }) => jobId)));
    const running = this.#workers.running();
    const places = planPlaces(unfinished, running, rules.maxConcurrentJobs, now(), otherRuns());
    for (const { jobId } of unfinished) this.#driveJob(jobId, places.get(jobId) ?? now());
  }

  /** How many runs of jobs are under way. */
  countRunning(): number {
    return this.#workers.running().size;
  }

  /** Takes in what became of a transaction. */
  onTransaction(news: TransactionNews): void {
    const { key, jobId } = news.intent;
    if (jobId === null) return;
    if (news.status === "failed") this.#patience.refused(key);
    if (news.status !== "mined") return;
    this.#staleBefore.set(jobId, news.receipt.blockNumber);
    this.#patience.forget(key);
  }

  /** Takes no more jobs, and declines those that can still be declined. */
  stopTaking(): void {
    this.#isStopping = true;
    this.drive();
  }

  /** Breaks off all work; it is taken up again at the next start. */
  async abort(): Promise<void> {
    await this.#workers.abort();
  }

  /** Whether a job waits for this worker to do something that has a deadline. */
  hasDuties(): boolean {
    const { jobs, now, rules } = this.#parameters;
    return jobs.unfinished().some((job) => {
      const reading = this.#readings.get(job.jobId);
      // Before the first look at the chain nobody knows what is due of what the last life took.
      if (reading === undefined) return true;
      if (reading.slot.state !== "active") return false;
      return now() <= jobTimes(job.terms, reading.slot.steppedAt, rules).deliverUntil;
    });
  }

  #driveJob(jobId: string, placeFreeAt: number): void {
    const { jobs, rules, now } = this.#parameters;
    const reading = this.#readings.get(jobId);
    if (reading === undefined || reading.atBlock < (this.#staleBefore.get(jobId) ?? 0)) return;
    const { slot, atBlock } = reading;
    // A node that lags knows nothing of the job: no reason to break anything off.
    if (slot.state === "none") return;
    for (;;) {
      const job = jobs.find(jobId);
      if (job === null || isFinalStep(job.step)) return;
      const action = nextStep(
        job,
        {
          now: now(),
          slot,
          isConfirmed: atBlock - slot.steppedBlock + 1 >= rules.confirmations,
          isRunning: this.#workers.running().has(jobId),
          placeFreeAt,
          projectedEndAt: this.#workers.projectedEndAt(jobId),
          checkProblem: this.#workers.checkProblem(jobId),
          isStopping: this.#isStopping,
        },
        rules,
      );
      if (action.do !== "note") {
        this.#act(job, action);
        return;
      }
      this.#record(jobId, { step: action.step, reason: action.reason });
    }
  }

  #act(job: JobRecord, action: Exclude<JobAction, { do: "note" }>): void {
    switch (action.do) {
      case "check":
      case "run":
      case "upload":
        this.#workers.doOnly(job, action.do);
        return;
      case "wait":
        this.#workers.doOnly(job, null);
        return;
      default:
        this.#workers.doOnly(job, null);
        this.#send(job, action);
    }
  }

  #send(job: JobRecord, action: ChainAction): void {
    const intent = jobIntent(this.#parameters.client, job, action);
    if (!this.#patience.allows(intent.key)) return;
    if (action.do === "submit" && job.step === "uploaded") this.#record(job.jobId, { step: "submitting" });
    this.#parameters.queue.add(intent);
  }

  #record(jobId: string, change: JobChange): void {
    const { jobs, onEvent } = this.#parameters;
    jobs.change(jobId, change);
    onEvent({ event: "job", jobId, step: change.step, reason: change.reason ?? null });
    if (!isFinalStep(change.step)) return;
    this.#staleBefore.delete(jobId);
    this.#workers.forget(jobId);
  }
}
