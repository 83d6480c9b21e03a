import { AbiCoder, keccak256 } from "ethers";
import { encodeShortText } from "../../abi/shortText.ts";
import { encodeCall } from "../../chain/encodeCall.ts";
import { sendCall } from "../../chain/sendCall.ts";
import type { TransactionCall } from "../../chain/transactionCall.ts";
import type { WriteOptions, WriteReceipt } from "../../chain/writeOptions.ts";
import type { WattleClient } from "../../client/wattleClient.ts";
import type { WriteErrorType } from "../../errors/errorTypes.ts";
import type { TextTooLongError } from "../../errors/inputErrors.ts";
import type { MachineClaim } from "../../types/provider.ts";

/** What {@link addMachine} takes. */
export interface AddMachineParameters extends WriteOptions {
  /** The provider's id. */
  readonly provider: string;
  readonly claim: MachineClaim;
}

/** What {@link addMachine} returns. */
export interface AddMachineReturnType extends WriteReceipt {
  readonly machineId: string;
}

/** What {@link addMachine} throws. */
export type AddMachineErrorType = WriteErrorType | TextTooLongError;

/** Encodes {@link addMachine}. */
export function encodeAddMachine(
  client: WattleClient,
  { provider, claim }: AddMachineParameters,
): TransactionCall {
  return encodeCall(client, "registry", "addMachine", [provider, encodeClaim(claim)]);
}

/**
 * Claims a machine for a provider. For its owner.
 *
 * @throws {@link ProviderRegistryMachineExistsError} when the same claim was made before.
 * @throws Any other {@link AddMachineErrorType}.
 *
 * @example
 * ```ts
 * import { addMachine } from "@wattle/sdk";
 *
 * const claim = { gpuModel: "nvidia-rtx-4090", gpuCount: 1, vramMib: 24_564, region: "de", reportDigest };
 * const { machineId } = await addMachine(client, { provider, claim });
 * ```
 */
export async function addMachine(
  client: WattleClient,
  parameters: AddMachineParameters,
): Promise<AddMachineReturnType> {
  const { receipt } = await sendCall(client, encodeAddMachine(client, parameters), parameters);
  return { ...receipt, machineId: machineIdOf(parameters.provider, parameters.claim) };
}

/**
 * The id that a claimed machine has: the hash of provider and claim.
 *
 * @example
 * ```ts
 * import { machineIdOf } from "@wattle/sdk";
 *
 * const offer = { ...draft, machineId: machineIdOf(provider, claim) };
 * ```
 */
export function machineIdOf(provider: string, claim: MachineClaim): string {
  const { gpuModel, gpuCount, vramMib, region, reportDigest } = encodeClaim(claim);
  const values = [provider, [gpuModel, gpuCount, vramMib, region, reportDigest]];
  return keccak256(
    AbiCoder.defaultAbiCoder().encode(["address", "tuple(bytes32,uint16,uint32,bytes8,bytes32)"], values),
  );
}

function encodeClaim(claim: MachineClaim): MachineClaim {
  return {
    ...claim,
    gpuModel: encodeShortText(claim.gpuModel, 32),
    region: encodeShortText(claim.region, 8),
  };
}
