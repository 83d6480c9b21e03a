import { patiently } from "../../chain/patiently.ts";
import { sleep } from "../../chain/sleep.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { Job } from "../../types/job.ts";
import { isFinalState } from "../../types/jobState.ts";
import { getJob, type GetJobErrorType } from "./getJob.ts";
import { getJobSlot } from "./getJobSlot.ts";

/** What {@link watchJob} takes. */
export interface WatchJobParameters {
  readonly jobId: string;
  /** Pause between two looks, in milliseconds. Default: the client's. */
  readonly pollingIntervalMs?: number;
  /** How long the endpoint may fail before the watch ends, in milliseconds. Default: a minute. */
  readonly patienceMs?: number;
  /** Ends the watch; its reason is thrown. */
  readonly signal?: AbortSignal | undefined;
}

/** What {@link watchJob} throws. */
export type WatchJobErrorType = GetJobErrorType;

/**
 * Follows a job: yields it as it is, and again each time that it changes, up to its final state. An endpoint that
 * fails for a moment does not end it.
 *
 * @throws Any {@link WatchJobErrorType}, or the signal's reason.
 *
 * @example
 * ```ts
 * import { watchJob } from "@wattle/sdk";
 *
 * for await (const job of watchJob(client, { jobId, signal: AbortSignal.timeout(600_000) })) {
 *   console.log(job.state);
 *   if (job.state === "submitted") break;
 * }
 * ```
 */
export async function* watchJob(
  client: WattleClient,
  { jobId, pollingIntervalMs = client.pollingIntervalMs, patienceMs, signal }: WatchJobParameters,
): AsyncGenerator<Job, void> {
  const patience = { pauseMs: pollingIntervalMs, patienceMs, signal };
  let seen: Job | null = null;
  for (;;) {
    const last: Job | null = seen;
    const changed: Job | null = await patiently(() => readChange(client, jobId, last, signal), patience);
    if (changed !== null) {
      yield changed;
      if (isFinalState(changed.state)) return;
      seen = changed;
    }
    await sleep(pollingIntervalMs, signal);
  }
}

/** The job if it has stepped since it was seen last; null if not. */
async function readChange(
  client: WattleClient,
  jobId: string,
  seen: Job | null,
  signal: AbortSignal | undefined,
): Promise<Job | null> {
  const slot = await getJobSlot(client, { jobId, signal });
  const same = seen?.state === slot.state && seen.steppedBlock === slot.steppedBlock;
  return same ? null : getJob(client, { jobId, signal });
}
