import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";
import { JobHistoryUnavailableError, JobNotFoundError } from "../../errors/jobErrors.ts";
import type {
  JobDisputedEvent,
  JobEvent,
  JobOpenedEvent,
  JobSubmittedEvent,
} from "../../types/escrowEvent.ts";
import type { Job, JobSlot } from "../../types/job.ts";
import { decodeEscrowEvent } from "./decodeEscrowEvent.ts";
import { escrowLogFilter } from "./getEscrowEvents.ts";
import { getJobSlot } from "./getJobSlot.ts";

/** What {@link getJob} takes. */
export interface GetJobParameters {
  readonly jobId: string;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link getJob} returns. */
export type GetJobReturnType = Job;

/** What {@link getJob} throws. */
export type GetJobErrorType = ReadErrorType | JobNotFoundError | JobHistoryUnavailableError;

/**
 * Reads a job with its whole history from its id alone: the stored slot names the block of the job's last event, and
 * each event the block of the one before, so that two to four narrow requests tell all.
 *
 * @throws {@link JobNotFoundError} when there is no such job.
 * @throws {@link JobHistoryUnavailableError} when the endpoint does not have an event's log.
 * @throws Any other {@link GetJobErrorType}.
 *
 * @example
 * ```ts
 * import { getJob, windowsOf } from "@wattle/sdk";
 *
 * const job = await getJob(client, { jobId });
 * console.log(job.state, windowsOf(job.terms, job).deliverUntil);
 * ```
 */
export async function getJob(client: WattleClient, parameters: GetJobParameters): Promise<GetJobReturnType> {
  const { jobId, signal } = parameters;
  const slot = await getJobSlot(client, parameters);
  if (slot.state === "none") throw new JobNotFoundError(jobId);
  const events = await readHistory(client, jobId, slot.steppedBlock, signal);
  const opened = events.find((event): event is JobOpenedEvent => event.type === "job-opened");
  if (opened === undefined) throw new JobHistoryUnavailableError(jobId, slot.steppedBlock);
  const submitted = events.find((event): event is JobSubmittedEvent => event.type === "job-submitted");
  const disputed = events.find((event): event is JobDisputedEvent => event.type === "job-disputed");
  const [openedAt, submittedAt] = await Promise.all([
    timestampOf(client, jobId, opened.blockNumber, slot, signal),
    submitted === undefined ? null : timestampOf(client, jobId, submitted.blockNumber, slot, signal),
  ]);
  return {
    jobId,
    state: slot.state,
    terms: opened.terms,
    specRoot: opened.specRoot,
    openedAt,
    openedBlock: opened.blockNumber,
    submittedAt,
    submittedBlock: submitted?.blockNumber ?? null,
    resultDigest: submitted?.resultDigest ?? null,
    resultRoot: submitted?.resultRoot ?? null,
    disputedAt: disputed === undefined ? null : disputed.rulingUntil - opened.terms.rulingSeconds,
    caseOpened: events.some((event) => event.type === "job-case-opened"),
    steppedAt: slot.steppedAt,
    steppedBlock: slot.steppedBlock,
    events,
  };
}

const JOB_EVENT_TYPES = [
  "job-opened",
  "job-declined",
  "job-canceled",
  "job-submitted",
  "job-completed",
  "job-expired",
  "job-disputed",
  "job-case-opened",
  "job-conceded",
  "job-ruled",
  "job-split",
] as const satisfies readonly JobEvent["type"][];

/** Follows a job's events from the last to the first. */
async function readHistory(
  client: WattleClient,
  jobId: string,
  lastBlock: number,
  signal: AbortSignal | undefined,
): Promise<JobEvent[]> {
  const filter = escrowLogFilter(client, { types: JOB_EVENT_TYPES, jobId });
  let events: JobEvent[] = [];
  for (let block = lastBlock; ;) {
    const logs = await reading(
      client.provider.getLogs({ ...filter, fromBlock: block, toBlock: block }),
      signal,
    );
    const steps = logs.map((log) => decodeEscrowEvent(client, log) as JobEvent);
    const [first] = steps;
    if (first === undefined) throw new JobHistoryUnavailableError(jobId, block);
    events = [...steps, ...events];
    if (first.type === "job-opened") return events;
    // A step can only follow one in an earlier block, or stand behind it in the same one.
    if (first.previousBlock >= block) throw new JobHistoryUnavailableError(jobId, block);
    block = first.previousBlock;
  }
}

async function timestampOf(
  client: WattleClient,
  jobId: string,
  blockNumber: number,
  slot: JobSlot,
  signal: AbortSignal | undefined,
): Promise<number> {
  if (blockNumber === slot.steppedBlock) return slot.steppedAt;
  const block = await reading(client.provider.getBlock(blockNumber), signal);
  if (block === null) throw new JobHistoryUnavailableError(jobId, blockNumber);
  return block.timestamp;
}
