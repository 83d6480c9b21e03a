import { ZeroAddress } from "ethers";
import { sameAddress } from "../../abi/sameAddress.ts";
import { rateOfRequest } from "../../types/rateOfRequest.ts";
import type { Request } from "../../types/request.ts";
import type { RequestRejection, RequestRejectionCode } from "../../types/requestRejection.ts";
import type { RequestRequirements } from "../../types/requestRequirements.ts";

const reject = (code: RequestRejectionCode, message: string): RequestRejection => ({ code, message });

/**
 * Why what a request says does not meet the requirements; null if it does.
 *
 * @param nowAt The chain's clock, Unix time in seconds.
 */
export function rejectByTerms(
  request: Request,
  requirements: RequestRequirements,
  nowAt: number,
): RequestRejection | null {
  const { token, minRatePerSecond = 0n, maxRunSeconds, maxCollateral } = requirements;
  const { adjudicators = [ZeroAddress] } = requirements;
  if (!sameAddress(request.token, token)) return reject("token", `it pays in ${request.token}`);
  if (nowAt > request.expiresAt) {
    return reject("expired", `it expired at ${new Date(request.expiresAt * 1000).toISOString()}`);
  }
  const ratePerSecond = rateOfRequest(request, nowAt);
  if (ratePerSecond < minRatePerSecond) {
    return reject("rate", `it pays ${ratePerSecond} a second now, less than ${minRatePerSecond}`);
  }
  if (maxRunSeconds !== undefined && request.runLimitSeconds > maxRunSeconds) {
    return reject("run-limit", `it may run for ${request.runLimitSeconds} s, longer than ${maxRunSeconds} s`);
  }
  if (!adjudicators.some((adjudicator) => sameAddress(adjudicator, request.adjudicator))) {
    return reject("adjudicator", `its adjudicator is ${request.adjudicator}`);
  }
  if (maxCollateral !== undefined && request.collateral > maxCollateral) {
    return reject("collateral", `it locks ${request.collateral}, more than ${maxCollateral}`);
  }
  return null;
}
