import type { Request } from "@wattle/sdk";

/**
 * From when on a request pays a rate: the inverse of what the contract computes.
 *
 * @param leastRate Base units a second; at most what the request pays in the end.
 * @returns Unix seconds of the chain; zero when it pays that much from the beginning.
 */
export function dueAt(
  request: Pick<Request, "startRatePerSecond" | "maxRatePerSecond" | "startsAt" | "riseSeconds">,
  leastRate: bigint,
): number {
  const { startRatePerSecond, maxRatePerSecond, startsAt, riseSeconds } = request;
  if (startRatePerSecond >= leastRate) return 0;
  const span = maxRatePerSecond - startRatePerSecond;
  const missing = leastRate - startRatePerSecond;
  // Rounded up: the contract rounds the rate down.
  return startsAt + Number((missing * BigInt(riseSeconds) + span - 1n) / span);
}
