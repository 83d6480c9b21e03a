import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type BlobRef, DigestMismatchError, type JobManifest, parseManifest, WattleError } from "@wattle/sdk";
import {
  blobUrl,
  BlobUnavailableError,
  DecryptionError,
  decryptWith,
  downloadBlob,
  ENVELOPE_MAX_BYTES,
  type LocationPolicy,
} from "@wattle/sdk/blobs";
import type { Policy } from "../config/schema.ts";
import type { AdapterLimits } from "../runtime/types.ts";
import { cachedBlob } from "./cachedBlob.ts";
import { checkManifest } from "./checkManifest.ts";
import { checkTerms } from "./checkTerms.ts";
import type { JobRecord } from "./jobRecord.ts";
import { JobRefusedError, JobUnavailableError } from "./refusal.ts";

/** What jobs are fetched with and held against. */
export interface FetchContext {
  /** Base address of the store that the manifest lies in. */
  readonly store: string;
  /** The age identity that manifest and inputs are encrypted to. */
  readonly identity: string;
  readonly policy: Policy;
  readonly limits: AdapterLimits;
  /** Which addresses a job may make the worker call. */
  readonly allowLocation: LocationPolicy;
}

/** A job, ready to run. */
export interface FetchedJob {
  readonly manifest: JobManifest;
  /** The bytes of each input, decrypted and verified. */
  readonly inputs: ReadonlyMap<string, Uint8Array>;
}

/** Whoever calls tries again for as long as there is time, and wants to know soon what is wrong. */
const PATIENCE = { retries: 1, stallTimeoutMs: 10_000 };

/**
 * Fetches, decrypts and verifies all that a job needs, and holds it against the operator's policy. Nothing of it is
 * believed that the job's terms do not prove.
 *
 * @param folder The job's own folder: what was fetched before is not fetched again.
 * @throws {@link JobRefusedError} when the job is one to decline.
 * @throws Errors with `retryable` when a store does not answer now, and the signal's reason.
 */
export async function fetchJob(
  job: JobRecord,
  folder: string,
  context: FetchContext,
  signal: AbortSignal,
): Promise<FetchedJob> {
  checkTerms(job.terms, context.policy);
  const { specRoot, terms } = job;
  const manifest = await fetchManifest({ specRoot, ...terms }, folder, context, signal);
  const inputs = await Promise.all(
    manifest.inputs.map(async ({ name, blob }) => {
      const path = join(folder, "inputs", `${name}.blob`);
      const bytes = await orRefuse(`Input ${name}`, fetchInput(blob, path, context, signal));
      return [name, bytes] as const;
    }),
  );
  return { manifest, inputs: new Map(inputs) };
}

/**
 * Fetches, decrypts and verifies a manifest, and holds it against the operator's policy.
 *
 * @param folder Where its envelope is kept; null to keep it nowhere.
 * @throws As {@link fetchJob}.
 */
export async function fetchManifest(
  { specRoot, specDigest }: { readonly specRoot: string; readonly specDigest: string },
  folder: string | null,
  { store, identity, allowLocation, policy, limits }: FetchContext,
  signal: AbortSignal,
): Promise<JobManifest> {
  const open = async (): Promise<JobManifest> => {
    const source = { root: specRoot, locations: [blobUrl(store, specRoot)] };
    const options = { ...PATIENCE, signal, allowLocation, maxBytes: ENVELOPE_MAX_BYTES };
    const envelope =
      folder === null
        ? await downloadBlob(source, options)
        : await cachedBlob(source, join(folder, "manifest.age"), options);
    return parseManifest(await decryptWith(identity, envelope), specDigest);
  };
  const manifest = await orRefuse("The manifest", open());
  checkManifest(manifest, policy, limits);
  if (!(await allowLocation(new URL(manifest.resultStore)))) {
    throw new JobRefusedError("This provider does not deliver to the job's result store.");
  }
  return manifest;
}

async function fetchInput(
  blob: BlobRef,
  path: string,
  { identity, policy, allowLocation }: FetchContext,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const options = { ...PATIENCE, signal, allowLocation, maxBytes: policy.maxInputBytes };
  const stored = await cachedBlob(blob, path, options);
  const bytes = blob.encryption === "none" ? stored : await decryptWith(identity, stored);
  const digest = `0x${createHash("sha256").update(bytes).digest("hex")}`;
  if (digest !== blob.plaintextDigest) {
    // The client's mistake, unless this machine's disk is to blame: the next look starts from the network.
    await rm(path, { force: true });
    throw new DigestMismatchError("decrypted input", blob.plaintextDigest, digest);
  }
  return bytes;
}

/** Names the part that is at fault, and turns what will not pass into a refusal. */
async function orRefuse<T>(what: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof WattleError)) throw error;
    const reason = `${what} ${whyNot(error)}`;
    throw error.retryable ? new JobUnavailableError(reason, error) : new JobRefusedError(reason, error);
  }
}

function whyNot(error: WattleError): string {
  if (error instanceof BlobUnavailableError) {
    const reasons = new Set(error.failures.map(({ error: failure }) => withoutAction(failure)));
    return `cannot be fetched: ${[...reasons].join(" ")}`;
  }
  if (error instanceof DecryptionError)
    return "cannot be decrypted with the key that the provider has for it.";
  return `is not usable: ${withoutAction(error)}`;
}

/** What to do about it is said to somebody else. */
function withoutAction(error: Error): string {
  if (!(error instanceof WattleError)) return error.message;
  return error.message.slice(0, error.message.length - error.action.length).trim();
}
