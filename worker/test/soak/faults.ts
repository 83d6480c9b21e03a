import { setTimeout as sleep } from "node:timers/promises";
import type { FaultyRpc, RpcFault } from "../support/faultyRpc.ts";
import { RPC_FAULTS } from "../support/faultyRpc.ts";
import type { Market, TestProvider } from "../support/market.ts";
import { startWorkerProcess, type WorkerProcess } from "../support/workerProcess.ts";

/** What happens to a market while it works. */
export interface FaultInjectorParameters {
  readonly market: Market;
  readonly rpcs: readonly FaultyRpc[];
  /** Its worker is killed and started again; the others' are not. */
  readonly victim: TestProvider;
  readonly worker: WorkerProcess;
  /** Unsigned 32-bit integers. */
  readonly random: () => number;
}

// What loses most happens most.
const FAULTS = ["worker killed", "worker killed", "worker killed", "relay restarted", ...RPC_FAULTS] as const;
const RPC_FAULT_MS = 1500;

/** Injects one fault after the other until it is told to stop. */
export class FaultInjector {
  readonly #parameters: FaultInjectorParameters;
  readonly #counts = new Map<string, number>();
  #worker: WorkerProcess;
  /** How the worker ended when nobody had ended it. */
  readonly deaths: (number | NodeJS.Signals)[] = [];
  #isStopped = false;
  #injecting: Promise<void> = Promise.resolve();

  constructor(parameters: FaultInjectorParameters) {
    this.#parameters = parameters;
    this.#worker = parameters.worker;
  }

  /** The victim's worker of now. */
  get worker(): WorkerProcess {
    return this.#worker;
  }

  /** How often each fault was injected. */
  get counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  start(): void {
    this.#injecting = this.#inject();
  }

  /** Stops injecting. Everything runs, and nothing fails any more, when this resolves. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#injecting;
    this.#noteDeath();
  }

  #noteDeath(): void {
    const how = this.#worker.ending();
    if (how !== null) this.deaths.push(how);
  }

  async #inject(): Promise<void> {
    const { random } = this.#parameters;
    while (!this.#isStopped) {
      await sleep(200 + (random() % 2500));
      const fault = FAULTS[random() % FAULTS.length] ?? "worker killed";
      this.#counts.set(fault, (this.#counts.get(fault) ?? 0) + 1);
      await this.#do(fault);
    }
  }

  async #do(fault: (typeof FAULTS)[number]): Promise<void> {
    const { market, victim, rpcs, random } = this.#parameters;
    switch (fault) {
      case "worker killed":
        this.#noteDeath();
        await this.#worker.kill();
        await sleep(random() % 1000);
        this.#worker = await startWorkerProcess(victim);
        return;
      case "relay restarted":
        return market.restartRelay();
      default:
        return this.#fail(rpcs[random() % rpcs.length], fault);
    }
  }

  async #fail(rpc: FaultyRpc | undefined, fault: RpcFault): Promise<void> {
    if (rpc === undefined) return;
    rpc.fault = fault;
    await sleep(RPC_FAULT_MS);
    rpc.fault = null;
  }
}
