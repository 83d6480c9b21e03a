import type { Request } from "@wattle/sdk";
import { parseRequestStore, type RequestStore } from "@wattle/sdk/blobs";
import { ZeroAddress } from "ethers";
import { sameAddress } from "../chain/sameAddress.ts";
import type { Policy, RequestPolicy } from "../config/schema.ts";
import { rateFloorOf } from "../jobs/rateFloorOf.ts";
import { JobRefusedError } from "../jobs/refusal.ts";

/** What the operator allows, of all jobs and of those from open requests. */
export interface RequestRules {
  /** The provider's id. */
  readonly provider: string;
  readonly policy: Policy;
  readonly requests: RequestPolicy;
}

/**
 * Checks what a request asks for against the operator's policy.
 *
 * @returns The least rate that the operator takes its token for, in base units a second.
 * @throws {@link JobRefusedError}
 */
export function checkRequest(request: Request, { provider, policy, requests }: RequestRules): bigint {
  const { taker, token, runLimitSeconds, collateral, adjudicator, maxRatePerSecond } = request;
  if (taker !== ZeroAddress && !sameAddress(taker, provider)) {
    throw new JobRefusedError(`It is for provider ${taker} only.`);
  }
  const maxRunSeconds = Math.min(policy.maxRunSeconds, requests.maxRunSeconds ?? policy.maxRunSeconds);
  if (runLimitSeconds > maxRunSeconds) {
    throw new JobRefusedError(
      `Its run limit of ${runLimitSeconds} s exceeds the ${maxRunSeconds} s accepted.`,
    );
  }
  if (collateral > requests.maxCollateral) {
    throw new JobRefusedError(`It locks ${collateral}, more than the ${requests.maxCollateral} accepted.`);
  }
  checkWindows(request, requests);
  if (!requests.adjudicators.some((accepted) => sameAddress(accepted, adjudicator))) {
    throw new JobRefusedError(`The adjudicator ${adjudicator} is not accepted.`);
  }
  const floor = rateFloorOf(policy.minRatePerSecond, token);
  const least = rateFloorOf(requests.minRatePerSecond, token);
  const isAccepted = floor !== undefined || Object.keys(policy.minRatePerSecond).length === 0;
  if (least === undefined || !isAccepted) {
    throw new JobRefusedError(`It pays in ${token}, which is not accepted.`);
  }
  const leastRate = floor !== undefined && floor > least ? floor : least;
  checkRate(maxRatePerSecond, leastRate);
  return leastRate;
}

/** @throws {@link JobRefusedError} when a client could profit from how short or long its windows are. */
function checkWindows(request: Request, requests: RequestPolicy): void {
  const { adjudicator, declineSeconds, slackSeconds, reviewSeconds, rulingSeconds, noRulingBps } = request;
  // Where nobody is asked, there is nobody who would need the time.
  const minRulingSeconds = adjudicator === ZeroAddress ? 1 : requests.minRulingSeconds;
  const limits = [
    ["decline window", declineSeconds, requests.minDeclineSeconds, Infinity, "s"],
    ["slack", slackSeconds, requests.minSlackSeconds, Infinity, "s"],
    ["review", reviewSeconds, 1, requests.maxReviewSeconds, "s"],
    ["time for a ruling", rulingSeconds, minRulingSeconds, requests.maxRulingSeconds, "s"],
    ["part without a ruling", noRulingBps, requests.minNoRulingBps, Infinity, "ten-thousandths"],
  ] as const;
  for (const [what, value, least, most, unit] of limits) {
    if (value < least) {
      throw new JobRefusedError(
        `Its ${what} of ${value} ${unit} is less than the ${least} ${unit} accepted.`,
      );
    }
    if (value > most) {
      throw new JobRefusedError(`Its ${what} of ${value} ${unit} exceeds the ${most} ${unit} accepted.`);
    }
  }
}

/** @throws {@link JobRefusedError} when a request never pays that much. */
export function checkRate(maxRatePerSecond: bigint, leastRate: bigint): void {
  if (maxRatePerSecond >= leastRate) return;
  throw new JobRefusedError(
    `It pays at most ${maxRatePerSecond} a second, less than the ${leastRate} asked.`,
  );
}

/**
 * Reads what was published with a request. What is wrong with it is not repeated: it may hold a key.
 *
 * @throws {@link JobRefusedError}
 */
export async function readStore(text: string): Promise<RequestStore> {
  try {
    return await parseRequestStore(text);
  } catch {
    throw new JobRefusedError("The request names no store that can be used.");
  }
}
