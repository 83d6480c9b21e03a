import { getProvider } from "../actions/provider/getProvider.ts";
import { takeOffer, type TakeOfferReturnType } from "../actions/offers/takeOffer.ts";
import type { WriteOptions } from "../chain/writeOptions.ts";
import type { WattleClient } from "../client/wattleClient.ts";
import type { SignedOffer } from "../types/offer.ts";
import { createJob, type CreateJobParameters, type CreateJobReturnType } from "./createJob.ts";

/** What {@link runJob} takes. */
export interface RunJobParameters extends Omit<CreateJobParameters, "provider">, SignedOffer, WriteOptions {
  /** How long the job may run; the price is the rate times this. */
  readonly runLimitSeconds: number;
}

/** What {@link runJob} returns: keep `jobKey`, nothing else can read the result. */
export type RunJobReturnType = CreateJobReturnType & TakeOfferReturnType;

/**
 * Puts a job together and opens it: {@link createJob} for the offer's provider, then {@link takeOffer}. Follow it with
 * `watchJob`, and get its result with {@link fetchResult}.
 *
 * @throws As {@link createJob}, {@link getProvider} and {@link takeOffer}.
 *
 * @example
 * ```ts
 * import { findOffers } from "@wattle/sdk";
 * import { runJob } from "@wattle/sdk/jobs";
 *
 * const { matches } = await findOffers(client, { token, runLimitSeconds: 120 });
 * const { jobId, jobKey } = await runJob(client, {
 *   ...matches[0],
 *   runLimitSeconds: 120,
 *   program,
 *   inputs: { scene: sceneBytes },
 *   comparison: { mode: "exact" },
 *   requirements: { bufferBytes: 2 ** 24, memoryBytes: 2 ** 28 },
 * });
 * ```
 */
export async function runJob(client: WattleClient, parameters: RunJobParameters): Promise<RunJobReturnType> {
  const { offer, signature, runLimitSeconds, confirmations, onHash, signal } = parameters;
  const provider = await getProvider(client, { provider: offer.provider, signal });
  const created = await createJob(client, { ...parameters, provider });
  const { specDigest, specRoot } = created;
  const taken = await takeOffer(client, {
    offer,
    signature,
    runLimitSeconds,
    specDigest,
    specRoot,
    confirmations,
    signal,
    onHash,
  });
  return { ...created, ...taken };
}
