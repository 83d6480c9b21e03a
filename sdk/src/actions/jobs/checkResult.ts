import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";
import { type JobState, jobStateOf } from "../../types/jobState.ts";
import type { JobTerms } from "../../types/jobTerms.ts";

/** What {@link checkResult} takes. */
export interface CheckResultParameters {
  /** The job's terms: `getJob` has them. */
  readonly terms: JobTerms;
  /** The sha2-256 of the canonical result that somebody shows (0x hex). */
  readonly resultDigest: string;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link checkResult} returns. */
export interface CheckResultReturnType {
  /** Where the job stands; only `completed` says that nobody can dispute the result any more. */
  readonly state: JobState;
  /** Whether the provider submitted this very result. */
  readonly submitted: boolean;
}

/** What {@link checkResult} throws. */
export type CheckResultErrorType = ReadErrorType;

/**
 * Asks what became of a job, and whether a result that somebody shows is the one that was submitted for it. It needs
 * neither logs nor a history, so that contracts can ask the same.
 *
 * @throws Any {@link CheckResultErrorType}.
 *
 * @example
 * ```ts
 * import { checkResult } from "@wattle/sdk";
 *
 * const { state, submitted } = await checkResult(client, { terms, resultDigest });
 * const isFinal = submitted && state === "completed";
 * ```
 */
export async function checkResult(
  client: WattleClient,
  { terms, resultDigest, signal }: CheckResultParameters,
): Promise<CheckResultReturnType> {
  const [state, submitted] = await reading(client.contracts.escrow.checkResult(terms, resultDigest), signal);
  return { state: jobStateOf(state), submitted };
}
