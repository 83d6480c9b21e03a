import { decodeContractError, getJobSlot, type JobSlot, type WattleClient } from "@wattle/sdk";
import type { ChainClock, Head } from "./chain/chainClock.ts";
import type { ChainFollower } from "./chain/chainFollower.ts";
import { readHead } from "./chain/readHead.ts";
import type { WorkerEventSink } from "./events/workerEvent.ts";
import type { DisputeKeeper } from "./disputes/disputeKeeper.ts";
import type { JobDriver, SlotReading } from "./jobs/jobDriver.ts";
import type { Juror } from "./juror/openJuror.ts";
import type { Leases } from "./leases/openLeases.ts";
import type { RequestFollower } from "./requests/requestFollower.ts";
import type { RequestTaker } from "./requests/requestTaker.ts";
import type { Sessions } from "./sessions/openSessions.ts";
import type { WorkerState } from "./store/openState.ts";
import { sleep } from "./time/sleep.ts";
import type { Payouts } from "./transactions/payouts.ts";
import type { TransactionQueue } from "./transactions/transactionQueue.ts";

/** What the loop turns. */
export interface WorkerLoopParameters {
  readonly client: WattleClient;
  readonly clock: ChainClock;
  readonly follower: ChainFollower;
  readonly driver: JobDriver;
  readonly queue: TransactionQueue;
  readonly payouts: Payouts | null;
  /** Null where no open requests are taken. */
  readonly requests: { readonly follower: RequestFollower; readonly taker: RequestTaker } | null;
  /** Null where no calls are sold. */
  readonly sessions: Sessions | null;
  /** Null where no leases are looked after. */
  readonly leases: Leases | null;
  /** Disputes of the provider's own jobs. */
  readonly disputes: DisputeKeeper;
  /** Null where no disputes are judged. */
  readonly juror: Juror | null;
  readonly state: WorkerState;
  /** Pause between two looks at the chain, in milliseconds. */
  readonly pollIntervalMs: number;
  readonly onEvent: WorkerEventSink;
}

/** Longest pause after failures of the endpoints, in milliseconds. */
const LONGEST_PAUSE_MS = 15_000;

/** Longest wait for transactions without a deadline when the worker is stopped, in milliseconds. */
const LAST_TRANSACTIONS_MS = 15_000;

/** Looks at the chain again and again, and lets the worker's parts act on it. */
export class WorkerLoop {
  readonly #parameters: WorkerLoopParameters;
  readonly #ended = new AbortController();
  readonly #brokenOff = new AbortController();
  #wake = new AbortController();
  #head: Head | null = null;
  /** What the chain said of the unfinished jobs last. */
  #slots: ReadonlyMap<string, SlotReading> = new Map();
  /** A transaction of the worker was included: what the chain says of the jobs has changed. */
  #isNewsExpected = false;
  #turning: Promise<unknown> = Promise.resolve();

  constructor(parameters: WorkerLoopParameters) {
    this.#parameters = parameters;
  }

  /** Begins to turn. */
  run(): void {
    const { queue } = this.#parameters;
    const { signal } = this.#ended;
    this.#turning = Promise.all([this.#turn(signal), queue.run(signal)]);
  }

  /** Makes the next look happen at once. */
  wake(): void {
    this.#isNewsExpected = true;
    this.#wake.abort();
  }

  /** Lets the driver act on what is known, without another look at the chain. */
  drive(): void {
    try {
      this.#parameters.driver.drive();
      this.#parameters.requests?.taker.drive();
    } catch (error) {
      this.#report(error);
    }
  }

  /** Takes no more jobs, and resolves when none has a deadline to keep. */
  async finish(): Promise<void> {
    const { driver, requests, sessions, juror, state, pollIntervalMs } = this.#parameters;
    requests?.taker.stopTaking();
    sessions?.stopTaking();
    driver.stopTaking();
    const { signal } = this.#brokenOff;
    const pauseMs = Math.min(pollIntervalMs, 250);
    try {
      const isBusy = (): boolean =>
        driver.hasDuties() ||
        requests?.taker.isTaking() === true ||
        sessions?.isServing() === true ||
        juror?.hasDuties() === true;
      while (isBusy()) await sleep(pauseMs, signal);
      const until = performance.now() + LAST_TRANSACTIONS_MS;
      while (state.transactions.next() !== null && performance.now() < until) await sleep(pauseMs, signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  /** Stops waiting in {@link WorkerLoop.finish}. */
  breakOff(): void {
    this.#brokenOff.abort();
  }

  /** Stops turning, and breaks off what is under way. */
  async close(): Promise<void> {
    this.#ended.abort();
    await this.#parameters.requests?.taker.abort();
    await this.#parameters.driver.abort();
    await this.#parameters.disputes.close();
    await this.#parameters.juror?.close();
    await this.#parameters.sessions?.close();
    await this.#turning;
  }

  async #turn(signal: AbortSignal): Promise<void> {
    const { pollIntervalMs } = this.#parameters;
    let pauseMs = pollIntervalMs;
    while (!signal.aborted) {
      this.#wake = new AbortController();
      try {
        await this.#look(signal);
        pauseMs = pollIntervalMs;
      } catch (error) {
        if (signal.aborted) return;
        this.#report(error);
        pauseMs = Math.min(Math.max(pauseMs * 2, 500), LONGEST_PAUSE_MS);
      }
      await sleep(pauseMs, AbortSignal.any([signal, this.#wake.signal])).catch(() => undefined);
    }
  }

  #report(error: unknown): void {
    const { name, message } = decodeContractError(error);
    this.#parameters.onEvent({ event: "problem", jobId: null, name, message });
  }

  async #look(signal: AbortSignal): Promise<void> {
    const { client, clock, follower, driver, payouts, requests } = this.#parameters;
    const { sessions, leases, juror, disputes } = this.#parameters;
    const head = await readHead(client);
    if (head === null) return;
    clock.update(head);
    if (head.hash !== this.#head?.hash || this.#isNewsExpected) {
      this.#isNewsExpected = false;
      const slots = await follower.follow(head, signal);
      this.#slots = await this.#readings(head, slots, signal);
      driver.update(this.#slots);
      await leases?.follow(head, signal);
      await sessions?.follow(head, signal);
      await requests?.follower.follow(head, signal);
      this.#head = head;
      await this.#followCourts(head, signal);
    }
    driver.drive();
    requests?.taker.drive();
    juror?.consider(head);
    await disputes.consider(head, this.#slots, signal);
    await leases?.consider(head, signal);
    await sessions?.consider(head);
    await payouts?.consider(signal);
  }

  /** A court is named by the operator alone, and may be any contract: jobs go on whatever it does. */
  async #followCourts(head: Head, signal: AbortSignal): Promise<void> {
    try {
      await this.#parameters.juror?.follow(head, signal);
    } catch (error) {
      signal.throwIfAborted();
      this.#isNewsExpected = true;
      this.#report(error);
    }
  }

  async #readings(
    head: Head,
    known: ReadonlyMap<string, JobSlot>,
    signal: AbortSignal,
  ): Promise<Map<string, SlotReading>> {
    const { client, state } = this.#parameters;
    const readings = state.jobs.unfinished().map(async ({ jobId }) => {
      const slot = known.get(jobId) ?? (await getJobSlot(client, { jobId, signal }));
      // The slot may be younger than the block that was looked at.
      return [jobId, { slot, atBlock: Math.max(head.number, slot.steppedBlock) }] as const;
    });
    return new Map(await Promise.all(readings));
  }
}
