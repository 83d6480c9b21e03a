import { createRpcProvider, createWattleClient, type WattleClient } from "@wattle/sdk";
import { normalizeStore } from "@wattle/sdk/blobs";
import { join } from "node:path";
import { ChainClock } from "./chain/chainClock.ts";
import { ChainFollower } from "./chain/chainFollower.ts";
import { checkChain, checkProvider } from "./chain/checkSetup.ts";
import { readHead } from "./chain/readHead.ts";
import type { WorkerConfig } from "./config/workerConfig.ts";
import type { CreateWorkerParameters } from "./createWorker.ts";
import { describeStart } from "./describeStart.ts";
import type { StartedEvent } from "./events/workerEvent.ts";
import { reportTransaction } from "./events/reportTransaction.ts";
import { checkCourt } from "./jobs/checkCourt.ts";
import { findAccess } from "./jobs/jobAccess.ts";
import { JobDriver } from "./jobs/jobDriver.ts";
import { JobTasks } from "./jobs/jobTasks.ts";
import { openDisputes } from "./disputes/openDisputes.ts";
import { removeLeftovers } from "./jobs/removeLeftovers.ts";
import { createStorePolicy } from "./jobs/storePolicy.ts";
import type { StopDuty } from "./juror/hearingDuty.ts";
import { type Juror, openJuror } from "./juror/openJuror.ts";
import { openLeases } from "./leases/openLeases.ts";
import { openRequests } from "./requests/openRequests.ts";
import { openWgslRuntime } from "./runtime/wgslRuntime.ts";
import { openSessions } from "./sessions/openSessions.ts";
import { openState } from "./store/openState.ts";
import { ChainAccount } from "./transactions/chainAccount.ts";
import type { IntentKind } from "./transactions/intent.ts";
import { Payouts } from "./transactions/payouts.ts";
import { type TransactionNews, TransactionQueue } from "./transactions/transactionQueue.ts";
import { WorkerLoop } from "./workerLoop.ts";

/** Transactions that bring something to be paid out. */
const EARNING: ReadonlySet<IntentKind> = new Set([
  "redeem",
  "withdraw",
  "close-lease",
  "finish-case",
  "split",
]);

/** A worker whose parts are open. */
export interface OpenWorker {
  readonly started: StartedEvent;
  /** Begins to work. */
  run(): void;
  /** Decides what {@link OpenWorker.finish} waits for at court, and returns all that is owed there. */
  prepareStop(isAtOnce: boolean): StopDuty[];
  /** Takes no more jobs, and resolves when none has a deadline to keep. */
  finish(): Promise<void>;
  /** Stops waiting in {@link OpenWorker.finish}. */
  breakOff(): void;
  /** Breaks off what is under way, and closes everything. */
  close(): Promise<void>;
}

/** The client that a configuration describes. */
export function clientOf({ rpcUrls, deployment, chain }: WorkerConfig): WattleClient {
  const provider = createRpcProvider(rpcUrls, { chainId: deployment.chainId, timeoutMs: chain.rpcTimeoutMs });
  return createWattleClient({ provider, deployment, pollingIntervalMs: chain.pollIntervalMs });
}

/**
 * Checks the set-up and opens all parts of a worker.
 *
 * @throws `WattleError`; nothing is left open then.
 */
