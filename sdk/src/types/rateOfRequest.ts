import type { Request } from "./request.ts";

/**
 * What a request pays at a time: from the start rate to the highest in a straight line, rounded down as the contract
 * does. It asks nothing of the chain.
 *
 * @param atSeconds Unix time in seconds.
 * @returns Base units of the payment token for each second of the run limit.
 *
 * @example
 * ```ts
 * import { priceOf, rateOfRequest } from "@wattle/sdk";
 *
 * const ratePerSecond = rateOfRequest(request, Date.now() / 1000);
 * const price = priceOf({ ratePerSecond, runLimitSeconds: request.runLimitSeconds });
 * ```
 */
export function rateOfRequest(
  request: Pick<Request, "startRatePerSecond" | "maxRatePerSecond" | "startsAt" | "riseSeconds">,
  atSeconds: number,
): bigint {
  const { startRatePerSecond, maxRatePerSecond, startsAt, riseSeconds } = request;
  // A chain's time stamps are whole.
  const elapsed = Math.floor(atSeconds) - startsAt;
  if (elapsed < 0) return startRatePerSecond;
  if (elapsed >= riseSeconds) return maxRatePerSecond;
  const span = maxRatePerSecond - startRatePerSecond;
  return startRatePerSecond + (span * BigInt(elapsed)) / BigInt(riseSeconds);
}
