import { ZeroAddress, ZeroHash } from "ethers";
import { sameAddress } from "../../abi/sameAddress.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { Offer } from "../../types/offer.ts";
import type { OfferRejection, OfferRejectionCode } from "../../types/offerRejection.ts";
import type { MachineRequirements, OfferRequirements } from "../../types/offerRequirements.ts";
import type { Machine } from "../../types/provider.ts";
import { getMachine } from "../provider/getMachine.ts";
import type { GetStakeReturnType } from "../staking/getStake.ts";

const reject = (code: OfferRejectionCode, message: string): OfferRejection => ({ code, message });

/** Why what an offer says does not meet the requirements; null if it does. */
export function rejectByTerms(offer: Offer, requirements: OfferRequirements): OfferRejection | null {
  const { token, runLimitSeconds, maxRatePerSecond, minCollateral = 0n } = requirements;
  const { adjudicators = [ZeroAddress] } = requirements;
  if (!sameAddress(offer.token, token)) return reject("token", `it asks for ${offer.token}`);
  if (maxRatePerSecond !== undefined && offer.ratePerSecond > maxRatePerSecond) {
    return reject("rate", `it costs ${offer.ratePerSecond} a second, more than ${maxRatePerSecond}`);
  }
  const fits =
    runLimitSeconds === undefined ||
    (runLimitSeconds >= offer.minRunSeconds && runLimitSeconds <= offer.maxRunSeconds);
  if (!fits) {
    const bounds = `${offer.minRunSeconds} to ${offer.maxRunSeconds} s`;
    return reject("run-limit", `it allows runs of ${bounds}, not ${runLimitSeconds} s`);
  }
  if (!adjudicators.some((adjudicator) => sameAddress(adjudicator, offer.adjudicator))) {
    return reject("adjudicator", `its adjudicator is ${offer.adjudicator}`);
  }
  if (offer.collateral < minCollateral) {
    return reject("collateral", `it locks ${offer.collateral}, less than ${minCollateral}`);
  }
  return null;
}

/** Why a provider's stake does not meet the requirements; null if it does. */
export function rejectByStake(
  { committed }: GetStakeReturnType,
  minCommittedStake = 0n,
): OfferRejection | null {
  if (committed >= minCommittedStake) return null;
  return reject("stake", `${committed} stands behind its provider, less than ${minCommittedStake}`);
}

/** An offer's machine, and why it does not meet the requirements; null if it does. */
export async function rejectByMachine(
  client: WattleClient,
  { provider, machineId }: Pick<Offer, "provider" | "machineId">,
  wanted: MachineRequirements | undefined,
  signal: AbortSignal | undefined,
): Promise<{ machine: Machine | null; reason: OfferRejection | null }> {
  const machine = machineId === ZeroHash ? null : await getMachine(client, { provider, machineId, signal });
  if (wanted === undefined) return { machine, reason: null };
  const message = machine === null ? "it names no machine that the registry knows" : missing(machine, wanted);
  return { machine, reason: message === null ? null : reject("machine", message) };
}

function missing(machine: Machine, wanted: MachineRequirements): string | null {
  const { minVramMib = 0, minGpuCount = 0, gpuModels, regions } = wanted;
  if (machine.retiredAt !== null) return "its machine is retired";
  if (machine.vramMib < minVramMib) return `its cards have ${machine.vramMib} MiB, less than ${minVramMib}`;
  if (machine.gpuCount < minGpuCount) return `it has ${machine.gpuCount} cards, less than ${minGpuCount}`;
  if (gpuModels !== undefined && !gpuModels.includes(machine.gpuModel)) {
    return `its model is ${machine.gpuModel}`;
  }
  const { region } = machine;
  if (regions !== undefined && !regions.some((place) => region === place || region.startsWith(`${place}-`))) {
    return `it stands in ${region === "" ? "an unknown place" : region}`;
  }
  return null;
}
