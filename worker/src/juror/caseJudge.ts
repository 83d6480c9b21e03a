import type { Finding } from "./reexecuteJob.ts";
import { sleep } from "../time/sleep.ts";
import type { WorkerEventSink } from "../events/workerEvent.ts";
import type { CourtCaseRecord } from "./hearingRecord.ts";

/** A case to come to an answer on, for all seats of one panel. */
export interface Assignment {
  /** What makes it the same one when it is asked for again. */
  readonly key: string;
  readonly courtCase: CourtCaseRecord;
  /** Until when a look may begin and still end in time, Unix seconds of the chain. */
  readonly startUntil: number;
  /** Until when there must be an answer. */
  readonly answerUntil: number;
}

/** What one look at a case gave. */
export interface Look {
  readonly finding: Finding;
  /** Whether another look would give the same. */
  readonly isFinal: boolean;
  /** Whether it ended with two runs of which one reached its limit. Default: false. */
  readonly haveUnequalLimits?: boolean;
}

/** What a look may need from the one who looks on. */
export interface LookContext {
  readonly assignment: Assignment;
  /** How many looks ended with two runs of which one reached its limit. */
  readonly unequalLimits: number;
  /** Waits for a place to run, and takes it until the function has ended. */
  readonly inPlace: <T>(run: () => Promise<T>) => Promise<T>;
  readonly signal: AbortSignal;
}

/** What {@link CaseJudge} works with. */
export interface CaseJudgeParameters {
  /** Looks at a case once. Rejects when the trouble is this worker's own. */
  readonly look: (context: LookContext) => Promise<Look>;
  /** Whether one more run may be under way. */
  readonly hasPlace: (running: number) => boolean;
  /** Unix seconds of the chain. */
  readonly now: () => number;
  readonly onEvent: WorkerEventSink;
  /** Called when there is an answer. */
  readonly onDone: () => void;
}

/**
 * Where nothing could be found out, nothing speaks against the result; and whoever disputes it has to show something.
 * Silence would cost two units, and leave the panel one vote short of any ruling at all.
 */
const NOTHING_FOUND: Finding = { providerRight: true, reason: "nothing could be found out in time" };

/** Pause before the next look, in milliseconds; doubled up to the longest. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

/** Pause between two looks for a free place, in milliseconds. */
const PLACE_PAUSE_MS = 250;

interface Task {
  readonly controller: AbortController;
  /** The best answer so far; null before the first. */
  best: Finding | null;
  /** Nothing more will be found out. */
  isOver: boolean;
  /** A look is under way. */
  isLooking: boolean;
  done: Promise<void>;
}

/** Comes to an answer on cases: looks at each again until one look settles it, or its time is over. */
export class CaseJudge {
  readonly #parameters: CaseJudgeParameters;
  readonly #tasks = new Map<string, Task>();
  /** When the runs that are under way end at the latest, by the keys of their cases. */
  readonly #running = new Map<string, number>();
  #isAborted = false;

  constructor(parameters: CaseJudgeParameters) {
    this.#parameters = parameters;
  }

  /**
   * The answer on a case, if there is one; work on it goes on meanwhile.
   *
   * @returns Null before there is an answer.
   */
  answerTo(assignment: Assignment): Finding | null {
    const { key, startUntil, answerUntil } = assignment;
    const now = this.#parameters.now();
    const task = this.#tasks.get(key) ?? this.#start(assignment);
    if (task.isOver) return task.best ?? NOTHING_FOUND;
    if (now <= startUntil || (now <= answerUntil && task.isLooking)) return null;
    task.controller.abort();
    return task.best ?? NOTHING_FOUND;
  }

  /** When the runs that are under way end at the latest, Unix seconds of the chain. */
  busyUntil(): number[] {
    return [...this.#running.values()];
  }

  /** Breaks off the work on any other case. */
  keepOnly(keys: ReadonlySet<string>): void {
    for (const [key, { controller }] of this.#tasks) {
      if (keys.has(key)) continue;
      controller.abort();
      this.#tasks.delete(key);
    }
  }

  /** Breaks everything off, and starts nothing more. */
  async abort(): Promise<void> {
    this.#isAborted = true;
    const tasks = [...this.#tasks.values()];
    for (const { controller } of tasks) controller.abort();
    await Promise.all(tasks.map(({ done }) => done));
  }

  #start(assignment: Assignment): Task {
    const controller = new AbortController();
    const task: Task = {
      controller,
      best: null,
      isOver: false,
      isLooking: true,
      done: Promise.resolve(),
    };
    if (this.#isAborted) controller.abort();
    this.#tasks.set(assignment.key, task);
    task.done = this.#perform(assignment, task).catch(() => undefined);
    return task;
  }

  async #perform(assignment: Assignment, task: Task): Promise<void> {
    const { look, onDone } = this.#parameters;
    const { signal } = task.controller;
    let unequalLimits = 0;
    let told = "";
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      signal.throwIfAborted();
      task.isLooking = true;
      try {
        const inPlace = async <T>(run: () => Promise<T>): Promise<T> =>
          this.#inPlace(assignment, run, signal);
        const seen = await look({ assignment, unequalLimits, inPlace, signal });
        signal.throwIfAborted();
        task.best = seen.finding;
        if (seen.haveUnequalLimits === true) unequalLimits++;
        if (seen.isFinal) {
          task.isOver = true;
          onDone();
          return;
        }
      } catch (error) {
        if (signal.aborted) return;
        told = this.#report(assignment, error, told);
      }
      task.isLooking = false;
      await sleep(pauseMs, signal);
    }
  }

  async #inPlace<T>(
    { key, courtCase, startUntil }: Assignment,
    run: () => Promise<T>,
    signal: AbortSignal,
  ): Promise<T> {
    const { hasPlace, now } = this.#parameters;
    // A job that came too late is declined; a seat that did not vote is charged. So its window goes first.
    while (!hasPlace(this.#running.size) && now() <= startUntil) await sleep(PLACE_PAUSE_MS, signal);
    signal.throwIfAborted();
    this.#running.set(key, now() + courtCase.openedCase.runLimitSeconds);
    try {
      return await run();
    } finally {
      this.#running.delete(key);
    }
  }

  /** Tells of trouble of one's own; what it says of no result may be read by anybody. */
  #report({ courtCase }: Assignment, error: unknown, told: string): string {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    const text = `case ${courtCase.caseId} cannot be judged for now: ${message}`;
    if (text !== told) this.#parameters.onEvent({ event: "problem", jobId: null, name, message: text });
    return text;
  }
}
