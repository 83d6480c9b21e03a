import { getLeaseEvents, getLeaseSlot, type LeaseSlot, type WattleClient } from "@wattle/sdk";
import type { Head } from "../chain/chainClock.ts";
import { OVERLAP, readSpans } from "../chain/readSpans.ts";
import type { WorkerEventSink } from "../events/workerEvent.ts";
import type { LeaseStore } from "../store/leaseStore.ts";

/** What the follower works with. */
export interface LeaseFollowerParameters {
  readonly client: WattleClient;
  readonly leases: LeaseStore;
  /** The provider's id. */
  readonly provider: string;
  /** The machines that this worker stands for. */
  readonly machineIds: readonly string[];
  /** Blocks, its own included, after which a block is taken to stay. */
  readonly confirmations: number;
  readonly onEvent: WorkerEventSink;
}

/** Follows the leases of some machines along the chain. */
export class LeaseFollower {
  readonly #parameters: LeaseFollowerParameters;
  /** Leases of other machines, of which a word was said. */
  readonly #foreign = new Set<string>();
  /** Leases whose state changed in a block that may not stay, and the newest block at the time. */
  readonly #unsettled = new Map<string, number>();

  constructor(parameters: LeaseFollowerParameters) {
    this.#parameters = parameters;
  }

  /** Reads everything anew from a block on: those after it were replaced. */
  rewind(commonBlock: number): void {
    const { leases } = this.#parameters;
    if ((leases.checkpoint() ?? -1) > commonBlock) leases.pass(commonBlock);
  }

  /**
   * Reads the openings of leases up to a block, and what the chain stores of all that are not closed.
   *
   * @throws Any `RpcErrorType`; what was read by then is kept.
   */
  async follow(head: Head, signal: AbortSignal): Promise<void> {
    const { client, leases, provider, confirmations } = this.#parameters;
    const position = {
      startBlock: client.deployment.startBlock,
      confirmations,
      checkpoint: () => leases.checkpoint(),
      pass: (block: number) => leases.pass(block),
    };
    await readSpans(position, head.number, async (range) => {
      const opened = await getLeaseEvents(client, { types: ["lease-opened"], provider, ...range, signal });
      for (const { leaseId, terms, machineId } of opened) {
        if (leases.find(leaseId) !== null || !this.#isOurs(leaseId, machineId)) continue;
        const slot = await getLeaseSlot(client, { leaseId, signal });
        if (slot.state === "none" || slot.state === "closed") continue;
        leases.put({ leaseId, terms, machineId, slot });
        this.#unsettled.set(leaseId, head.number);
        this.#tell(leaseId, slot);
      }
    });
    const ids = new Set([...leases.live().map(({ leaseId }) => leaseId), ...this.#unsettled.keys()]);
    for (const leaseId of ids) await this.#update(leaseId, head, signal);
  }

  async #update(leaseId: string, head: Head, signal: AbortSignal): Promise<void> {
    const { client, leases, confirmations } = this.#parameters;
    const isSettled = head.number - (this.#unsettled.get(leaseId) ?? 0) > confirmations + OVERLAP;
    if (isSettled) this.#unsettled.delete(leaseId);
    const lease = leases.find(leaseId);
    if (lease === null) return;
    const slot = await getLeaseSlot(client, { leaseId, signal });
    leases.put({ ...lease, slot });
    if (slot.state === lease.slot.state) {
      // Its block was replaced, and it did not come back.
      if (slot.state === "none" && isSettled) leases.forget(leaseId);
      return;
    }
    this.#unsettled.set(leaseId, head.number);
    this.#tell(leaseId, slot);
  }

  #isOurs(leaseId: string, machineId: string): boolean {
    const { machineIds, onEvent } = this.#parameters;
    if (machineIds.some((known) => known.toLowerCase() === machineId.toLowerCase())) return true;
    if (!this.#foreign.has(leaseId)) {
      this.#foreign.add(leaseId);
      const message = `lease ${leaseId} is of machine ${machineId}, which leases.machineIds does not name: no check-ins`;
      onEvent({ event: "problem", jobId: null, name: "LeaseUnknownMachine", message });
    }
    return false;
  }

  #tell(leaseId: string, { state, servedSeconds, paidSeconds }: LeaseSlot): void {
    this.#parameters.onEvent({ event: "lease", leaseId, state, servedSeconds, paidSeconds });
  }
}
