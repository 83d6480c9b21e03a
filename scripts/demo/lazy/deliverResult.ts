import { encodeResult, type Job, type JobManifest, submitResult, type WattleClient } from "@wattle/sdk";
import { blobUrl, sealBlob, sealEnvelope, signUploadToken, uploadBlob } from "@wattle/sdk/blobs";
import type { RunResult } from "@wattle/worker";

/** What {@link deliverResult} takes. */
export interface DeliverResultParameters {
  readonly job: Job;
  readonly manifest: JobManifest;
  readonly run: RunResult;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Encrypts, uploads and submits whatever a provider says is the result, through the SDK alone.
 *
 * @param client Its signer is an operator of the provider.
 */
export async function deliverResult(
  client: WattleClient,
  { job, manifest, run, signal }: DeliverResultParameters,
): Promise<void> {
  const { recipients, resultStore: store } = manifest;
  const { terms, jobId } = job;
  const { signer } = client;
  if (signer === null) throw new Error("A provider needs its operator's key.");
  const upload = async ({ bytes, tree }: Awaited<ReturnType<typeof sealEnvelope>>): Promise<void> => {
    const token = await signUploadToken(signer, {
      chainId: BigInt(client.chainId),
      escrow: client.deployment.contracts.jobEscrow,
      store,
      account: terms.provider,
      jobId,
      root: tree.root,
      size: tree.size,
    });
    await uploadBlob({ store, bytes, tree, token, ...(signal !== undefined && { signal }) });
  };
  const outputs = await Promise.all(
    [...run.outputs].map(async ([name, bytes]) => {
      const sealed = await sealBlob(bytes, recipients);
      await upload(sealed);
      return { name, blob: sealed.at([blobUrl(store, sealed.tree.root)]) };
    }),
  );
  const document = encodeResult({
    version: 1,
    jobId,
    specDigest: terms.specDigest,
    outcome: run.outcome,
    outputs,
    usage: { runMs: Math.round(run.runMs), adapter: run.adapter, energyMillijoules: null },
  });
  const envelope = await sealEnvelope(document, recipients);
  await upload(envelope);
  await submitResult(client, {
    terms,
    resultDigest: document.digest,
    resultRoot: envelope.tree.root,
    signal,
  });
}
