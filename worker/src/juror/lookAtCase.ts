import { getJob, type WattleClient } from "@wattle/sdk";
import { DecryptionError, InvalidKeyError, type LocationPolicy, normalizeStore } from "@wattle/sdk/blobs";
import { fetchDisclosedKey, getJobStores } from "@wattle/sdk/jobs";
import type { Policy } from "../config/schema.ts";
import { checkManifest } from "../jobs/checkManifest.ts";
import { JobRefusedError } from "../jobs/refusal.ts";
import type { AdapterLimits, Runtime, RunResult } from "../runtime/types.ts";
import type { Assignment, Look, LookContext } from "./caseJudge.ts";
import { type Examination, examineResult } from "./examineResult.ts";
import type { OpenedJob } from "./openJob.ts";
import { clientOwes, type Finding, providerOwes } from "./reexecuteJob.ts";
import { runOpenedJob } from "./runOpenedJob.ts";

/** What {@link lookAtCase} works with. */
export interface LookAtCaseParameters {
  readonly client: WattleClient;
  readonly runtime: Runtime;
  /** What the machine can run, and may. */
  readonly limits: AdapterLimits;
  readonly policy: Policy;
  /** The provider's age identity, which disclosures are encrypted to. */
  readonly identity: string;
  /** Base address of the provider's own store. */
  readonly relay: string;
  /** Base addresses of further stores that a disclosure may lie in. */
  readonly stores: readonly string[];
  readonly allowLocation: LocationPolicy;
  /** Unix seconds of the chain. */
  readonly now: () => number;
}

/** The store is asked again soon, and for as long as there is time. */
const STALL_TIMEOUT_MS = 10_000;

/** How much longer than its limit a job may run here, where its provider says that it ended within it. */
const LONGER = 4;

/**
 * Looks at a case once: asks for the disclosed key, fetches everything, runs the job again and compares.
 *
 * @throws Whatever is trouble of this worker's own.
 */
export async function lookAtCase(parameters: LookAtCaseParameters, context: LookContext): Promise<Look> {
  const { client, allowLocation, now } = parameters;
  const { courtCase } = context.assignment;
  const { signal } = context;
  const { keys, isWrong } = await disclosedKeys(parameters, courtCase.caseId, signal);
  const fault = isWrong ? "what it disclosed is no key" : "its key is not disclosed";
  let seen: Look = { finding: { providerRight: true, reason: clientOwes(fault) }, isFinal: false };
  if (keys.length === 0) return seen;
  const job = await getJob(client, { jobId: courtCase.caseId, signal });
  // First where the client left copies: what lies with the job's provider, it may delete.
  const stores = [...new Set([parameters.relay, ...(await getJobStores(client, { job, signal }))])];
  for (const identity of keys) {
    try {
      const run = async (opened: OpenedJob): Promise<RunResult> => runAgain(parameters, context, opened);
      const resultWithinMs = Math.max(0, (context.assignment.startUntil - now()) * 1000);
      const examining = { job, identity, stores, run, allowLocation, resultWithinMs, signal };
      const examined = await examineResult(client, examining);
      seen = judge(examined, context);
      // Another store may have the key that opens what this one did not.
      if (examined.kind !== "client-owes") return seen;
    } catch (error) {
      if (!(error instanceof JobRefusedError)) throw error;
      const reason = `nothing can be said, for this machine cannot run it: ${error.message}`;
      return { finding: { providerRight: true, reason }, isFinal: true };
    }
  }
  return seen;
}

/** Says what a look at a result is worth. */
function judge(examined: Examination, { assignment, unequalLimits }: LookContext): Look {
  switch (examined.kind) {
    case "client-owes":
      // It may disclose again, and what is missing may come back.
      return { finding: { providerRight: true, reason: clientOwes(examined.fault) }, isFinal: false };
    case "provider-owes": {
      const finding = { providerRight: false, reason: providerOwes(examined.fault) };
      return { finding, isFinal: !examined.mayCome };
    }
    case "store-refused": {
      // The client may leave a copy here yet.
      const reason = `nothing can be said, for this worker does not ask ${examined.store}`;
      return { finding: { providerRight: true, reason }, isFinal: false };
    }
    case "limits-differ":
      return {
        finding: weighLimits(examined, assignment),
        isFinal: unequalLimits > 0,
        haveUnequalLimits: true,
      };
    case "compared": {
      const { providerRight, reason } = examined;
      return { finding: { providerRight, reason }, isFinal: true };
    }
  }
}

/**
 * Where only one of the two runs reached its limit: machines differ, so near the limit that says nothing. A run that
 * ended here in half the time says that the provider's did not reach the limit, or not on the machine that the court
 * asks for; otherwise a provider could claim the limit for every job, and never compute one.
 */
function weighLimits(
  { said, run }: Extract<Examination, { kind: "limits-differ" }>,
  { courtCase }: Assignment,
): Finding {
  const seconds = (run.runMs / 1000).toFixed(1);
  const limitSeconds = courtCase.openedCase.runLimitSeconds;
  if (run.outcome.status === "run-limit") {
    const reason = `nothing can be said: its run ended with ${said.status}, this one had not after ${seconds} s`;
    return { providerRight: true, reason };
  }
  const how = `its run reached the limit of ${limitSeconds} s, this one ended with ${run.outcome.status} after ${seconds} s`;
  return run.runMs * 2 <= limitSeconds * 1000
    ? { providerRight: false, reason: how }
    : { providerRight: true, reason: `nothing can be said: ${how}` };
}

async function runAgain(
  { runtime, policy, limits, now }: LookAtCaseParameters,
  { assignment, unequalLimits, inPlace, signal }: LookContext,
  opened: OpenedJob,
): Promise<RunResult> {
  checkManifest(opened.manifest, policy, limits);
  return inPlace(async () => {
    const limitMs = opened.job.terms.runLimitSeconds * 1000;
    const leftMs = (assignment.answerUntil - now()) * 1000;
    const longerMs = Math.max(limitMs, Math.min(limitMs * LONGER, leftMs));
    return runOpenedJob(runtime, opened, signal, unequalLimits > 0 ? longerMs : limitMs);
  });
}

/** What the job's client disclosed, here first: only the client can have left it at the juror's own store. */
async function disclosedKeys(
  { identity, relay, stores, allowLocation }: LookAtCaseParameters,
  jobId: string,
  signal: AbortSignal,
): Promise<{ keys: string[]; isWrong: boolean }> {
  const keys = new Set<string>();
  const options = { jobId, identity, allowLocation, stallTimeoutMs: STALL_TIMEOUT_MS, signal };
  let isWrong = false;
  let trouble: unknown = null;
  for (const store of new Set([relay, ...stores.map(normalizeStore)])) {
    try {
      const key = await fetchDisclosedKey({ store, ...options });
      if (key !== null) keys.add(key.identity);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof DecryptionError || error instanceof InvalidKeyError) isWrong = true;
      else if (store === relay) trouble = error;
    }
  }
  // The client can do nothing about a store of ours that does not answer.
  if (keys.size === 0 && trouble !== null) throw trouble;
  return { keys: [...keys], isWrong };
}
