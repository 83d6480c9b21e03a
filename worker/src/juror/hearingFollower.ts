import {
  type CourtEventType,
  getCourtEvents,
  getHearing,
  type Hearing,
  HearingNotFoundError,
  type WattleClient,
} from "@wattle/sdk";
import type { Head } from "../chain/chainClock.ts";
import { OVERLAP, readSpans } from "../chain/readSpans.ts";
import { sameAddress } from "../chain/sameAddress.ts";
import type { JurorConfig } from "../config/workerConfig.ts";
import type { WorkerEventSink } from "../events/workerEvent.ts";
import type { HearingStore } from "../store/hearingStore.ts";
import { courtStageAt } from "./courtStageAt.ts";
import { type CaseName, caseKeyOf } from "./hearingRecord.ts";
import { hearingEvent } from "./hearingEvent.ts";

/** What the follower works with. */
export interface HearingFollowerParameters {
  readonly client: WattleClient;
  readonly hearings: HearingStore;
  /** The provider's id. */
  readonly provider: string;
  readonly config: Pick<JurorConfig, "courts" | "drawPanels">;
  /** Blocks, its own included, after which a block is taken to stay. */
  readonly confirmations: number;
  readonly onEvent: WorkerEventSink;
}

/** What the chain said of a case last. */
export interface HearingReading {
  /** Null where the court has no such case: the chain took it back. */
  readonly hearing: Hearing | null;
  /** The newest block at the time. */
  readonly atBlock: number;
}

/** Blocks after which a case is read again though nothing was heard of it. */
const READ_EVERY = 64;

/** What is told of a case when it changes. */
const CHANGES = [
  "seat-drawn",
  "vote-committed",
  "vote-revealed",
  "case-conceded",
  "case-finished",
] as const satisfies readonly CourtEventType[];

/** What is told of a case when a panel is to be drawn. */
const CALLS = ["case-opened", "ruling-appealed"] as const satisfies readonly CourtEventType[];

/** Follows the cases of some courts that drew a seat of one provider, and those that wait to be drawn. */
export class HearingFollower {
  readonly #parameters: HearingFollowerParameters;
  readonly #readings = new Map<string, HearingReading>();
  /** Newest block when a case was last seen to change. */
  readonly #changedAt = new Map<string, number>();
  /** The newest block when a case was read last; those to be read at once are missing. */
  readonly #readAt = new Map<string, number>();

  constructor(parameters: HearingFollowerParameters) {
    this.#parameters = parameters;
  }

  /** What the chain said of a case last; null before it was asked. */
  readingOf(name: CaseName): HearingReading | null {
    return this.#readings.get(caseKeyOf(name)) ?? null;
  }

  /** Reads everything anew from a block on: those after it were replaced. */
  rewind(commonBlock: number): void {
    const { hearings, config } = this.#parameters;
    this.#readAt.clear();
    for (const court of config.courts)
      if ((hearings.checkpoint(court) ?? -1) > commonBlock) hearings.pass(court, commonBlock);
  }

  /**
   * Reads the events of the courts up to a block, and what they store of all cases that are followed.
   *
   * @throws Any `GetHearingErrorType`; what was read by then is kept.
   */
  async follow(head: Head, signal: AbortSignal): Promise<void> {
    const { config, hearings } = this.#parameters;
    for (const court of config.courts) await this.#followCourt(court, head, signal);
    for (const courtCase of hearings.live()) {
      const reading = this.readingOf(courtCase);
      if (reading === null || this.#mayHaveChanged(courtCase, reading, head))
        await this.#read(courtCase, head, signal);
      else this.#readings.set(caseKeyOf(courtCase), { ...reading, atBlock: head.number });
    }
  }

  /** A case stays as it is until something is told of it, or a window closes; and what has just changed may change back. */
  #mayHaveChanged(name: CaseName, { hearing }: HearingReading, head: Head): boolean {
    const { confirmations } = this.#parameters;
    const key = caseKeyOf(name);
    const readAt = this.#readAt.get(key) ?? -READ_EVERY;
    const isSettled = head.number - (this.#changedAt.get(key) ?? head.number) > confirmations + OVERLAP;
    if (hearing === null || !isSettled || head.number - readAt >= READ_EVERY) return true;
    return hearing.stage === "finished" || courtStageAt(hearing, head.timestamp) !== hearing.stage;
  }

  async #followCourt(court: string, head: Head, signal: AbortSignal): Promise<void> {
    const { client, hearings, provider, config, confirmations } = this.#parameters;
    const position = {
      startBlock: client.deployment.startBlock,
      confirmations,
      checkpoint: () => hearings.checkpoint(court),
      pass: (block: number) => hearings.pass(court, block),
    };
    const types = config.drawPanels ? [...CHANGES, ...CALLS] : CHANGES;
    await readSpans(position, head.number, async (range) => {
      const events = await getCourtEvents(client, { court, types, ...range, signal });
      for (const caseId of new Set(events.map((event) => event.caseId)))
        this.#readAt.delete(caseKeyOf({ court, caseId }));
      const drawing = events.filter(
        (event) =>
          event.type === "case-opened" ||
          event.type === "ruling-appealed" ||
          (event.type === "seat-drawn" && sameAddress(event.juror, provider)),
      );
      for (const caseId of new Set(drawing.map((event) => event.caseId))) {
        const name = { court, caseId };
        // Those that are followed are read in any case.
        if (hearings.find(name) === null) await this.#read(name, head, signal);
      }
    });
  }

