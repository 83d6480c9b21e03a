import { getProvider, type Job, type WattleClient } from "@wattle/sdk";
import type { Runtime } from "../runtime/types.ts";
import { examineResult } from "./examineResult.ts";
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
  { job, identity, runtime, signal }: ReexecuteJobParameters,
): Promise<Finding> {
  const { endpoint } = await getProvider(client, { provider: job.terms.provider, signal });
  const examination = await examineResult(client, {
    job,
    identity,
    stores: [endpoint],
    run: async (opened) => runOpenedJob(runtime, opened, signal),
    signal,
  });
  switch (examination.kind) {
    case "client-owes":
      return { providerRight: true, reason: clientOwes(examination.fault) };
    case "provider-owes":
      return { providerRight: false, reason: providerOwes(examination.fault) };
    case "compared":
      return { providerRight: examination.providerRight, reason: examination.reason };
    case "limits-differ": {
      const [found, said] = [examination.run.outcome.status, examination.said.status];
      throw new Error(`The run ended here with ${found}, there with ${said}: nothing can be said.`);
    }
    case "store-refused":
      throw new Error(`The store ${examination.store} may not be asked: nothing can be said.`);
  }
}

/** Says in words what the client did not give. */
export const clientOwes = (fault: string): string => `of what the client owes: ${fault}`;

/** Says in words what the provider did not give. */
export const providerOwes = (fault: string): string => `of what the provider owes: ${fault}`;