export async function openWorker(
  parameters: CreateWorkerParameters,
  signal?: AbortSignal,
): Promise<OpenWorker> {
  const { config, operator, identity, onEvent, onPersisted } = parameters;
  const client = clientOf(config);
  await checkChain(client);
  const info = await checkProvider({
    client,
    provider: config.provider,
    operator: operator.address,
    publicKey: identity.publicKey,
  });
  const { jobEscrow } = client.deployment.contracts;
  const owner = { chainId: client.chainId, escrow: jobEscrow, provider: config.provider };
  const state = openState(config.stateFolder, owner, onPersisted);
  try {
    await removeLeftovers(state);
    // A take that was only wanted is weighed anew; one that was signed goes on.
    state.transactions.withdraw("take");
    state.requests.reconsider();
    const runtime = await openWgslRuntime(
      {
        cacheFolder: config.cacheFolder,
        workFolder: join(config.stateFolder, "runs"),
        sandbox: config.sandbox,
        driver: config.driver,
        memoryLimit: config.memoryLimit,
      },
      signal,
    );
    const { found } = runtime;
    const relay = normalizeStore(config.relay ?? info.endpoint);
    const payoutAccount = config.payout?.account ?? info.payout;
    const started = describeStart(config, {
      client,
      runtime,
      relay,
      operator: operator.address,
      payoutAccount,
    });
    const clock = new ChainClock();
    // What the last life left is weighed against the chain's time, also where a stop comes before the first look.
    const head = await readHead(client);
    if (head !== null) clock.update(head);
    const onNews = (news: TransactionNews): void => {
      reportTransaction(news, onEvent);
      driver.onTransaction(news);
      requests?.taker.onTransaction(news);
      sessions?.onTransaction(news);
      leases?.onTransaction(news);
      juror?.onTransaction(news);
      disputes.onTransaction(news);
      const { kind } = news.intent;
      if (EARNING.has(kind) && news.status === "mined") payouts?.expect();
      payouts?.onTransaction(news);
      loop.wake();
    };
    const account = new ChainAccount(client.provider, operator, client.chainId);
    const queue = new TransactionQueue({
      store: state.transactions,
      account,
      rules: config.chain,
      onNews,
    });
    const allowLocation = createStorePolicy([relay, ...config.allowedStores]);
    const fetch = { policy: config.policy, limits: found.limits, allowLocation };
    const reading = { requests: state.requests, relay, identity: identity.identity, allowLocation };
    const tasks = new JobTasks({
      runtime,
      fetch,
      access: async (job, broken) => {
        await checkCourt(client, job.terms, broken);
        return findAccess(job, reading, broken);
      },
      upload: { chainId: client.chainId, escrow: jobEscrow, operator },
      jobFolder: state.jobFolder,
    });
    const { maxConcurrentJobs } = config.policy;
    const { confirmations } = config.chain;
    const driver = new JobDriver({
      client,
      jobs: state.jobs,
      work: tasks,
      queue,
      rules: { ...config.reserves, maxConcurrentJobs, confirmations },
      otherRuns: () => juror?.busyUntil() ?? [],
      now: () => clock.now(),
      onEvent: (event) => {
        if (event.event === "job" && event.step === "paid") payouts?.expect();
        onEvent(event);
      },
      onDone: () => loop.drive(),
    });
    const follower = new ChainFollower({
      client,
      state,
      provider: config.provider,
      confirmations,
      onEvent: (event) => {
        if (event.event === "reorg" && event.commonBlock !== null) {
          leases?.rewind(event.commonBlock);
          sessions?.rewind(event.commonBlock);
          juror?.rewind(event.commonBlock);
        }
        onEvent(event);
      },
    });
    const requests =
      config.requests === null
        ? null
        : openRequests(config, config.requests, {
            client,
            state,
            queue,
            fetch,
            operator: operator.address,
            now: () => clock.now(),
            onEvent,
            onDone: () => loop.drive(),
          });
    const leases =
      config.leases === null
        ? null
        : openLeases(config, config.leases, {
            client,
            state,
            queue,
            now: () => clock.now(),
            checkHealth: (healthSignal) => runtime.probe(healthSignal),
            onEvent,
            onDone: () => loop.wake(),
          });
    const payouts =
      config.payout === null
        ? null
        : new Payouts({
            client,
            store: state.transactions,
            queue,
            rules: { ...config.payout, account: payoutAccount },
            onEvent,
          });
    const disputes = openDisputes(config.disputes, {
      client,
      jobs: state.jobs,
      queue,
      account,
      operator: operator.address,
      work: tasks,
      now: () => clock.now(),
      onEvent,
    });
    const juror: Juror | null =
      config.juror === null
        ? null
        : await openJuror(config, config.juror, {
            client,
            state,
            queue,
            operator,
            ...{ runtime, limits: found.limits, identity: identity.identity, relay },
            now: () => clock.now(),
            hasPlace: (judging) => driver.countRunning() + judging < maxConcurrentJobs,
            onEvent: (event) => {
              if (event.event === "hearing" && event.step === "finished") payouts?.expect();
              onEvent(event);
            },
            onDone: () => loop.wake(),
          });
    // The last that may fail: from here on somebody listens.
    const sessions =
      config.sessions === null
        ? null
        : await openSessions(
            config,
            config.sessions,
            { client, runtime, state, queue, now: () => clock.now(), onEvent },
            signal,
          );
    const loop = new WorkerLoop({
      client,
      clock,
      follower,
      driver,
      queue,
      payouts,
      requests,
      sessions,
      leases,
      disputes,
      juror,
      state,
      pollIntervalMs: config.chain.pollIntervalMs,
      onEvent,
    });
    return {
      started,
      run: () => loop.run(),
      prepareStop: (isAtOnce) => juror?.prepareStop(isAtOnce) ?? [],
      finish: () => loop.finish(),
      breakOff: () => loop.breakOff(),
      close: async () => {
        await loop.close();
        state.close();
        client.provider.destroy();
      },
    };
  } catch (error) {
    state.close();
    client.provider.destroy();
    throw error;
  }
}
