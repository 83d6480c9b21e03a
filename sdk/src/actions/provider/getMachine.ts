import { decodeShortText } from "../../abi/shortText.ts";
import { reading } from "../../chain/reading.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { ReadErrorType } from "../../errors/errorTypes.ts";
import type { Machine } from "../../types/provider.ts";

/** What {@link getMachine} takes. */
export interface GetMachineParameters {
  /** The provider's id. */
  readonly provider: string;
  readonly machineId: string;
  readonly signal?: AbortSignal | undefined;
}

/** What {@link getMachine} returns: null if the machine was never claimed. */
export type GetMachineReturnType = Machine | null;

/** What {@link getMachine} throws. */
export type GetMachineErrorType = ReadErrorType;

/**
 * Reads what a provider claims of a machine. Nobody has checked the claim.
 *
 * @throws Any {@link GetMachineErrorType}.
 *
 * @example
 * ```ts
 * import { getMachine } from "@wattle/sdk";
 *
 * const machine = await getMachine(client, { provider: offer.provider, machineId: offer.machineId });
 * console.log(machine?.gpuModel, machine?.vramMib);
 * ```
 */
export async function getMachine(
  client: WattleClient,
  { provider, machineId, signal }: GetMachineParameters,
): Promise<GetMachineReturnType> {
  const stored = await reading(client.contracts.registry.machineOf(provider, machineId), signal);
  if (stored.addedBlock === 0n) return null;
  return {
    machineId,
    gpuModel: decodeShortText(stored.gpuModel),
    gpuCount: Number(stored.gpuCount),
    vramMib: Number(stored.vramMib),
    region: decodeShortText(stored.region),
    addedBlock: Number(stored.addedBlock),
    retiredAt: stored.retiredAt === 0n ? null : Number(stored.retiredAt),
  };
}
