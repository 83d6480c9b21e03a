import {
  acceptResult,
  getEscrowEvents,
  getJob,
  isFinalState,
  type JobState,
  type JobTerms,
  type WattleClient,
} from "@wattle/sdk";
import { fetchResult, runJob } from "@wattle/sdk/jobs";
import type { JobKey } from "@wattle/sdk/blobs";
import { setTimeout as sleep } from "node:timers/promises";
import { SQUARES } from "../runtime/support/programs.ts";
import { openBadJob } from "../support/badJob.ts";
import { bytes32 } from "../support/jobs.ts";
import { INCREMENT, jobOf, NUMBERS } from "../support/jobRequests.ts";
import type { TestProvider } from "../support/market.ts";
import { until } from "../support/until.ts";

/** What a client of the soak does. */
export const JOB_KINDS = ["accepted", "with an input", "left to itself", "broken", "bad"] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** A job that was opened. */
export interface SoakJob {
  readonly kind: JobKind;
  readonly jobId: string;
  readonly provider: TestProvider;
}

const BROKEN = { ...SQUARES, source: "this is no WGSL" };
const PATIENCE_MS = 180_000;
const ATTEMPTS = 8;

interface OpenedJob {
  readonly jobId: string;
  readonly terms: JobTerms;
  readonly jobKey: JobKey;
}

/** Opens a job, waits for its end as its client would, and returns it. What fails for a moment is tried again. */
export async function playJob(client: WattleClient, provider: TestProvider, kind: JobKind): Promise<SoakJob> {
  if (kind === "bad") {
    const jobId = await persist(async () => openBadJob(client, provider, { specRoot: bytes32(1) }));
    await untilState(client, jobId, isFinalState);
    return { kind, jobId, provider };
  }
  const opened = await persist(async () => open(client, provider, kind));
  const { jobId, terms, jobKey } = opened;
  await untilState(client, jobId, (state) => state === "submitted" || isFinalState(state));
  if (kind === "accepted" || kind === "with an input") {
    await persist(async () => fetchResult(client, { job: await getJob(client, { jobId }), jobKey }));
    await acceptResult(client, { terms });
  }
  await untilState(client, jobId, isFinalState);
  return { kind, jobId, provider };
}

async function open(client: WattleClient, provider: TestProvider, kind: JobKind): Promise<OpenedJob> {
  switch (kind) {
    case "with an input":
      return runJob(client, { ...jobOf(INCREMENT), ...provider.offer, inputs: { numbers: NUMBERS } });
    case "left to itself":
      return runJob(client, { ...jobOf(SQUARES), ...provider.hastyOffer });
    case "broken":
      return runJob(client, { ...jobOf(BROKEN), ...provider.hastyOffer });
    default:
      return runJob(client, { ...jobOf(SQUARES), ...provider.offer });
  }
}

/** What is wrong with how a job ended; empty when nothing is. */
export async function complaintsAbout(
  client: WattleClient,
  { jobId, kind, provider }: SoakJob,
): Promise<string[]> {
  const { state } = await getJob(client, { jobId });
  const wanted: JobState = kind === "bad" ? "declined" : "completed";
  const submissions = await getEscrowEvents(client, { types: ["job-submitted"], provider: provider.id });
  const count = submissions.filter((event) => event.jobId === jobId).length;
  return [
    ...(state === wanted ? [] : [`job ${jobId} (${kind}) is ${state}, not ${wanted}`]),
    ...(count === (kind === "bad" ? 0 : 1) ? [] : [`job ${jobId} (${kind}) was submitted ${count} times`]),
  ];
}

async function untilState(
  client: WattleClient,
  jobId: string,
  is: (state: JobState) => boolean,
): Promise<void> {
  await until(`job ${jobId} goes on`, async () => is((await getJob(client, { jobId })).state), PATIENCE_MS);
}

/** The relay is away for moments: a client comes back. */
async function persist<T>(attempt: () => Promise<T>): Promise<T> {
  for (let failures = 0; ; failures++) {
    try {
      return await attempt();
    } catch (error) {
      if (failures === ATTEMPTS) throw error;
      await sleep(500);
    }
  }
}
