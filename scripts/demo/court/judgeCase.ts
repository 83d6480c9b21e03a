import { type Attestation, getCase, getJob, signRuling, type WattleClient } from "@wattle/sdk";
import { decryptWith } from "@wattle/sdk/blobs";
import { type Finding, reexecuteJob, type Runtime } from "@wattle/worker";

/** What {@link judgeCase} takes. */
export interface JudgeCaseParameters {
  readonly adjudicator: string;
  /** The job in dispute. */
  readonly jobId: string;
  /** The job's key, encrypted to this signer among others: see {@link discloseKey}. */
  readonly disclosure: Uint8Array;
  /** The signer's age identity. */
  readonly identity: string;
  readonly runtime: Runtime;
  readonly signal?: AbortSignal | undefined;
}

/** One signer's word and why it gave it. */
export interface Judgement extends Finding {
  readonly attestation: Attestation;
}

/**
 * What a signer of an attested adjudicator does: makes sure that there is such a case, runs the job again and signs what
 * it found itself. It asks nobody else, and nobody tells it what to find.
 *
 * @param client Its signer signs.
 * @throws Error when there is nothing to rule on, or the signer cannot tell.
 */
export async function judgeCase(client: WattleClient, parameters: JudgeCaseParameters): Promise<Judgement> {
  const { adjudicator, jobId, disclosure, runtime, signal } = parameters;
  const job = await getJob(client, { jobId, signal });
  const { state } = await getCase(client, { adjudicator, caseId: jobId, signal });
  if (state !== "open" || job.state !== "disputed")
    throw new Error(`Job ${jobId} is ${job.state} and its case ${state}: there is nothing to rule on.`);
  const identity = new TextDecoder().decode(await decryptWith(parameters.identity, disclosure));
  const finding = await reexecuteJob(client, { job, identity, runtime, signal });
  const { providerRight } = finding;
  return { ...finding, attestation: await signRuling(client, { adjudicator, caseId: jobId, providerRight }) };
}
