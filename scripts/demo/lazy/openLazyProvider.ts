import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { getJob } from "@wattle/sdk";
import { openWgslRuntime } from "@wattle/worker";
import { LAZY_MACHINE } from "../machines.ts";
import {
  type Adjudication,
  enlistProvider,
  type ProviderKeys,
  type RegisteredProvider,
} from "../provider.ts";
import type { Screen } from "../screen.ts";
import type { Stage } from "../stage.ts";
import { computeJob } from "./computeJob.ts";
import { deliverResult } from "./deliverResult.ts";

/** A provider that wants the price of a run without all of its work. */
export interface LazyProvider extends RegisteredProvider {
  /** Runs the first pass of each step, leaves out the others, and submits what came of it. */
  deliver(jobId: string, signal: AbortSignal): Promise<{ readonly adapter: string }>;
}

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Registers the lazy provider, which has no worker: it does everything through the SDK. */
export async function openLazyProvider(
  stage: Stage,
  keys: ProviderKeys,
  screen: Screen,
  allowUnsandboxed: boolean,
  adjudication: Adjudication,
): Promise<LazyProvider> {
  const [registered, runtime] = await Promise.all([
    enlistProvider(stage, LAZY_MACHINE, keys, screen, adjudication),
    openWgslRuntime({
      cacheFolder: join(root, "cache/worker"),
      workFolder: join(stage.folder, LAZY_MACHINE.name.toLowerCase()),
      sandbox: allowUnsandboxed ? "unsandboxed" : "required",
    }),
  ]);
  const operator = stage.clientFor(keys.operator);
  return {
    ...registered,
    deliver: async (jobId, signal) => {
      const job = await getJob(operator, { jobId, signal });
      const { identity } = registered;
      const computed = await computeJob({
        job,
        store: stage.relayUrl,
        identity,
        runtime,
        mostPasses: 1,
        signal,
      });
      await deliverResult(operator, { job, ...computed, signal });
      return { adapter: runtime.driver.adapter };
    },
  };
}
