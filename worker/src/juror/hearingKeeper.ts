import {
  encodeCommitVote,
  encodeDrawPanel,
  encodeFinishCase,
  encodeRevealVote,
  type Hearing,
  type PreparedVote,
  prepareVote,
  type WattleClient,
} from "@wattle/sdk";
import type { Wallet } from "ethers";
import type { JurorConfig } from "../config/workerConfig.ts";
import type { WorkerEventSink } from "../events/workerEvent.ts";
import { IntentPatience } from "../jobs/intentPatience.ts";
import type { HearingChange, HearingStore } from "../store/hearingStore.ts";
import type { Intent } from "../transactions/intent.ts";
import type { TransactionNews, TransactionQueue } from "../transactions/transactionQueue.ts";
import type { Assignment, CaseJudge } from "./caseJudge.ts";
import { courtStageAt } from "./courtStageAt.ts";
import { dutiesOf, dutyKeyOf, type HearingDuty, type StopDuty } from "./hearingDuty.ts";
import { hearingEvent } from "./hearingEvent.ts";
import type { HearingFollower } from "./hearingFollower.ts";
import { caseKeyOf, type CourtCaseRecord, type HearingRecord } from "./hearingRecord.ts";
import { nextJurorStep } from "./nextJurorStep.ts";
import { voteSalt } from "./voteSalt.ts";

/** What {@link HearingKeeper} works with. */
export interface HearingKeeperParameters {
  readonly client: WattleClient;
  readonly hearings: HearingStore;
  readonly follower: Pick<HearingFollower, "readingOf">;
  readonly judge: Pick<CaseJudge, "answerTo" | "keepOnly">;
  readonly queue: Pick<TransactionQueue, "add">;
  /** Its signatures make the salts. */
  readonly operator: Pick<Wallet, "signMessageSync">;
  readonly config: JurorConfig;
  /** Unix seconds of the chain. */
  readonly now: () => number;
  readonly onEvent: WorkerEventSink;
}

/** Windows close: what the chain refused is asked for again soon. */
const LONGEST_PAUSE_MS = 5000;

const KINDS: readonly Intent["kind"][] = ["draw", "commit", "reveal", "finish-case"];

const FOREIGN = "a key that is not this worker's committed for the seat: only that one can reveal";

/** Does for every drawn seat what {@link nextJurorStep} says, and draws panels that wait for it. */
export class HearingKeeper {
  readonly #parameters: HearingKeeperParameters;
  readonly #patience = new IntentPatience(LONGEST_PAUSE_MS);
  /** Readings older than this block do not know of the last transaction yet. */
  #staleBefore = 0;
  /** What a stop waits for. */
  #awaited: ReadonlySet<string> = new Set();

  constructor(parameters: HearingKeeperParameters) {
    this.#parameters = parameters;
  }

