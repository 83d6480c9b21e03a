import { rateOfRequest, RequestBookTakenError, type WattleClient } from "@wattle/sdk";
import type { WorkerEventSink } from "../events/workerEvent.ts";
import { IntentPatience } from "../jobs/intentPatience.ts";
import { JobRefusedError, reasonOf } from "../jobs/refusal.ts";
import type { WorkerState } from "../store/openState.ts";
import type { RequestChange } from "../store/requestStore.ts";
import type { TransactionNews, TransactionQueue } from "../transactions/transactionQueue.ts";
import { dueAt } from "./dueAt.ts";
import { RequestPlaces } from "./requestPlaces.ts";
import type { RequestRecord } from "./requestRecord.ts";
import type { RequestWork } from "./requestWork.ts";
import { orderOfTake, takeIntent, takeKey } from "./takeIntent.ts";

/** What {@link RequestTaker} works with. */
export interface RequestTakerParameters {
  readonly client: WattleClient;
  readonly state: Pick<WorkerState, "jobs" | "requests" | "transactions">;
  readonly queue: Pick<TransactionQueue, "add">;
  readonly work: RequestWork;
  readonly provider: string;
  readonly machineId: string;
  readonly maxConcurrentJobs: number;
  /** Unix seconds of the chain. */
  readonly now: () => number;
  readonly onEvent: WorkerEventSink;
  /** Called when it is time to {@link RequestTaker.drive}. */
  readonly onDone: () => void;
}

/** Requests whose stores are asked at the same time. */
const MAX_CHECKS = 4;

/** Longest pause before a request that cannot be taken now is looked at again, in milliseconds: there may be many. */
const LONGEST_PAUSE_MS = 600_000;

/** How long requests that lead nowhere are remembered after they expired, in seconds. */
const MEMORY_SECONDS = 86_400;

/** Takes open requests: each at the moment when it pays enough, while there is a place to run its job. */
export class RequestTaker {
  readonly #parameters: RequestTakerParameters;
  readonly #patience = new IntentPatience(LONGEST_PAUSE_MS);
  readonly #looks = new Map<string, Promise<void>>();
  readonly #places: RequestPlaces;
  readonly #ended = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #isStopping = false;

  constructor(parameters: RequestTakerParameters) {
    this.#parameters = parameters;
    this.#places = new RequestPlaces(parameters.state, parameters.maxConcurrentJobs);
  }

