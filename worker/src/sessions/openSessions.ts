import type { WattleClient } from "@wattle/sdk";
import type { Head } from "../chain/chainClock.ts";
import type { SessionsConfig, WorkerConfig } from "../config/workerConfig.ts";
import type { WorkerEventSink } from "../events/workerEvent.ts";
import type { WgslRuntime } from "../runtime/wgslRuntime.ts";
import type { WorkerState } from "../store/openState.ts";
import type { TransactionNews, TransactionQueue } from "../transactions/transactionQueue.ts";
import { CallDesk } from "./callDesk.ts";
import { ProgramPool } from "./programPool.ts";
import { Redeemer } from "./redeemer.ts";
import { openServices } from "./service.ts";
import { SessionFollower } from "./sessionFollower.ts";
import { SessionServer } from "./sessionServer.ts";

/** What the parts work with. */
export interface OpenSessionsParameters {
  readonly client: WattleClient;
  readonly runtime: Pick<WgslRuntime, "serve">;
  readonly state: Pick<WorkerState, "sessions" | "transactions">;
  readonly queue: Pick<TransactionQueue, "add">;
  /** Unix seconds of the chain. */
  readonly now: () => number;
  readonly onEvent: WorkerEventSink;
}

/** The parts of a worker that sell calls. */
export interface Sessions {
  /** Reads the chain anew from a block on. */
  rewind(commonBlock: number): void;
  /** Reads the chain up to a block. */
  follow(head: Head, signal: AbortSignal): Promise<void>;
  /** Redeems what is due. */
  consider(head: Head): Promise<void>;
  /** Takes in what became of a transaction. */
  onTransaction(news: TransactionNews): void;
  /** Takes no more calls. */
  stopTaking(): void;
  /** Whether a call is under way. */
  isServing(): boolean;
  close(): Promise<void>;
}

/**
 * Makes the parts of a worker that sell calls, and begins to listen.
 *
 * @throws `ConfigInvalidError` when a program cannot be served.
 * @throws Error when the address cannot be listened on.
 */
export async function openSessions(
  { provider, chain }: WorkerConfig,
  config: SessionsConfig,
  parameters: OpenSessionsParameters,
  signal?: AbortSignal,
): Promise<Sessions> {
  const { client, runtime, state, onEvent } = parameters;
  const { confirmations } = chain;
  const { sessions } = state;
  const services = await openServices(config.services, runtime, signal);
  const onProblem = ({ name, message }: Error): void =>
    onEvent({ event: "problem", jobId: null, name, message: `sessions: ${message}` });
  const { maxSessions, idleSeconds } = config;
  const pool = new ProgramPool({ runtime, maxSessions, idleMs: idleSeconds * 1000 });
  const desk = new CallDesk({ ...parameters, provider, sessions, services, pool, confirmations, onProblem });
  const follower = new SessionFollower({
    client,
    sessions,
    provider,
    confirmations,
    onEvent,
    onEnd: (sessionId) => void desk.end(sessionId),
  });
  const redeemer = new Redeemer({
    ...parameters,
    sessions,
    transactions: state.transactions,
    policy: config.redeem,
  });
  const { sessionEscrow } = client.deployment.contracts;
  const market = { chainId: client.chainId, sessionEscrow, provider };
  const server = new SessionServer({ desk, services, market, onProblem });
  const url = await server.listen(config.listen.host, config.listen.port);
  onEvent({ event: "listening", url, services: [...services.keys()] });
  return {
    rewind: (commonBlock) => follower.rewind(commonBlock),
    follow: (head, followSignal) => follower.follow(head, followSignal),
    consider: (head) => redeemer.consider(head.number),
    onTransaction: (news) => redeemer.onTransaction(news),
    stopTaking: () => desk.stop(),
    isServing: () => desk.underWay() > 0,
    close: async () => {
      desk.stop();
      await server.close();
      await pool.closeAll();
    },
  };
}