  /** Looks at every case that is followed. */
  consider(atBlock: number): void {
    const { hearings, follower, judge } = this.#parameters;
    const judged = new Set<string>();
    for (const courtCase of hearings.live()) {
      const reading = follower.readingOf(courtCase);
      if (reading === null || reading.atBlock < this.#staleBefore) continue;
      if (reading.hearing !== null) this.#draw(courtCase, reading.hearing, atBlock);
      for (const { seat } of hearings.seatsOf(courtCase)) this.#drive(courtCase, seat, judged);
    }
    judge.keepOnly(judged);
  }

  /**
   * Decides what a stop waits for: what is due soon. New cases are not waited for.
   *
   * @param isAtOnce Whether it waits for nothing.
   * @returns All that is owed.
   */
  prepareStop(isAtOnce: boolean): StopDuty[] {
    const { config, now } = this.#parameters;
    const owed = this.#duties().map(({ courtCase, duty }) => {
      // A commitment may take until there has to be an answer; a reveal goes out as soon as it can.
      const dueAt = duty.duty === "reveal" ? duty.from : assignmentOf(courtCase, duty, config).answerUntil;
      return { ...duty, isAwaited: !isAtOnce && dueAt - now() <= config.stopWaitSeconds };
    });
    this.#awaited = new Set(owed.filter(({ isAwaited }) => isAwaited).map(dutyKeyOf));
    return owed;
  }

  /** Whether something that the stop waits for is still to be done. */
  hasDuties(): boolean {
    return this.#awaited.size > 0 && this.#duties().some(({ duty }) => this.#awaited.has(dutyKeyOf(duty)));
  }

  #duties(): { readonly courtCase: CourtCaseRecord; readonly duty: HearingDuty }[] {
    const { hearings, follower, now } = this.#parameters;
    return hearings.live().flatMap((courtCase) => {
      const hearing = follower.readingOf(courtCase)?.hearing ?? null;
      const stage = hearing === null ? null : courtStageAt(hearing, now());
      if (stage === "decided" || stage === "finished") return [];
      return hearings
        .seatsOf(courtCase)
        .flatMap((record) => dutiesOf(record, courtCase.deadlines, now()))
        .map((duty) => ({ courtCase, duty }));
    });
  }

  /** Takes in what became of a transaction. */
  onTransaction(news: TransactionNews): void {
    const { key, kind } = news.intent;
    if (!KINDS.includes(kind)) return;
    if (news.status === "failed") this.#patience.refused(key);
    if (news.status !== "mined") return;
    this.#patience.forget(key);
    this.#staleBefore = news.receipt.blockNumber;
  }

  #draw({ court, market, openedCase }: CourtCaseRecord, hearing: Hearing, atBlock: number): void {
    const { client, config, now } = this.#parameters;
    if (!config.drawPanels) return;
    const stage = courtStageAt(hearing, now());
    const seedBlock = stage === "drawing" ? hearing.seedBlock : hearing.appealSeedBlock;
    if (stage !== "drawing" && stage !== "appeal-drawing") return;
    if (seedBlock === null || atBlock <= seedBlock) return;
    const key = `draw:${caseKeyOf({ court, ...openedCase })}:${stage}`;
    this.#add({ key, kind: "draw", ...encodeDrawPanel(client, { court, market, openedCase }) });
  }

  #drive(courtCase: CourtCaseRecord, seat: number, judged: Set<string>): void {
    const { client, hearings, follower, config, now } = this.#parameters;
    const { court, market, openedCase } = courtCase;
    for (;;) {
      const record = hearings.seatsOf(courtCase).find((known) => known.seat === seat);
      if (record === undefined) return;
      const vote = this.#voteOf(courtCase, record);
      const hearing = follower.readingOf(courtCase)?.hearing ?? null;
      const facts = hearing ?? GONE;
      const step = nextJurorStep({ ...record, commitment: vote?.commitment ?? null }, facts, now());
      const key = `${caseKeyOf(courtCase)}:${seat}:${record.place}`;
      switch (step.do) {
        case "wait":
          return;
        case "note":
          this.#change(record, { step: step.step });
          continue;
        case "judge":
          if (!this.#judge(courtCase, record, judged)) return;
          continue;
        case "recover":
          this.#recover(courtCase, record, hearing);
          continue;
        case "commit":
          if (vote === null) return;
          this.#add({
            key: `commit:${key}`,
            kind: "commit",
            ...encodeCommitVote({ vote, place: record.place }),
          });
          return;
        case "reveal":
          if (vote === null) return;
          this.#add({
            key: `reveal:${key}`,
            kind: "reveal",
            ...encodeRevealVote({ vote, place: record.place }),
          });
          return;
        case "finish": {
          if (!config.finishCases) return;
          const call = encodeFinishCase(client, { court, market, openedCase });
          this.#add({ key: `finish-case:${caseKeyOf(courtCase)}`, kind: "finish-case", ...call });
          return;
        }
      }
    }
  }

  /** Comes to an answer, and writes it down. Returns whether there is one. */
  #judge(courtCase: CourtCaseRecord, record: HearingRecord, judged: Set<string>): boolean {
    const { judge, config } = this.#parameters;
    const assignment = assignmentOf(courtCase, record, config);
    judged.add(assignment.key);
    const finding = judge.answerTo(assignment);
    if (finding === null) return false;
    const { providerRight, reason } = finding;
    const vote = { providerRight, salt: this.#saltOf(courtCase, record) };
    this.#change(record, { step: "judged", vote, reason });
    return true;
  }

  /** Finds the answer again that was committed before the worker lost its state. */
  #recover(courtCase: CourtCaseRecord, record: HearingRecord, hearing: Hearing | null): void {
    const panel = record.isAppeal ? hearing?.appealPanel : hearing?.panel;
    const committed = panel?.find(({ seat }) => seat === record.seat)?.commitment;
    const salt = this.#saltOf(courtCase, record);
    for (const providerRight of [true, false]) {
      const vote = { providerRight, salt };
      if (this.#voteOf(courtCase, { ...record, ...vote })?.commitment !== committed) continue;
      const reason = record.reason ?? "as committed; why is not known any more";
      this.#change(record, { step: "committed", vote, reason });
      return;
    }
    this.#change(record, { step: "missed", reason: FOREIGN });
  }

  #saltOf({ court, market, caseId }: CourtCaseRecord, { seat }: HearingRecord): string {
    const { client, operator } = this.#parameters;
    return voteSalt(operator, { chainId: client.chainId, court, market, caseId, seat });
  }

  #voteOf({ court, market, caseId }: CourtCaseRecord, record: HearingRecord): PreparedVote | null {
    const { seat, providerRight, salt } = record;
    if (providerRight === null || salt === null) return null;
    return prepareVote(this.#parameters.client, { court, market, caseId, seat, providerRight, salt });
  }

  #change(record: HearingRecord, change: HearingChange): void {
    const { hearings, onEvent } = this.#parameters;
    hearings.change(record, change);
    const reason = change.reason ?? record.reason;
    const { providerRight } = change.vote ?? record;
    onEvent(hearingEvent({ ...record, step: change.step, providerRight, reason }));
  }

  #add(intent: Omit<Intent, "jobId">): void {
    if (!this.#patience.allows(intent.key)) return;
    this.#parameters.queue.add({ ...intent, jobId: null });
  }
}

