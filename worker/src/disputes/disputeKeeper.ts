import {
  decodeContractError,
  encodeAppealRuling,
  encodeApplyRuling,
  encodeDrawPanel,
  encodeOpenCase,
  encodeSplitJob,
  getClaim,
  getMarketAllowance,
  type TransactionCall,
  type WattleClient,
} from "@wattle/sdk";
import type { Head } from "../chain/chainClock.ts";
import type { DisputesConfig } from "../config/workerConfig.ts";
import type { WorkerEventSink } from "../events/workerEvent.ts";
import { IntentPatience } from "../jobs/intentPatience.ts";
import type { SlotReading } from "../jobs/jobDriver.ts";
import type { JobRecord } from "../jobs/jobRecord.ts";
import { rateFloorOf } from "../jobs/rateFloorOf.ts";
import { courtStageAt } from "../juror/courtStageAt.ts";
import { caseKeyOf } from "../juror/hearingRecord.ts";
import type { JobStore } from "../store/jobStore.ts";
import type { ChainAccount } from "../transactions/chainAccount.ts";
import type { Intent, IntentKind } from "../transactions/intent.ts";
import type { TransactionNews, TransactionQueue } from "../transactions/transactionQueue.ts";
import { type DisputeReading, DisputeReader } from "./disputeReader.ts";
import { type DisputeStep, nextDisputeStep } from "./nextDisputeStep.ts";
import type { ResultKeeper } from "./resultKeeper.ts";

/** What {@link DisputeKeeper} works with. */
export interface DisputeKeeperParameters {
  readonly client: WattleClient;
  readonly jobs: Pick<JobStore, "unfinished">;
  readonly queue: Pick<TransactionQueue, "add">;
  readonly account: Pick<ChainAccount, "estimate" | "suggestedFees">;
  /** Address of the operator's key: its claim pays for appeals. */
  readonly operator: string;
  readonly results: ResultKeeper;
  readonly config: DisputesConfig;
  /** Unix seconds of the chain. */
  readonly now: () => number;
  readonly onEvent: WorkerEventSink;
}

/** What the operator pays for, though others could. */
const BUDGETED: ReadonlySet<IntentKind> = new Set(["open-case", "draw"]);

const KINDS: ReadonlySet<IntentKind> = new Set([...BUDGETED, "appeal", "apply-ruling", "split"]);

/** Does for every dispute of the provider's own jobs what {@link nextDisputeStep} says. */
export class DisputeKeeper {
  readonly #parameters: DisputeKeeperParameters;
  readonly #reader: DisputeReader;
  readonly #patience = new IntentPatience();
  /** Readings older than this block do not know of the last transaction yet. */
  readonly #staleBefore = new Map<string, number>();
  /** Wei that opening and drawing have cost, by the jobs' ids. */
  readonly #spent = new Map<string, bigint>();
  /** What was told last, by the jobs' ids. */
  readonly #told = new Map<string, string>();

  constructor(parameters: DisputeKeeperParameters) {
    this.#parameters = parameters;
    this.#reader = new DisputeReader(parameters.client);
  }

  /** Looks at every dispute. One that fails keeps no other from being looked at. */
  async consider(head: Head, readings: ReadonlyMap<string, SlotReading>, signal: AbortSignal): Promise<void> {
    const { jobs, results, onEvent } = this.#parameters;
    const disputed = jobs
      .unfinished()
      .filter(({ jobId, isOrphaned }) => readings.get(jobId)?.slot.state === "disputed" && !isOrphaned);
    results.keepOnly(disputed);
    this.#reader.keepOnly(new Set(disputed.map(({ jobId }) => jobId)));
    for (const job of disputed) {
      const reading = readings.get(job.jobId);
      if (reading === undefined || reading.atBlock < (this.#staleBefore.get(job.jobId) ?? 0)) continue;
      try {
        await this.#look(job, reading, head, signal);
      } catch (error) {
        signal.throwIfAborted();
        const { name, message } = decodeContractError(error);
        this.#tellOnce(job.jobId, `problem ${message}`, () =>
          onEvent({ event: "problem", jobId: job.jobId, name, message }),
        );
      }
    }
  }

  /** Takes in what became of a transaction. */
  onTransaction(news: TransactionNews): void {
    const { key, kind } = news.intent;
    if (!KINDS.has(kind)) return;
    if (news.status === "failed") this.#patience.refused(key);
    if (news.status !== "mined") return;
    this.#patience.forget(key);
    // A draw is named by court and case, for a juror's worker has the same.
    const jobId = news.intent.jobId ?? key.split(":")[2] ?? key;
    this.#reader.forget(jobId);
    this.#staleBefore.set(jobId, news.receipt.blockNumber);
    if (!BUDGETED.has(kind)) return;
    const { gasUsed, gasPrice } = news.receipt;
    this.#spent.set(jobId, (this.#spent.get(jobId) ?? 0n) + gasUsed * gasPrice);
  }

  /** Breaks off what is under way. */
  async close(): Promise<void> {
    await this.#parameters.results.close();
  }

  async #look(job: JobRecord, { slot }: SlotReading, head: Head, signal: AbortSignal): Promise<void> {
    const { config, now } = this.#parameters;
    const seen = await this.#reader.read(job, slot, head, now(), signal);
    this.#tell(job, seen);
    const { rules } = seen;
    const budget = rules === null ? undefined : rateFloorOf(config.maxAppealFee, rules.feeToken);
    const mayAppeal = rules !== null && budget !== undefined && rules.appealFee <= budget;
    const facts = { ...seen, terms: job.terms, slot, atBlock: head.number, now: now() };
    await this.#act(job, seen, nextDisputeStep(facts, { ...config, mayAppeal }), signal);
  }

