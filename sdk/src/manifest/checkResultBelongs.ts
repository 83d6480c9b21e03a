import { ResultInvalidError } from "./errors.ts";
import type { JobManifest } from "./jobManifest.ts";
import type { JobResult } from "./jobResult.ts";

/** The job that a result must belong to. */
export interface ResultOwner {
  /** Id of the job on chain (0x hex). */
  readonly jobId: string;
  /** Digest of its manifest (0x hex). */
  readonly specDigest: string;
  readonly manifest: JobManifest;
}

/**
 * Requires that a result belongs to a job: it names the job and its manifest, and a completed run delivers every
 * output of the manifest in its declared size, and nothing else.
 *
 * @throws {@link ResultInvalidError} naming the path and the rule.
 *
 * @example
 * ```ts
 * import { checkResultBelongs, parseResult } from "@wattle/sdk";
 *
 * const result = parseResult(bytes, job.resultDigest);
 * checkResultBelongs(result, { jobId: job.id, specDigest: terms.specDigest, manifest });
 * ```
 */
export function checkResultBelongs(result: JobResult, owner: ResultOwner): void {
  if (result.jobId !== owner.jobId.toLowerCase())
    throw new ResultInvalidError("jobId", "must be the job's id");
  if (result.specDigest !== owner.specDigest.toLowerCase()) {
    throw new ResultInvalidError("specDigest", "must be the job's specDigest");
  }
  const sizes = new Map<string, number>();
  for (const binding of owner.manifest.program.bindings) {
    if (binding.kind === "output") sizes.set(binding.name, binding.size);
  }
  for (const [index, { name, blob }] of result.outputs.entries()) {
    const size = sizes.get(name);
    if (size === undefined) {
      throw new ResultInvalidError(`outputs[${index}].name`, "must be an output of the manifest");
    }
    if (blob.plaintextSize !== size) {
      throw new ResultInvalidError(`outputs[${index}].blob.plaintextSize`, `must be ${size}`);
    }
    sizes.delete(name);
  }
  const [missing] = sizes.keys();
  if (result.outcome.status === "completed" && missing !== undefined) {
    throw new ResultInvalidError("outputs", `must contain ${missing}, because the run completed`);
  }
}
