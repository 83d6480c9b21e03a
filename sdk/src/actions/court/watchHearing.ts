import { patiently } from "../../chain/patiently.ts";
import { sleep } from "../../chain/sleep.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { Hearing } from "../../types/court.ts";
import type { HearingName } from "./courtAt.ts";
import { getHearing, type GetHearingErrorType } from "./getHearing.ts";
import { readHearing } from "./readHearing.ts";

/** What {@link watchHearing} takes. */
export interface WatchHearingParameters extends HearingName {
  /** Pause between two looks, in milliseconds. Default: the client's. */
  readonly pollingIntervalMs?: number;
  /** How long the endpoint may fail before the watch ends, in milliseconds. Default: a minute. */
  readonly patienceMs?: number;
  /** Ends the watch; its reason is thrown. */
  readonly signal?: AbortSignal | undefined;
}

/** What {@link watchHearing} throws. */
export type WatchHearingErrorType = GetHearingErrorType;

/**
 * Follows a case that a slashing court has: yields it as it is, and again after each draw, vote and appeal, and when
 * time alone moves it to another stage, until it is finished. An endpoint that fails for a moment does not end it.
 *
 * @throws Any {@link WatchHearingErrorType}, or the signal's reason.
 *
 * @example
 * ```ts
 * import { applyRuling, finishCase, watchHearing } from "@wattle/sdk";
 *
 * for await (const { stage, ruling, openedCase } of watchHearing(client, { court, caseId: jobId, signal })) {
 *   if (stage !== "decided") continue;
 *   if (ruling !== "none") await applyRuling(client, { terms: job.terms });
 *   await finishCase(client, { court, openedCase });
 * }
 * ```
 */
export async function* watchHearing(
  client: WattleClient,
  parameters: WatchHearingParameters,
): AsyncGenerator<Hearing, void> {
  const { pollingIntervalMs = client.pollingIntervalMs, patienceMs, signal } = parameters;
  const patience = { pauseMs: pollingIntervalMs, patienceMs, signal };
  let seen: Hearing | null = null;
  for (;;) {
    const last: Hearing | null = seen;
    const now: Hearing = await patiently(() => readNow(client, parameters, last), patience);
    if (last === null || JSON.stringify(stateOf(now)) !== JSON.stringify(stateOf(last))) {
      yield now;
      if (now.stage === "finished") return;
      seen = now;
    }
    await sleep(pollingIntervalMs, signal);
  }
}

/** What there is to judge never changes, and is read once. */
async function readNow(
  client: WattleClient,
  parameters: WatchHearingParameters,
  last: Hearing | null,
): Promise<Hearing> {
  if (last === null) return getHearing(client, parameters);
  return { ...(await readHearing(client, parameters, parameters.signal)), openedCase: last.openedCase };
}

/** What can change: plain values all. */
function stateOf({ openedCase: _, ...state }: Hearing): Omit<Hearing, "openedCase"> {
  return state;
}
