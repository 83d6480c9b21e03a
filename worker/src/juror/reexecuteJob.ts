import {
  compareOutputs,
  DigestMismatchError,
  DocumentTooLargeError,
  getProvider,
  type Job,
  type JobManifest,
  ManifestInvalidError,
  NotCanonicalError,
  ResultInvalidError,
  type WattleClient,
} from "@wattle/sdk";
import {
  BlobTooLargeError,
  BlobUnavailableError,
  DecryptionError,
  InvalidKeyError,
  recipientOfIdentity,
} from "@wattle/sdk/blobs";
import { fetchResult, type FetchResultReturnType } from "@wattle/sdk/jobs";
import type { Runtime, RunResult } from "../runtime/types.ts";
import { type OpenedJob, openJob } from "./openJob.ts";
import { runOpenedJob } from "./runOpenedJob.ts";

/** What {@link reexecuteJob} takes. */
export interface ReexecuteJobParameters {
  readonly job: Job;
  /** The job's own key, as its client disclosed it (`AGE-SECRET-KEY-1…`). */
  readonly identity: string;
  /** Where the job runs again. */
  readonly runtime: Runtime;
  readonly signal?: AbortSignal | undefined;
}

/** What came of running a job again. */
export interface Finding {
  /** Whether the submitted result is what the manifest asks for. */
  readonly providerRight: boolean;
  /** Why, in words. */
  readonly reason: string;
}

/** What says that bytes are missing or not what they should be; anything else is trouble of one's own. */
const FAULTS = [
  BlobTooLargeError,
  BlobUnavailableError,
  DecryptionError,
  DigestMismatchError,
  DocumentTooLargeError,
  InvalidKeyError,
  ManifestInvalidError,
  NotCanonicalError,
  ResultInvalidError,
];

/** Stores get a second chance, not a minute. */
const PATIENCE = { retries: 1, stallTimeoutMs: 10_000 };

/**
 * Judges a result: fetches the manifest and exactly the ciphertext that was submitted, decrypts both with the disclosed
 * key, runs the job again and compares by the manifest's rule.
 *
 * What the client owes (its key, the manifest, the inputs) and is missing or wrong speaks for the provider; what the
 * provider owes (the result) and is missing or wrong speaks against it.
 *
 * @throws Error when the job cannot be run here, so that nothing can be said.
 */
export async function reexecuteJob(
  client: WattleClient,
  parameters: ReexecuteJobParameters,
): Promise<Finding> {
  const { job, identity, runtime, signal } = parameters;
  const given = await faultOr(openDisclosed(client, parameters));
  if ("fault" in given) return { providerRight: true, reason: `of what the client owes: ${given.fault}` };
  const opened = given.value;
  const { manifest } = opened;

  const submitted = await faultOr(
    fetchResult(client, { job, jobKey: { identity }, manifest, ...PATIENCE, signal }),
  );
  if ("fault" in submitted)
    return { providerRight: false, reason: `of what the provider owes: ${submitted.fault}` };

  const run = await runOpenedJob(runtime, opened, signal);
  return compareRuns(manifest, submitted.value, run);
}

async function openDisclosed(
  client: WattleClient,
  { job, identity, signal }: ReexecuteJobParameters,
): Promise<OpenedJob> {
  const { endpoint } = await getProvider(client, { provider: job.terms.provider, signal });
  const opened = await openJob(job, endpoint, { ...PATIENCE, identity, signal });
  // The provider encrypted to the job's key: with another key, its result would only seem to be unreadable.
  if (opened.manifest.recipients[0] !== (await recipientOfIdentity(identity)))
    throw new InvalidKeyError("the job's own key");
  return opened;
}

function compareRuns(
  manifest: JobManifest,
  { result, outputs }: FetchResultReturnType,
  run: RunResult,
): Finding {
  const [said, found] = [result.outcome.status, run.outcome.status];
  if (said !== found) {
    // A slower machine reaches a limit that another does not: that is no evidence.
    if (said === "run-limit" || found === "run-limit")
      throw new Error(`The run ended here with ${found}, there with ${said}: nothing can be said.`);
    return { providerRight: false, reason: `its run ended with ${said}, this one with ${found}` };
  }
  const compared = compareOutputs(
    manifest.comparison,
    Object.fromEntries(run.outputs),
    Object.fromEntries(outputs),
  );
  const [mismatch] = compared.mismatches;
  return mismatch === undefined
    ? { providerRight: true, reason: `the outputs agree (${manifest.comparison.mode})` }
    : {
        providerRight: false,
        reason: `${String(mismatch.differing)} of ${String(mismatch.total)} values of "${mismatch.name}" differ (${manifest.comparison.mode})`,
      };
}

async function faultOr<T>(work: Promise<T>): Promise<{ value: T } | { fault: string }> {
  try {
    return { value: await work };
  } catch (error) {
    if (!FAULTS.some((fault) => error instanceof fault)) throw error;
    return { fault: (error as Error).message };
  }
}
