import {
  findCourtRules,
  type GetCourtRulesReturnType,
  getHearing,
  getRuling,
  type Hearing,
  HearingNotFoundError,
  isContractsFault,
  type JobSlot,
  type Ruling,
  type WattleClient,
} from "@wattle/sdk";
import { ZeroAddress } from "ethers";
import type { Head } from "../chain/chainClock.ts";
import type { JobRecord } from "../jobs/jobRecord.ts";
import { courtStageAt } from "../juror/courtStageAt.ts";

/** What an adjudicator says of a dispute. */
export interface DisputeReading {
  /** Null where the adjudicator is no slashing court. */
  readonly rules: GetCourtRulesReturnType | null;
  /** Null before the case is open, and where there is no court. */
  readonly hearing: Hearing | null;
  readonly ruling: Ruling;
}

/** Blocks after which a case is read again though no window has closed. */
const READ_EVERY = 3;

/** Reads what adjudicators say of disputes, no more often than it can have changed. */
export class DisputeReader {
  readonly #client: WattleClient;
  readonly #hearings = new Map<string, { readonly hearing: Hearing | null; readonly atBlock: number }>();
  /** A ruling changes with a block, and a worker looks more often than those come. */
  readonly #rulings = new Map<string, { readonly ruling: Ruling; readonly atHash: string }>();

  constructor(client: WattleClient) {
    this.#client = client;
  }

  /** Reads the case of a job anew at the next occasion. */
  forget(jobId: string): void {
    this.#hearings.delete(jobId);
    this.#rulings.delete(jobId);
  }

  /** Forgets every other job. */
  keepOnly(jobIds: ReadonlySet<string>): void {
    for (const jobId of [...this.#hearings.keys(), ...this.#rulings.keys()])
      if (!jobIds.has(jobId)) this.forget(jobId);
  }

  /**
   * Reads what an adjudicator says of a job.
   *
   * @throws Any `ReadErrorType`: an endpoint that does not answer is not a silent adjudicator.
   */
  async read(
    { jobId, terms }: Pick<JobRecord, "jobId" | "terms">,
    { caseOpened }: Pick<JobSlot, "caseOpened">,
    head: Head,
    now: number,
    signal: AbortSignal,
  ): Promise<DisputeReading> {
    const { adjudicator } = terms;
    const rules = await findCourtRules(this.#client, { adjudicator, signal });
    if (!caseOpened || adjudicator === ZeroAddress) return { rules, hearing: null, ruling: "none" };
    const hearing = rules === null ? null : await this.#hearing(jobId, adjudicator, head, now, signal);
    // A court has no ruling before the case is decided, and is not asked for one.
    const stage = hearing === null ? null : courtStageAt(hearing, now);
    const isPending = rules !== null && stage !== "decided" && stage !== "finished";
    const ruling = isPending ? "none" : await this.#ruling(jobId, adjudicator, head, signal);
    return { rules, hearing, ruling };
  }

  async #hearing(
    caseId: string,
    court: string,
    head: Head,
    now: number,
    signal: AbortSignal,
  ): Promise<Hearing | null> {
    const known = this.#hearings.get(caseId);
    const isFresh =
      known?.hearing != null &&
      head.number - known.atBlock < READ_EVERY &&
      courtStageAt(known.hearing, now) === known.hearing.stage;
    if (isFresh) return known.hearing;
    const hearing = await getHearing(this.#client, { court, caseId, signal }).catch((error: unknown) => {
      if (error instanceof HearingNotFoundError) return null;
      throw error;
    });
    this.#hearings.set(caseId, { hearing, atBlock: head.number });
    return hearing;
  }

  async #ruling(caseId: string, adjudicator: string, head: Head, signal: AbortSignal): Promise<Ruling> {
    const known = this.#rulings.get(caseId);
    if (known?.atHash === head.hash) return known.ruling;
    const ruling = await getRuling(this.#client, { adjudicator, caseId, signal }).catch((error: unknown) => {
      // An adjudicator that reverts, or is none, has not answered.
      if (isContractsFault(error)) return "none" as const;
      throw error;
    });
    this.#rulings.set(caseId, { ruling, atHash: head.hash });
    return ruling;
  }
}
