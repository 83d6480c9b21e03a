import {
  compareOutputs,
  DigestMismatchError,
  DocumentTooLargeError,
  type Job,
  type JobManifest,
  type JobOutcome,
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
  type LocationPolicy,
  recipientOfIdentity,
} from "@wattle/sdk/blobs";
import { fetchResult, type FetchResultReturnType } from "@wattle/sdk/jobs";
import type { RunResult } from "../runtime/types.ts";
import { type OpenedJob, openJob } from "./openJob.ts";

/** What {@link examineResult} takes. */
export interface ExamineResultParameters {
  readonly job: Job;
  /** The job's own key, as its client disclosed it (`AGE-SECRET-KEY-1…`). */
  readonly identity: string;
  /** Base addresses of the stores that may have the manifest. */
  readonly stores: readonly string[];
  /** Runs the job again. */
  readonly run: (opened: OpenedJob) => Promise<RunResult>;
  /** Default: all addresses may be asked. */
  readonly allowLocation?: LocationPolicy | undefined;
  /** How long the result may take to arrive, in milliseconds. Default: for ever. */
  readonly resultWithinMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What speaks for or against a submitted result. */
export type Examination =
  /** The client owes something that is missing or wrong; it may still come. */
  | { readonly kind: "client-owes"; readonly fault: string }
  /** The provider owes something that is missing, which may still come, or wrong. */
  | { readonly kind: "provider-owes"; readonly fault: string; readonly mayCome: boolean }
  /** This caller's policy does not allow to ask the store that the result should lie in. */
  | { readonly kind: "store-refused"; readonly store: string }
  /** One of the two runs reached its limit, the other did not. */
  | { readonly kind: "limits-differ"; readonly said: JobOutcome; readonly run: RunResult }
  /** Both runs can be compared. */
  | { readonly kind: "compared"; readonly providerRight: boolean; readonly reason: string };

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
 * Fetches the manifest and exactly the ciphertext that was submitted, decrypts both with the disclosed key, runs the job
 * again and compares by the manifest's rule.
 *
 * @throws Whatever is trouble of one's own: an endpoint that fails, a machine that cannot run the job.
 */
export async function examineResult(
  client: WattleClient,
  parameters: ExamineResultParameters,
): Promise<Examination> {
  const { job, identity, run, allowLocation, resultWithinMs, signal } = parameters;
  const given = await faultOr(openDisclosed(parameters));
  if ("fault" in given) return { kind: "client-owes", fault: given.fault.message };
  const opened = given.value;
  const { manifest } = opened;

  const store = manifest.resultStore;
  const isRefused = allowLocation !== undefined && !(await allowLocation(new URL(store)));
  const late = resultWithinMs === undefined ? null : lateAfter(resultWithinMs);
  const waiting = AbortSignal.any([signal, late].filter((ending) => ending != null));
  const options = { ...PATIENCE, allowLocation, signal: waiting };
  // What its client left here counts only where the store itself may not be asked: it is there that the result is owed.
  const elsewhere = isRefused ? { resultStores: parameters.stores, retries: parameters.stores.length } : {};
  const asked = { job, jobKey: { identity }, manifest, ...options, ...elsewhere };
  const fetching = fetchResult(client, asked);
  const submitted = await faultOr(fetching).catch((error: unknown) => {
    // A store that sends a byte now and then could keep the jurors from any answer.
    if (late?.aborted !== true || signal?.aborted === true) throw error;
    return { fault: new BlobUnavailableError([{ location: store, error: LATE }]) };
  });
  if ("fault" in submitted) {
    const { fault } = submitted;
    const mayCome = fault instanceof BlobUnavailableError;
    if (isRefused && mayCome) return { kind: "store-refused", store };
    return { kind: "provider-owes", fault: fault.message, mayCome };
  }
  return compareRuns(manifest, submitted.value, await run(opened));
}

/** Timers of Node count to 2^31 - 1 milliseconds. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

const LATE = new Error("the result did not arrive in time.");

function lateAfter(ms: number): AbortSignal {
  return AbortSignal.timeout(Math.min(ms, LONGEST_TIMER_MS));
}

async function openDisclosed(parameters: ExamineResultParameters): Promise<OpenedJob> {
  const { job, identity, stores, allowLocation, signal } = parameters;
  const opened = await openJob(job, stores, { ...PATIENCE, identity, allowLocation, signal });
  // The provider encrypted to the job's key: with another key, its result would only seem to be unreadable.
  if (opened.manifest.recipients[0] !== (await recipientOfIdentity(identity)))
    throw new InvalidKeyError("the job's own key");
  return opened;
}

function compareRuns(
  manifest: JobManifest,
  { result, outputs }: FetchResultReturnType,
  run: RunResult,
): Examination {
  const [said, found] = [result.outcome.status, run.outcome.status];
  if (said !== found) {
    // A slower machine reaches a limit that another does not: that alone is no evidence.
    if (said === "run-limit" || found === "run-limit")
      return { kind: "limits-differ", said: result.outcome, run };
    const reason = `its run ended with ${said}, this one with ${found}`;
    return { kind: "compared", providerRight: false, reason };
  }
  const compared = compareOutputs(
    manifest.comparison,
    Object.fromEntries(run.outputs),
    Object.fromEntries(outputs),
  );
  const [mismatch] = compared.mismatches;
  const rule = manifest.comparison.mode;
  if (mismatch === undefined)
    return { kind: "compared", providerRight: true, reason: `the outputs agree (${rule})` };
  const { differing, total, name } = mismatch;
  const reason = `${String(differing)} of ${String(total)} values of "${name}" differ (${rule})`;
  return { kind: "compared", providerRight: false, reason };
}

async function faultOr<T>(work: Promise<T>): Promise<{ value: T } | { fault: Error }> {
  try {
    return { value: await work };
  } catch (error) {
    if (!FAULTS.some((fault) => error instanceof fault)) throw error;
    return { fault: error as Error };
  }
}