  async #read(name: CaseName, head: Head, signal: AbortSignal): Promise<void> {
    const { client, hearings, confirmations } = this.#parameters;
    const key = caseKeyOf(name);
    const hearing = await this.#ask(client, name, signal);
    this.#readAt.set(key, head.number);
    const before = this.#readings.get(key);
    const isChanged = before === undefined || fingerprintOf(before.hearing) !== fingerprintOf(hearing);
    if (isChanged) this.#changedAt.set(key, head.number);
    const isSettled = head.number - (this.#changedAt.get(key) ?? 0) > confirmations + OVERLAP;
    const isKnown = hearings.find(name) !== null;
    if (hearing !== null && this.#isWanted(name, hearing)) this.#take(name, hearing);
    else if (!isKnown) return this.#drop(key);
    this.#readings.set(key, { hearing, atBlock: head.number });
    if (hearing === null || hearing.stage === "finished") {
      if (!isSettled) return;
      if (hearing === null) hearings.forget(name);
      else hearings.close(name);
      this.#drop(key);
    } else if (!this.#isWanted(name, hearing)) {
      hearings.forget(name);
      this.#drop(key);
    }
  }

  /** Whether there will be anything to do about a case. */
  #isWanted(name: CaseName, { stage, panel, appealPanel }: Hearing): boolean {
    const { hearings, provider, config } = this.#parameters;
    if (stage === "finished") return false;
    if (config.drawPanels && (stage === "drawing" || stage === "appeal-drawing")) return true;
    const isOnPanel = [...panel, ...appealPanel].some(({ juror }) => sameAddress(juror, provider));
    // Of a seat whose draw was taken back something may have to be said.
    return isOnPanel || hearings.seatsOf(name).length > 0;
  }

  #take(name: CaseName, hearing: Hearing): void {
    const { hearings, provider, onEvent } = this.#parameters;
    const { market, openedCase, openedBlock, deadlines, panel, appealPanel } = hearing;
    const known = hearings.find(name);
    if (
      known === null ||
      known.openedBlock !== openedBlock ||
      known.deadlines.drawUntil !== deadlines.drawUntil
    )
      hearings.follow({ ...name, market, openedCase, openedBlock, deadlines });
    for (const [isAppeal, seats] of [[false, panel] as const, [true, appealPanel] as const]) {
      for (const { seat, place, juror } of seats) {
        if (!sameAddress(juror, provider)) continue;
        if (!hearings.draw({ ...name, seat, place, isAppeal })) continue;
        onEvent(hearingEvent({ ...name, seat, isAppeal, step: "drawn", providerRight: null, reason: null }));
      }
    }
  }

  async #ask(client: WattleClient, name: CaseName, signal: AbortSignal): Promise<Hearing | null> {
    try {
      return await getHearing(client, { ...name, signal });
    } catch (error) {
      if (error instanceof HearingNotFoundError) return null;
      throw error;
    }
  }

  #drop(key: string): void {
    this.#readings.delete(key);
    this.#changedAt.delete(key);
    this.#readAt.delete(key);
  }
}

function fingerprintOf(hearing: Hearing | null): string {
  if (hearing === null) return "";
  const { openedBlock, stage, panel, appealPanel } = hearing;
  return JSON.stringify([openedBlock, stage, panel, appealPanel]);
}
