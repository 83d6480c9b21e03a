import { encodeCheckInLeases, encodeCloseLease, encodeWithdrawLease, type WattleClient } from "@wattle/sdk";
import type { LeasesConfig } from "../config/workerConfig.ts";
import type { WorkerEventSink } from "../events/workerEvent.ts";
import { IntentPatience } from "../jobs/intentPatience.ts";
import { weiOf } from "../sessions/tokenPrice.ts";
import type { LeaseStore } from "../store/leaseStore.ts";
import type { TransactionStore } from "../store/transactionStore.ts";
import type { Intent } from "../transactions/intent.ts";
import type { TransactionNews, TransactionQueue } from "../transactions/transactionQueue.ts";
import type { LeaseRecord } from "./leaseRecord.ts";
import { earnedOf, nextLeaseStep } from "./nextLeaseStep.ts";

/** What {@link LeaseKeeper} works with. */
export interface LeaseKeeperParameters {
  readonly client: WattleClient;
  readonly leases: LeaseStore;
  readonly transactions: TransactionStore;
  readonly queue: Pick<TransactionQueue, "add">;
  readonly config: LeasesConfig;
  /** Unix seconds of the chain. */
  readonly now: () => number;
  /** Asks the machine; rejects when it could compute nothing. */
  readonly checkHealth: (signal: AbortSignal) => Promise<unknown>;
  readonly onEvent: WorkerEventSink;
  /** Called when it is time to look again. */
  readonly onDone: () => void;
}

/** Leases of one transaction: it must fit into a block beside others. */
const MAX_BATCH = 50;

/** How long the machine's answer counts, in milliseconds. */
const HEALTH_MS = 60_000;

/** What a withdrawal costs in gas, rounded up from the repository's gas table. */
const WITHDRAWAL_GAS = 70_000n;

const CHECK_INS = "check-in:";

/** Checks in on leases while the machine works, and takes what they earn. */
export class LeaseKeeper {
  readonly #parameters: LeaseKeeperParameters;
  readonly #patience = new IntentPatience();
  #healthyUntilMs = 0;
  #isAsking = false;
  #withdrawalAt = 0;
  /** Readings older than this block do not know of the last transaction yet. */
  #staleBefore = 0;

  constructor(parameters: LeaseKeeperParameters) {
    this.#parameters = parameters;
  }

  /**
   * Asks for the transactions that are due.
   *
   * @param atBlock The block up to which leases are known.
   * @throws Any `ReadErrorType`.
   */
  async consider(atBlock: number, signal: AbortSignal): Promise<void> {
    if (atBlock < this.#staleBefore) return;
    const { leases, config, now } = this.#parameters;
    const live = leases.live();
    const steps = live.map((lease) => ({
      lease,
      step: nextLeaseStep(lease.terms, lease.slot, now(), config.checkInEverySeconds),
    }));
    const due = steps.filter(({ step }) => step.do === "check-in");
    if (due.some(({ step }) => step.do === "check-in" && !step.canWait)) {
      this.#checkIn(
        due.map(({ lease }) => lease),
        signal,
      );
    }
    for (const { lease, step } of steps) if (step.do === "close") this.#close(lease);
    await this.#withdraw(live);
  }

  /** Takes in what became of a transaction. */
  onTransaction(news: TransactionNews): void {
    const { key, kind } = news.intent;
    if (kind !== "check-in" && kind !== "withdraw" && kind !== "close-lease") return;
    const name = kind === "check-in" ? CHECK_INS : key;
    if (news.status === "failed") this.#patience.refused(name);
    if (news.status !== "mined") return;
    this.#patience.forget(name);
    this.#staleBefore = news.receipt.blockNumber;
  }

  #checkIn(due: readonly LeaseRecord[], signal: AbortSignal): void {
    const { client, transactions } = this.#parameters;
    const key = `${CHECK_INS}${transactions.countMined(CHECK_INS)}`;
    if (transactions.find(key)?.status === "open" || !this.#patience.allows(CHECK_INS)) return;
    if (!this.#isHealthy(signal)) return;
    const leases = due.slice(0, MAX_BATCH).map(({ terms }) => terms);
    this.#add({ key, kind: "check-in", ...encodeCheckInLeases(client, { leases }) });
  }

  /**
   * A machine that cannot compute is not there for its client, whatever its worker could sign. Not waited for: nothing
   * else may be late because a driver hangs.
   */
  #isHealthy(signal: AbortSignal): boolean {
    if (performance.now() < this.#healthyUntilMs) return true;
    if (this.#isAsking) return false;
    const { checkHealth, onEvent, onDone } = this.#parameters;
    this.#isAsking = true;
    checkHealth(signal).then(
      () => {
        this.#isAsking = false;
        this.#healthyUntilMs = performance.now() + HEALTH_MS;
        onDone();
      },
      (error: unknown) => {
        this.#isAsking = false;
        if (signal.aborted) return;
        this.#patience.refused(CHECK_INS);
        const { name, message } = error instanceof Error ? error : new Error(String(error));
        const told = `no check-in on leases, for the machine is at fault: ${message}`;
        onEvent({ event: "problem", jobId: null, name, message: told });
      },
    );
    return false;
  }

  #close({ leaseId, terms }: LeaseRecord): void {
    const key = `close-lease:${leaseId}`;
    if (!this.#patience.allows(key)) return;
    this.#add({ key, kind: "close-lease", ...encodeCloseLease(this.#parameters.client, { terms }) });
  }

  async #withdraw(live: readonly LeaseRecord[]): Promise<void> {
    const { client, transactions, config, now } = this.#parameters;
    if (now() < this.#withdrawalAt) return;
    this.#withdrawalAt = now() + config.withdraw.everySeconds;
    const earning = live.flatMap((lease) => {
      const { terms, slot } = lease;
      const wei = weiOf(config.withdraw.weiPerToken, terms.token, earnedOf(terms, slot, now()));
      return slot.state === "running" && wei !== null && wei > 0n ? [{ lease, wei }] : [];
    });
    if (earning.length === 0) return;
    const { gasPrice } = await client.provider.getFeeData();
    const leastWei = (gasPrice ?? 0n) * WITHDRAWAL_GAS * BigInt(Math.ceil(config.withdraw.minFactor));
    for (const { lease, wei } of earning) {
      const prefix = `withdraw:${lease.leaseId}:`;
      const key = `${prefix}${transactions.countMined(prefix)}`;
      if (wei < leastWei || !this.#patience.allows(key)) continue;
      this.#add({ key, kind: "withdraw", ...encodeWithdrawLease(client, { terms: lease.terms }) });
    }
  }

  #add(intent: Omit<Intent, "jobId">): void {
    this.#parameters.queue.add({ ...intent, jobId: null });
  }
}