  async #act(job: JobRecord, seen: DisputeReading, step: DisputeStep, signal: AbortSignal): Promise<void> {
    const { client } = this.#parameters;
    const { jobId, terms } = job;
    const { hearing } = seen;
    const hearingCall = hearing && { court: terms.adjudicator, openedCase: hearing.openedCase };
    switch (step.do) {
      case "wait":
        return;
      case "open-case":
        return this.#send(job, step.do, encodeOpenCase(client, { terms }));
      case "apply-ruling":
        return this.#send(job, step.do, encodeApplyRuling(client, { terms }));
      case "split":
        return this.#send(job, step.do, encodeSplitJob(client, { terms }));
      case "draw": {
        if (hearingCall === null) return;
        // The name that a juror's worker has for it: one that is both draws once.
        const stage = hearing?.appellant == null ? "drawing" : "appeal-drawing";
        const key = `draw:${caseKeyOf({ court: terms.adjudicator, caseId: jobId })}:${stage}`;
        return this.#send(job, step.do, encodeDrawPanel(client, hearingCall), key);
      }
      case "appeal":
        if (hearingCall === null || !(await this.#canPay(job, seen, signal))) return;
        return this.#send(job, step.do, encodeAppealRuling(client, hearingCall));
    }
  }

  async #send(job: JobRecord, kind: IntentKind, call: TransactionCall, key?: string): Promise<void> {
    const { queue } = this.#parameters;
    const { jobId } = job;
    const intent: Intent = {
      key: key ?? `${kind}:${jobId}`,
      kind,
      jobId: key === undefined ? jobId : null,
      ...call,
    };
    if (!this.#patience.allows(intent.key)) return;
    if (BUDGETED.has(kind) && !(await this.#isAffordable(jobId, intent))) return;
    queue.add(intent);
  }

  async #isAffordable(jobId: string, { key, kind, ...call }: Intent): Promise<boolean> {
    const { account, config, onEvent } = this.#parameters;
    const [estimate, { maxFeePerGas }] = await Promise.all([account.estimate(call), account.suggestedFees()]);
    if ("refusal" in estimate) {
      // Somebody was quicker, or it cannot be done: the chain says which at the next look.
      this.#patience.refused(key);
      return false;
    }
    const left = config.maxGasWei - (this.#spent.get(jobId) ?? 0n);
    const cost = estimate.gasLimit * maxFeePerGas;
    if (cost <= left) return true;
    const message = `${kind} may cost ${cost} wei, and ${left} are left of disputes.maxGasWei for this job`;
    this.#tellOnce(jobId, `${kind} is too dear`, () =>
      onEvent({ event: "problem", jobId, name: "DisputeBudgetError", message }),
    );
    return false;
  }

  async #canPay(
    { jobId, terms }: JobRecord,
    { rules }: DisputeReading,
    signal: AbortSignal,
  ): Promise<boolean> {
    const { client, operator: account, onEvent } = this.#parameters;
    if (rules === null) return false;
    const { feeToken: token, appealFee } = rules;
    const [claim, allowance] = await Promise.all([
      getClaim(client, { token, account, signal }),
      getMarketAllowance(client, { token, account, market: terms.adjudicator, signal }),
    ]);
    if (claim >= appealFee && allowance >= appealFee) return true;
    const message = `an appeal costs ${appealFee} of ${token}; the operator's claim is ${claim}, and the court may move ${allowance} of it (depositPayment, approveMarket)`;
    this.#tellOnce(jobId, "no money to appeal", () =>
      onEvent({ event: "problem", jobId, name: "AppealFundsError", message }),
    );
    return false;
  }

  #tell({ jobId, terms }: JobRecord, { hearing, ruling, rules }: DisputeReading): void {
    const { now, onEvent } = this.#parameters;
    const stage = hearing === null ? null : courtStageAt(hearing, now());
    const told = ruling === "none" && stage === "appealable" ? (hearing?.firstRuling ?? "none") : ruling;
    const appealUntil = stage === "appealable" ? (hearing?.deadlines.appealUntil ?? null) : null;
    const { adjudicator } = terms;
    this.#tellOnce(jobId, `stage ${stage} ${told}`, () =>
      onEvent({
        event: "dispute",
        ...{ jobId, adjudicator, isCourt: rules !== null, stage, ruling: told, appealUntil },
      }),
    );
  }

  /** Tells something when it is not what was told before of the same kind. */
  #tellOnce(jobId: string, what: string, tell: () => void): void {
    const key = `${jobId} ${what.split(" ")[0] ?? ""}`;
    if (this.#told.get(key) === what) return;
    this.#told.set(key, what);
    tell();
  }
}
