import { mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { encodeResult, type JobManifest, type JobResult } from "@wattle/sdk";
import { blobUrl, normalizeStore, sealBlob, sealEnvelope } from "@wattle/sdk/blobs";
import type { RunResult } from "../runtime/types.ts";
import type { JobRecord, SealedResult } from "./jobRecord.ts";

/**
 * Encrypts what a run gave, for the recipients that the manifest names, and writes it to disk as it will be uploaded.
 * When this returns it survives a loss of power.
 *
 * @param folder The job's own folder.
 */
export async function sealResult(
  job: JobRecord,
  manifest: JobManifest,
  run: RunResult,
  folder: string,
): Promise<SealedResult> {
  const store = normalizeStore(manifest.resultStore);
  const outbox = join(folder, "outbox");
  // What an interrupted attempt left there belongs to other bytes.
  await rm(outbox, { recursive: true, force: true });
  await mkdir(outbox, { recursive: true, mode: 0o700 });
  const files: string[] = [];
  const outputs: JobResult["outputs"] = [];
  for (const [name, bytes] of run.outputs) {
    const sealed = await sealBlob(bytes, manifest.recipients);
    const file = join("outbox", `${name}.age`);
    await writeDurably(join(folder, file), sealed.bytes);
    files.push(file);
    outputs.push({ name, blob: sealed.at([blobUrl(store, sealed.tree.root)]) });
  }
  const document = encodeResult({
    version: 1,
    jobId: job.jobId.toLowerCase(),
    specDigest: job.terms.specDigest.toLowerCase(),
    outcome: run.outcome,
    outputs,
    usage: { runMs: run.runMs, adapter: run.adapter, energyMillijoules: null },
  });
  const envelope = await sealEnvelope(document, manifest.recipients);
  const file = join("outbox", "result.envelope");
  await writeDurably(join(folder, file), envelope.bytes);
  files.push(file);
  await syncFolder(outbox);
  await syncFolder(folder);
  return { digest: document.digest, root: envelope.tree.root, store, files };
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const partial = `${path}.partial`;
  const handle = await open(partial, "w", 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(partial, path);
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