  /** Looks at every open request. */
  drive(): void {
    if (this.#ended.signal.aborted) return;
    const { requests } = this.#parameters.state;
    for (const record of requests.at("taking")) this.#reconcile(record);
    if (this.#isStopping) return;
    const open = requests.at("seen", "ready").filter((record) => !this.#isOver(record));
    const seen = open.filter(({ step }) => step === "seen");
    let checks = MAX_CHECKS - seen.filter(({ orderHash }) => this.#looks.has(orderHash)).length;
    for (const record of seen) {
      if (checks > 0 && this.#look(record, (signal) => this.#check(record, signal))) checks--;
    }
    const ready = open.filter(({ step }) => step === "ready");
    this.#takeDue(ready);
    this.#setTimer(ready);
    this.#forget();
  }

  /** Takes in what became of a transaction. */
  onTransaction(news: TransactionNews): void {
    const orderHash = orderOfTake(news.intent);
    const record = orderHash === null ? null : this.#parameters.state.requests.find(orderHash);
    if (record === null) return;
    if (news.status === "mined") this.#taken(record);
    if (news.status !== "failed" || record.step === "taken") return;
    if (news.error instanceof RequestBookTakenError) {
      const lostAt = this.#parameters.now();
      this.#change(record, { step: "lost", reason: "another provider was faster", lostAt });
    } else {
      this.#patience.refused(record.orderHash);
      this.#change(record, { step: "ready" });
    }
  }

  /** Takes nothing more. */
  stopTaking(): void {
    this.#isStopping = true;
  }

  /** Whether a take is under way that may open a job. */
  isTaking(): boolean {
    return this.#places.areTaken();
  }

  /** Breaks off what is under way. */
  async abort(): Promise<void> {
    this.#ended.abort();
    clearTimeout(this.#timer);
    await Promise.all(this.#looks.values());
  }

  /** What became of a take that was queued: after a restart nobody else tells. */
  #reconcile(record: RequestRecord): void {
    const { transactions } = this.#parameters.state;
    const intent = transactions.find(takeKey(record.orderHash, record.fill));
    if (intent?.status === "open") return;
    if (intent?.status === "mined") this.#taken(record);
    else this.#change(record, { step: "ready" });
  }

  #taken(record: RequestRecord): void {
    this.#patience.forget(record.orderHash);
    if (record.step === "taken") return;
    this.#places.expect(record.orderHash);
    this.#change(record, { step: "taken" });
  }

  #isOver(record: RequestRecord): boolean {
    if (this.#parameters.now() <= record.request.expiresAt) return false;
    this.#change(record, { step: "gone", reason: "it expired" });
    return true;
  }

  /** The best paid first. */
  #takeDue(ready: readonly RequestRecord[]): void {
    const now = this.#parameters.now();
    const due = ready
      .filter(({ request, leastRate }) => leastRate !== null && dueAt(request, leastRate) <= now)
      .sort((a, b) => Number(rateOfRequest(b.request, now) - rateOfRequest(a.request, now)));
    let places = this.#places.free() - due.filter(({ orderHash }) => this.#looks.has(orderHash)).length;
    for (const record of due) {
      if (places <= 0) return;
      if (this.#look(record, (signal) => this.#take(record, signal))) places--;
    }
  }

  /** Begins to look at a request, unless that is under way or was tried just now. */
  #look({ orderHash }: RequestRecord, work: (signal: AbortSignal) => Promise<void>): boolean {
    if (this.#looks.has(orderHash) || !this.#patience.allows(orderHash)) return false;
    const { signal } = this.#ended;
    const look = Promise.resolve()
      .then(() => work(signal))
      .catch((error: unknown) => {
        if (!signal.aborted) this.#postpone(orderHash, error);
      })
      .finally(() => {
        this.#looks.delete(orderHash);
        if (!signal.aborted) this.#parameters.onDone();
      });
    this.#looks.set(orderHash, look);
    return true;
  }

  async #check(record: RequestRecord, signal: AbortSignal): Promise<void> {
    try {
      const leastRate = await this.#parameters.work.check(record, signal);
      this.#step(record, { step: "ready", leastRate });
    } catch (error) {
      if (signal.aborted || !(error instanceof JobRefusedError)) throw error;
      this.#step(record, { step: "refused", reason: reasonOf(error) });
    }
  }

  async #take(record: RequestRecord, signal: AbortSignal): Promise<void> {
    const { client, work, queue, now, provider, machineId } = this.#parameters;
    const answer = await work.assess(record, signal);
    if (answer.can === "wait") {
      this.#postpone(record.orderHash, new Error(answer.reason));
    } else if (answer.can === "never") {
      const lostAt = answer.step === "lost" ? now() : null;
      this.#step(record, { step: answer.step, reason: answer.reason, lostAt });
    } else if (!this.#isStopping && this.#step(record, { step: "taking", fill: answer.fill })) {
      // Killed here, the next start finds a take without an intent, and looks at the request anew.
      queue.add(takeIntent(client, record, answer.fill, { provider, machineId }));
    }
  }

  /** Changes a request, unless it has changed meanwhile. */
  #step(record: RequestRecord, change: RequestChange): boolean {
    if (this.#parameters.state.requests.find(record.orderHash)?.step !== record.step) return false;
    this.#change(record, change);
    return true;
  }

  #change({ orderHash, step }: RequestRecord, change: RequestChange): void {
    const { state, onEvent } = this.#parameters;
    state.requests.change(orderHash, change);
    if (change.step === step) return;
    onEvent({ event: "request", orderHash, step: change.step, reason: change.reason ?? null });
  }

  #postpone(orderHash: string, error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    const name = error instanceof Error ? error.name : "Error";
    this.#patience.refused(orderHash);
    this.#parameters.onEvent({
      event: "problem",
      jobId: null,
      name,
      message: `request ${orderHash}: ${message}`,
    });
  }

  /** Wakes up when the next request begins to pay enough. */
  #setTimer(ready: readonly RequestRecord[]): void {
    clearTimeout(this.#timer);
    const now = this.#parameters.now();
    const times = ready.map(({ request, leastRate }) => (leastRate === null ? 0 : dueAt(request, leastRate)));
    const next = times.filter((at) => at > now).reduce((least, at) => Math.min(least, at), Infinity);
    if (next === Infinity) return;
    const waitMs = Math.min((next - now) * 1000, 3_600_000);
    this.#timer = setTimeout(this.#parameters.onDone, waitMs).unref();
  }

  #forget(): void {
    const { state, now } = this.#parameters;
    for (const { orderHash, request } of state.requests.at("lost", "refused", "gone")) {
      if (now() <= request.expiresAt + MEMORY_SECONDS) continue;
      state.requests.forget(orderHash);
      this.#patience.forget(orderHash);
    }
  }
}
