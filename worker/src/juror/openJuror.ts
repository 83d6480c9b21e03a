import { getCourtRules } from "@wattle/sdk";
import type { Head } from "../chain/chainClock.ts";
import type { JurorConfig, WorkerConfig } from "../config/workerConfig.ts";
import { createStorePolicy } from "../jobs/storePolicy.ts";
import type { WorkerState } from "../store/openState.ts";
import type { TransactionNews } from "../transactions/transactionQueue.ts";
import { CaseJudge, type CaseJudgeParameters } from "./caseJudge.ts";
import type { StopDuty } from "./hearingDuty.ts";
import { HearingFollower } from "./hearingFollower.ts";
import { HearingKeeper, type HearingKeeperParameters } from "./hearingKeeper.ts";
import { lookAtCase, type LookAtCaseParameters } from "./lookAtCase.ts";

/** What the parts work with. */
export type OpenJurorParameters = Pick<
  HearingKeeperParameters,
  "client" | "queue" | "operator" | "now" | "onEvent"
> &
  Pick<LookAtCaseParameters, "runtime" | "limits" | "identity" | "relay"> &
  Pick<CaseJudgeParameters, "hasPlace" | "onDone"> & {
    readonly state: Pick<WorkerState, "hearings">;
  };

/** The parts of a worker that judge disputes. */
export interface Juror {
  /** Reads the chain anew from a block on. */
  rewind(commonBlock: number): void;
  /** Reads the chain up to a block. */
  follow(head: Head, signal: AbortSignal): Promise<void>;
  /** Judges, and asks for what is due. */
  consider(head: Head): void;
  /** Takes in what became of a transaction. */
  onTransaction(news: TransactionNews): void;
  /** When the runs that are under way end at the latest, Unix seconds of the chain. */
  busyUntil(): number[];
  /** Decides what a stop waits for, and returns all that is owed. */
  prepareStop(isAtOnce: boolean): StopDuty[];
  /** Whether something that the stop waits for is still to be done. */
  hasDuties(): boolean;
  /** Breaks off what is under way; it is taken up again at the next start. */
  close(): Promise<void>;
}

/**
 * Makes the parts of a worker that judge disputes.
 *
 * @throws Any `GetCourtRulesErrorType`: without one of its courts a juror would miss its windows unnoticed.
 */
export async function openJuror(
  { provider, chain, policy, allowedStores }: WorkerConfig,
  config: JurorConfig,
  parameters: OpenJurorParameters,
): Promise<Juror> {
  const { client, state, relay, onEvent } = parameters;
  await Promise.all(config.courts.map(async (court) => getCourtRules(client, { court })));
  const { hearings } = state;
  const { confirmations } = chain;
  // A juror cannot choose its cases: it asks every public store, and no other of strangers.
  const allowLocation = createStorePolicy([relay, ...allowedStores, "public"]);
  const stores = allowedStores.filter((store) => store !== "public");
  const looking = { ...parameters, policy, stores, allowLocation };
  const judge = new CaseJudge({ ...parameters, look: async (context) => lookAtCase(looking, context) });
  const follower = new HearingFollower({ client, hearings, provider, config, confirmations, onEvent });
  const keeper = new HearingKeeper({ ...parameters, hearings, follower, judge, config });
  return {
    rewind: (commonBlock) => follower.rewind(commonBlock),
    follow: (head, signal) => follower.follow(head, signal),
    consider: (head) => keeper.consider(head.number),
    onTransaction: (news) => keeper.onTransaction(news),
    busyUntil: () => judge.busyUntil(),
    prepareStop: (isAtOnce) => keeper.prepareStop(isAtOnce),
    hasDuties: () => keeper.hasDuties(),
    close: async () => judge.abort(),
  };
}
