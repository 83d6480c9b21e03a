import type { JobKey } from "@wattle/sdk/blobs";
import type { Wallet } from "ethers";
import type { WorkerConfig } from "./config/workerConfig.ts";
import type { StartedEvent, WorkerEventSink } from "./events/workerEvent.ts";
import { openWorker, type OpenWorker } from "./openWorker.ts";
import type { Persisted } from "./store/persisted.ts";

/** What a worker is made of. */
export interface CreateWorkerParameters {
  readonly config: WorkerConfig;
  /** The operator's key. */
  readonly operator: Wallet;
  /** The provider's age identity. */
  readonly identity: JobKey;
  /** Told everything that happens. */
  readonly onEvent: WorkerEventSink;
  /** Told every change of the state once it is on disk. */
  readonly onPersisted?: Persisted;
}

/** How a worker is stopped. */
export interface StopOptions {
  /** Breaks running jobs off; they are run anew after the next start. Default: they are finished and submitted. */
  readonly breakOff?: boolean;
}

/** A worker: one process a provider. */
export interface Worker {
  /**
   * Checks the set-up, opens the state and begins to work.
   *
   * @throws `WattleError` when the worker could do nothing but fail; nothing is left open then.
   */
  start(signal?: AbortSignal): Promise<StartedEvent>;

  /**
   * Takes no more jobs, ends what has begun, stays for what its drawn seats have to do soon, and closes everything. The
   * event `stopping` tells what it stays for, and what it has to be back for.
   */
  stop(options?: StopOptions): Promise<void>;
}

/**
 * Makes a worker. It does nothing before it is started.
 *
 * @example
 * ```ts
 * import { createWorker, loadConfig, loadIdentity } from "@wattle/worker";
 * import { Wallet } from "ethers";
 *
 * const config = await loadConfig("worker.json");
 * const worker = createWorker({
 *   config,
 *   operator: new Wallet(operatorKey),
 *   identity: await loadIdentity(config.identityFile),
 *   onEvent: (event) => console.log(event),
 * });
 * const { adapter } = await worker.start();
 * ```
 */
export function createWorker(parameters: CreateWorkerParameters): Worker {
  let opened: OpenWorker | null = null;
  let stopping: Promise<void> | null = null;
  const stop = async ({ breakOff = false }: StopOptions): Promise<void> => {
    // One that is still being opened closes itself.
    if (opened === null) return;
    parameters.onEvent({ event: "stopping", hearings: opened.prepareStop(breakOff) });
    if (!breakOff) await opened.finish();
    await opened.close();
    parameters.onEvent({ event: "stopped" });
  };
  return {
    start: async (signal) => {
      const worker = await openWorker(parameters, signal);
      if (stopping !== null || signal?.aborted === true) {
        await worker.close();
        throw (
          signal?.reason ?? new DOMException("The worker was stopped before it had started.", "AbortError")
        );
      }
      opened = worker;
      parameters.onEvent(worker.started);
      worker.run();
      return worker.started;
    },
    stop: async (options = {}) => {
      if (options.breakOff === true) opened?.breakOff();
      stopping ??= stop(options);
      await stopping;
    },
  };
}