/** A case that the chain took back. */
const GONE: Parameters<typeof nextJurorStep>[1] = {
  stage: "none",
  isConceded: false,
  deadlines: {
    ...{ drawUntil: 0, commitUntil: 0, revealUntil: 0, appealUntil: 0 },
    ...{ appealDrawUntil: 0, appealCommitUntil: 0, appealRevealUntil: 0 },
  },
  panel: [],
  votes: { right: 0, wrong: 0 },
  appellant: null,
  appealPanel: [],
  appealVotes: { right: 0, wrong: 0 },
};

/** What is to be found out for a seat, and by when: the same for all seats of its panel. */
export function assignmentOf(
  courtCase: CourtCaseRecord,
  { isAppeal }: Pick<HearingRecord, "isAppeal">,
  { commitReserveSeconds }: Pick<JurorConfig, "commitReserveSeconds">,
): Assignment {
  const { deadlines, openedCase } = courtCase;
  const [from, until] = isAppeal
    ? [deadlines.appealDrawUntil, deadlines.appealCommitUntil]
    : [deadlines.drawUntil, deadlines.commitUntil];
  // Of a short window the reserve may take a quarter: the job has to run in the rest.
  const answerUntil = until - Math.min(commitReserveSeconds, Math.floor((until - from) / 4));
  const panel = isAppeal ? "appeal" : "panel";
  const key = `${caseKeyOf(courtCase)}:${panel}`;
  return { key, courtCase, startUntil: answerUntil - openedCase.runLimitSeconds, answerUntil };
}
