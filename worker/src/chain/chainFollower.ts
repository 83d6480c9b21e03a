import {
  getEscrowEvents,
  getJobSlot,
  isFinalState,
  type JobOpenedEvent,
  type JobSlot,
  type RequestTakenEvent,
  type WattleClient,
} from "@wattle/sdk";
import type { WorkerEventSink } from "../events/workerEvent.ts";
import type { JobRecord } from "../jobs/jobRecord.ts";
import type { WorkerState } from "../store/openState.ts";
import { OVERLAP, SPAN } from "./readSpans.ts";
import type { Head } from "./chainClock.ts";

/** What the follower works with. */
export interface ChainFollowerParameters {
  readonly client: WattleClient;
  readonly state: Pick<WorkerState, "jobs" | "requests" | "blocks">;
  /** The provider's id. */
  readonly provider: string;
  /** Blocks, its own included, after which a block is taken to stay. */
  readonly confirmations: number;
  readonly onEvent: WorkerEventSink;
}

/** Follows the market along the chain, and takes up the jobs of one provider. */
export class ChainFollower {
  readonly #parameters: ChainFollowerParameters;
  /** Jobs that had ended before this worker ever saw them. */
  readonly #ended = new Set<string>();
  /** Requests that were taken by their signature alone. */
  readonly #unpublished = new Set<string>();

  constructor(parameters: ChainFollowerParameters) {
    this.#parameters = parameters;
  }

  /**
   * Reads all events up to a block, and takes back what is no longer part of the chain.
   *
   * @returns What the chain stores of the jobs that are new.
   * @throws Any `RpcErrorType`; what was read by then is kept.
   */
  async follow(head: Head, signal: AbortSignal): Promise<Map<string, JobSlot>> {
    const slots = new Map<string, JobSlot>();
    const base = await this.#base(head);
    if (base === null) return slots;
    const { client, provider } = this.#parameters;
    const first = Math.max(client.deployment.startBlock, base - OVERLAP + 1);
    for (let from = first; from <= head.number; from += SPAN) {
      const to = Math.min(head.number, from + SPAN - 1);
      const events = await getEscrowEvents(client, {
        types: ["job-opened", "request-taken"],
        provider,
        fromBlock: from,
        toBlock: to,
        signal,
      });
      const opened = events.filter((event) => event.type === "job-opened");
      await this.#dropOrphans(from, to, opened);
      for (const event of events) if (event.type === "request-taken") await this.#know(event, signal);
      for (const event of opened) await this.#take(event, slots, signal);
      await this.#pass(Math.min(to, head.number - this.#parameters.confirmations + 1), head);
    }
    return slots;
  }

  /** The last passed block that is still part of the chain; null while the node is behind. */
  async #base(head: Head): Promise<number | null> {
    const { state, client, onEvent } = this.#parameters;
    const passed = state.blocks.passed();
    for (const [index, { number, hash }] of passed.entries()) {
      const block = number === head.number ? head : await client.provider.getBlock(number);
      // Only a block with another hash proves that the chain has changed.
      if (block === null && index === 0) return null;
      if (block?.hash !== hash) continue;
      if (index > 0) {
        state.blocks.rewind(number);
        onEvent({ event: "reorg", jobIds: [], commonBlock: number });
      }
      return number;
    }
    const start = client.deployment.startBlock - 1;
    if (passed.length > 0) {
      state.blocks.rewind(start);
      onEvent({ event: "reorg", jobIds: [], commonBlock: start });
    }
    return start;
  }

  async #dropOrphans(from: number, to: number, opened: readonly JobOpenedEvent[]): Promise<void> {
    const { state, client, onEvent } = this.#parameters;
    const present = new Set(opened.map(({ jobId, blockHash }) => jobId + blockHash));
    const isMissing = ({ jobId, openedBlock, openedBlockHash }: JobRecord): boolean =>
      openedBlock >= from && openedBlock <= to && !present.has(jobId + openedBlockHash);
    const dropped: string[] = [];
    for (const job of state.jobs.unfinished().filter(isMissing)) {
      const block = await client.provider.getBlock(job.openedBlock);
      if (block === null || block.hash === job.openedBlockHash) continue;
      state.jobs.orphan(job.jobId);
      dropped.push(job.jobId);
    }
    if (dropped.length > 0) onEvent({ event: "reorg", jobIds: dropped, commonBlock: null });
  }

  /** Finds a request again that this provider took: without it nobody knows where its manifest lies. */
  async #know({ orderHash, blockNumber }: RequestTakenEvent, signal: AbortSignal): Promise<void> {
    const { state, client } = this.#parameters;
    if (state.requests.find(orderHash) !== null || this.#unpublished.has(orderHash)) return;
    const filter = { types: ["request-published"], orderHash, toBlock: blockNumber, signal } as const;
    const published = (await getEscrowEvents(client, filter)).at(-1);
    if (published === undefined) this.#unpublished.add(orderHash);
    else state.requests.add(published, "taken");
  }

  async #take(event: JobOpenedEvent, slots: Map<string, JobSlot>, signal: AbortSignal): Promise<void> {
    const { state, client, onEvent } = this.#parameters;
    const { jobId, terms, specRoot, blockNumber, blockHash } = event;
    if (this.#ended.has(jobId)) return;
    if (state.jobs.find(jobId) === null) {
      const slot = await getJobSlot(client, { jobId, signal });
      if (isFinalState(slot.state)) {
        this.#ended.add(jobId);
        return;
      }
      slots.set(jobId, slot);
    }
    const isNew = state.jobs.open({
      jobId,
      terms,
      specRoot,
      openedBlock: blockNumber,
      openedBlockHash: blockHash,
    });
    if (isNew) onEvent({ event: "job", jobId, step: "seen", reason: null });
  }

  async #pass(number: number, head: Head): Promise<void> {
    const { state, client } = this.#parameters;
    if (number <= (state.blocks.last()?.number ?? client.deployment.startBlock - 1)) return;
    const block = number === head.number ? head : await client.provider.getBlock(number);
    if (block?.hash != null) state.blocks.pass({ number, hash: block.hash });
  }
}
